/** 信息发布 on the desks today: one item in each state that an office meets, written and reviewed by its own people. */
import type { LocalDate } from '../../law/date.ts'
import { fromParts, yearOf } from '../../law/date.ts'
import type { ReleaseStep } from '../../law/publication/release-steps.ts'
import type { Result } from '../../law/refusal.ts'
import type { Actor, Role } from '../../record/people/roles.ts'
import { type EditionContent, editionContentSchema } from '../../record/publication/edition.ts'
import type { OfficeContext } from '../context.ts'
import { delegateRelease } from '../people/release-delegations.ts'
import {
  addEditionFile,
  beginEdition,
  passAnswer,
  passEdition,
  proposeAnswer,
  raiseObjection,
  recordAtOutlet,
  requireSuperior,
  returnEdition,
  saveEdition,
  setOutlet,
  submitEdition,
  viewEdition,
  viewOutlets,
  viewPublicities,
  viewPublicity,
  withdrawDocument,
} from '../publication/index.ts'
import { demoItemId } from './catalogues.ts'
import { stableId } from './chance.ts'
import { EDUCATION } from './county.ts'
import type { Days } from './days.ts'
import { dataItemsOf } from './data-items.ts'
import { actorFor, agencyId, drafterFor, sectionIdFor } from './establish.ts'
import { type Item, itemsOf, PUBLICITY_TITLE } from './publish-items.ts'

interface Moved {
  ctx: OfficeContext
  setDay: (day: LocalDate) => void
}

const ROLE_OF: Record<ReleaseStep, Role> = {
  office: 'officeHead',
  proofread: 'officeHead',
  section: 'sectionHead',
  secrecy: 'secrecyReviewer',
  privacy: 'privacyReviewer',
  final: 'officeHead',
  head: 'head',
  superior: 'head',
}

/** 公告栏 and 查阅点: what is released from then on waits there for somebody's hand. */
const OUTLETS = [
  { kind: 'board', name: '政务大厅公告栏', columns: [], place: '政务服务大厅一楼' },
  {
    kind: 'library',
    name: '县档案馆查阅点',
    columns: ['education-policy', 'education-teachers'],
    place: '县档案馆政府信息查阅室',
  },
] as const

const POSTED = '年教师资格认定工作公告'

/** Each on its own days, the earliest first. */
export async function publishSome({ ctx, setDay }: Moved, days: Days, today: LocalDate): Promise<void> {
  const officeHead = actorFor(EDUCATION, 'officeHead')
  await arrangeReleases({ ctx, setDay }, days.plus(today, -LONGEST_AGO))
  for (const { place, columns, ...outlet } of OUTLETS) {
    const id = stableId(`outlet ${outlet.name}`)
    must(
      await setOutlet(ctx, officeHead, { ...outlet, id, columns: [...columns], settings: { place }, secret: null, active: true }),
    )
  }
  for (const [index, item] of [...itemsOf(today), ...dataItemsOf(today)].entries()) {
    const drafted = days.plus(today, -item.ago)
    setDay(drafted)
    await act(ctx, item, stableId(`edition ${index}`), {
      ...editionContentSchema.parse({
        ...item.content,
        formedOn: drafted,
        itemId: item.item ? demoItemId(item.agency, item.item) : null,
      }),
    })
  }
  await object({ ctx, setDay }, days, today)
  setDay(today)
  await postOnBoard(ctx)
}

/** Two objections to the 公示 that runs: one answered, one that waits. */
async function object({ ctx, setDay }: Moved, days: Days, today: LocalDate): Promise<void> {
  const author = actorFor(EDUCATION, 'clerk')
  const { rows } = must(await viewPublicities(ctx, author, { page: 1 }))
  const shown = rows.find(({ title }) => title === PUBLICITY_TITLE(yearOf(today)))
  if (!shown) throw new Error('nothing is shown to be objected to')
  const { documentId } = shown
  const agency = agencyId(EDUCATION.slug)
  const said = { agencyId: agency, documentId, name: '某家长', contact: '0000-5550000' }
  setDay(days.plus(today, -2))
  must(
    await raiseObjection(ctx, {
      ...said,
      commandId: stableId('objection 1'),
      objector: 'public',
      about: '名单第 3 名',
      statement: '听说这位老师上学期请过长假，想核实是否符合“在岗满一学年”的条件。',
    }),
  )
  const [first] = must(await viewPublicity(ctx, author, { documentId })).objections
  if (!first) throw new Error('an objection was just raised')
  must(
    await proposeAnswer(ctx, author, {
      id: first.id,
      commandId: stableId('objection 1 answered'),
      seen: 1,
      finding: 'rejected',
      answer: '经核对考勤和任课记录，该教师上学年在岗满一学年，请假未超过评选办法规定的天数，符合条件。',
      measure: '',
    }),
  )
  const officeHead = actorFor(EDUCATION, 'officeHead')
  must(await passAnswer(ctx, officeHead, { id: first.id, commandId: stableId('objection 1 passed'), seen: 2 }))
  setDay(days.plus(today, -1))
  must(
    await raiseObjection(ctx, {
      ...said,
      commandId: stableId('objection 2'),
      objector: 'affected',
      about: '名单第 1 名的任教学科',
      statement: '公示写的是语文，我同时任教道德与法治，请核对并补上。',
    }),
  )
}

