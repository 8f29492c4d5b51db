/** 公示 of one county: shown on the portal since 2 March 2026 (Monday), its last day Monday 9 March; objected to, answered. */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Result } from '../../src/law/refusal.ts'
import { passAnswer, proposeAnswer, raiseObjection, viewObjection, viewPublicity } from '../../src/office/publication/index.ts'
import type { Actor } from '../../src/record/people/roles.ts'
import { usualPlan } from '../../src/record/publication/publicity.ts'
import { type County, MARKER, MARKER_PHONE, must } from './county.ts'
import { editionWork } from './editions-work.ts'

export const CONTACT = { office: '人事科', phone: '0970-5550114', place: '' }
export const PLAN = usualPlan('aid', CONTACT)
export const LIST = '<p>现将拟资助名单公示如下。</p><table><tr><th>姓名</th></tr><tr><td>张三</td></tr></table>'
export const SAID = {
  objector: 'affected' as 'affected' | 'public',
  name: `${MARKER}王五`,
  contact: MARKER_PHONE,
  about: '名单第一行',
  statement: '户口不在本县。',
}
export const REJECTED = { finding: 'rejected', answer: '查户籍资料，符合条件。', measure: '' } as const

export const codes = (result: Result<unknown>) => (result.ok ? [] : result.refusals.map(({ code }) => code))

export function publicityWork(place: County, app: FastifyInstance) {
  const { office } = place
  const clerk = () => place.actor('clerk')
  const lead = () => place.actor('officeHead')
  const command = async (id: string, actor: Actor) => {
    const { version } = must(await viewObjection(office, actor, { id }))
    return { id, commandId: randomUUID(), seen: version }
  }
  return {
    clerk,
    lead,
    command,
    async shown(title: string, given: Partial<typeof PLAN> = {}) {
      place.setToday('2026-03-02')
      const publicity = { ...PLAN, ...given }
      const one = await editionWork(place).release({ title, column: 'education-students', body: LIST, publicity })
      return { id: one.id, documentId: one.documentId, address: `/jyj/doc/${one.documentId}` }
    },
    raise: (documentId: string, given: Partial<typeof SAID> = {}) =>
      raiseObjection(office, { agencyId: place.ids.bureau, documentId, commandId: randomUUID(), ...SAID, ...given }),
    objections: async (documentId: string) => must(await viewPublicity(office, lead(), { documentId })).objections,
    async answer(id: string, given: Partial<Omit<Parameters<typeof proposeAnswer>[2], 'id'>> = {}) {
      must(await proposeAnswer(office, clerk(), { ...(await command(id, clerk())), ...REJECTED, ...given }))
      return passAnswer(office, lead(), await command(id, lead()))
    },
    async get(url: string) {
      const { statusCode: status, body } = await app.inject({ url })
      return { status, body }
    },
  }
}
