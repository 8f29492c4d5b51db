/** Drafts of what is to be published, and everything that is done to them, each on its latest version. */
import { randomUUID } from 'node:crypto'
import type { ReleaseStep } from '../../src/law/publication/release-steps.ts'
import sharp from 'sharp'
import {
  addEditionFile,
  beginEdition,
  passEdition,
  reviseDocument,
  saveEdition,
  submitEdition,
  viewEdition,
  withdrawDocument,
} from '../../src/office/publication/index.ts'
import type { Actor, Role } from '../../src/record/people/roles.ts'
import { type EditionContent, editionContentSchema } from '../../src/record/publication/edition.ts'
import { type County, must } from './county.ts'

type Given = Partial<Record<keyof EditionContent, unknown>>

export const ROLE_OF: Record<ReleaseStep, Role> = {
  office: 'officeHead',
  proofread: 'officeHead',
  section: 'sectionHead',
  secrecy: 'secrecyReviewer',
  privacy: 'privacyReviewer',
  final: 'officeHead',
  head: 'head',
  superior: 'head',
}

const NOTICE = {
  column: 'education-admission',
  title: '2026年秋季义务教育阶段招生工作方案',
  summary: '2026年秋季招生的对象、时间和办理方法。',
  keywords: ['招生'],
  body: '<p>现将2026年秋季招生安排公布如下。</p><table><tr><th>学校</th><th>计划</th></tr><tr><td>第一小学</td><td>240</td></tr></table>',
  formedOn: '2026-02-27',
} as const

let serial = 100
/** A number of its own for each: one number names one document. */
export const contentOf = (given: Given = {}): EditionContent =>
  editionContentSchema.parse({ ...NOTICE, number: `云教〔2026〕${++serial}号`, ...given })

/** Work on editions of one county. */
export function editionWork(place: County) {
  const { office } = place
  const handles = (id: string, by: Actor) => {
    const view = async (actor = by) => must(await viewEdition(office, actor, { id }))
    const command = async (actor = by) => ({ id, commandId: randomUUID(), seen: (await view(actor)).version })
    const actor = (role: Role) => place.actor(role, by.agencyId === place.ids.school ? 'school' : 'bureau')
    const pass = async (step: ReleaseStep, who = actor(ROLE_OF[step])) => {
      const { version, digest } = await view(who)
      return passEdition(office, who, { id, commandId: randomUUID(), seen: version, digest, step, note: '' })
    }
    return {
      id,
      view,
      command,
      pass,
      submit: async () => submitEdition(office, by, await command()),
      save: async (changed: Given) => saveEdition(office, by, { ...(await command()), content: contentOf(changed) }),
      passAll: async () => {
        for (const step of (await view()).chain) must(await pass(step))
        return view()
      },
      withdraw: async (because: string) =>
        withdrawDocument(office, actor('head'), { ...(await command(actor('head'))), because }),
    }
  }
  return {
    handles,
    /** Begins a draft. */
    async draft(given: Given = {}, by: Actor = place.actor('clerk'), inSection = false) {
      const id = randomUUID()
      must(await beginEdition(office, by, { id, content: contentOf(given), sectionId: inSection ? place.ids.section : null }))
      return handles(id, by)
    },
    /** Drafts, sends for review, passes, releases. */
    async release(given: Given = {}, by: Actor = place.actor('clerk')) {
      const one = await this.draft(given, by)
      must(await one.submit())
      return { ...one, ...(await one.passAll()) }
    },
    /** Another edition of a document, released. */
    async releaseAgain(documentId: string, given: Given, by: Actor = place.actor('clerk')) {
      const id = randomUUID()
      must(await reviseDocument(office, by, { id, documentId }))
      const one = handles(id, by)
      must(await one.save(given))
      must(await one.submit())
      return { ...one, ...(await one.passAll()) }
    },
  }
}

export const photo = (): Promise<Buffer> =>
  sharp({ create: { width: 640, height: 480, channels: 3, background: '#aabbcc' } })
    .withExif({ IFD0: { Copyright: '拍摄者某某' } })
    .jpeg()
    .toBuffer()

type Draft = Awaited<ReturnType<ReturnType<typeof editionWork>['draft']>>

/** Brings a file to a draft. */
export async function addFile(place: County, one: Draft, name: string, bytes: Uint8Array, by: Actor = place.actor('clerk')) {
  return addEditionFile(place.office, by, { ...(await one.command()), upload: { name, bytes } })
}