/** Before the first of them was sent for review. */
const LONGEST_AGO = 15

/** The bureau wants to see what its schools say of fees. */
async function arrangeReleases({ ctx, setDay }: Moved, from: LocalDate): Promise<void> {
  setDay(from)
  must(
    await requireSuperior(ctx, actorFor(EDUCATION, 'officeHead'), {
      id: stableId('superior fees'),
      units: [],
      columns: ['school-fees'],
      who: 'head',
      from,
      why: '收费公示统一口径，防止自立项目',
    }),
  )
}

/** Its deputy releases the everyday of two columns in the head's place: a delegation is to an account, which comes last. */
export async function delegateSome({ ctx, setDay }: Moved, days: Days, today: LocalDate): Promise<void> {
  const from = days.plus(today, -LONGEST_AGO)
  setDay(from)
  must(
    await delegateRelease(ctx, actorFor(EDUCATION, 'head'), {
      id: stableId('delegation of release'),
      officerId: actorFor(EDUCATION, 'deputyHead').id,
      columns: ['education-teachers', 'education-students'],
      from,
      to: fromParts(yearOf(from), 12, 31),
      document: `云教党组〔${yearOf(from)}〕3号`,
    }),
  )
  setDay(today)
}

/** One of them hangs there already. */
async function postOnBoard(ctx: OfficeContext): Promise<void> {
  const clerk = actorFor(EDUCATION, 'clerk')
  const { todo } = must(await viewOutlets(ctx, clerk))
  const posted = todo.find(({ kind, title }) => kind === 'board' && title.endsWith(POSTED))
  if (!posted) throw new Error('nothing waits at the board')
  const { outletId, documentId } = posted
  must(await recordAtOutlet(ctx, clerk, { outletId, documentId, on: ctx.today(), note: '政务服务大厅一楼公告栏，由办公室张贴' }))
}

async function act(ctx: OfficeContext, item: Item, id: string, content: EditionContent): Promise<void> {
  const { agency, section } = item
  const author = section
    ? drafterFor(agency, section)
    : actorFor(agency, agency.kind === 'school' ? 'informationOfficer' : 'clerk')
  const sectionId = section ? sectionIdFor(agency, section) : null
  must(await beginEdition(ctx, author, { id, documentId: stableId(`document of ${id}`), content, sectionId }))
  let serial = 0
  const command = async (by: Actor) => {
    const { version, digest, next } = must(await viewEdition(ctx, by, { id }))
    serial += 1
    return { id, commandId: stableId(`edition step ${id} ${serial}`), seen: version, digest, next }
  }
  await attach(ctx, author, item, command)
  if (item.until === 'drafting') return
  must(await submitEdition(ctx, author, await command(author)))
  for (;;) {
    const { next } = await command(author)
    if (next === null || next === item.until) break
    const by = reviewer(item, next)
    must(await passEdition(ctx, by, { ...(await command(by)), step: next, note: '' }))
  }
  if (item.returned) {
    const by = reviewer(item, item.returned.step)
    must(await returnEdition(ctx, by, { ...(await command(by)), ...item.returned }))
  }
  if (item.withdrawn) {
    const head = actorFor(agency, 'head')
    must(await withdrawDocument(ctx, head, { ...(await command(head)), because: item.withdrawn }))
  }
}

async function attach(
  ctx: OfficeContext,
  author: Actor,
  { files = [] }: Item,
  command: (by: Actor) => Promise<Parameters<typeof submitEdition>[2]>,
): Promise<void> {
  for (const { name, bytes, alt } of files) {
    must(await addEditionFile(ctx, author, { ...(await command(author)), upload: { name, bytes } }))
    if (!alt) continue
    const given = await command(author)
    const { content } = must(await viewEdition(ctx, author, given))
    const told = content.files.map((file, at) => (at === content.files.length - 1 ? { ...file, alt } : file))
    const body = `${content.body}<p><img data-file="${told.at(-1)?.id}"></p>`
    must(await saveEdition(ctx, author, { ...given, content: { ...content, files: told, body } }))
  }
}

/** The head of the very section that drafted it. */
function reviewer({ agency, section }: Item, step: ReleaseStep): Actor {
  if (step === 'superior') return actorFor(EDUCATION, ROLE_OF[step])
  return step === 'section' && section ? drafterFor(agency, section) : actorFor(agency, ROLE_OF[step])
}

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusals.map(({ say }) => say).join('; '))
  return result.value
}
