/** 公示 in the hands of a release: what a plan means on a day, what stands against it, and the period that begins with it. */
import type { LocalDate } from '../../law/date.ts'
import type { Refusal } from '../../law/refusal.ts'
import { blanked } from '../../record/outgoing/personal-data.ts'
import { PERMISSIONS, type Verb } from '../../record/people/roles.ts'
import {
  type Continuation,
  continuation,
  planRefusals,
  publicityDays,
  type PublicityDays,
  type PublicityPlan,
  type PublicityRun,
  publicityState,
} from '../../record/publication/publicity.ts'
import { documentOfAgency } from '../../store/editions.sql.ts'
import { objectionCounts } from '../../store/objections.sql.ts'
import { officersOf } from '../../store/people.sql.ts'
import {
  insertPublicity,
  lockLastPublicity,
  publicitiesOf,
  type StoredPublicity,
  updatePublicity,
} from '../../store/publicity.sql.ts'
import type { OfficeContext, Tx } from '../context.ts'
import { legalSetting } from '../people/agencies.ts'
import { MASKED } from './edition-columns.ts'
import { rootsOf } from './edition-files.ts'
import type { EditionMatter } from './edition-matter.ts'

type Of = Pick<EditionMatter, 'row' | 'content'>

export function runOf(row: StoredPublicity): PublicityRun {
  return {
    run: row.run,
    kind: row.kind,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    length: { n: row.length_n, unit: row.length_unit },
    contact: row.contact,
    after: row.after,
    restartedOn: row.restarted_on,
    withdrawnOn: row.withdrawn_on,
    concludedOn: row.concluded_on,
    resultId: row.result_id,
  }
}

export interface Judged {
  days: PublicityDays | null
  means: Continuation
  standing: StoredPublicity | null
}

/** What releasing this edition today would mean; null where neither it nor what stands is a 公示. */
export async function judgedPublicity(ctx: OfficeContext, db: OfficeContext['db'], { row, content }: Of): Promise<Judged | null> {
  const runs = await publicitiesOf(db, row.agency_id, row.document_id)
  const standing = runs.at(-1) ?? null
  if (!content.publicity && !standing) return null
  return judge(ctx, db, { row, content }, standing)
}

async function judge(
  ctx: OfficeContext,
  db: OfficeContext['db'],
  { row, content }: Of,
  standing: StoredPublicity | null,
): Promise<Judged> {
  const today = ctx.today()
  const plan = content.publicity
  const [{ calendar, readings }, filesOf, document] = await Promise.all([
    legalSetting({ ...ctx, db }, row.agency_id),
    rootsOf(db, { agencyId: row.agency_id, documentId: row.document_id }),
    standing ? documentOfAgency(db, row.agency_id, row.document_id) : undefined,
  ])
  const days = plan && publicityDays(calendar, readings, plan, today)
  const means = continuation(
    standing && document ? { run: runOf(standing), shown: { ...document, files: filesOf(document.files) } } : null,
    { plan, shown: { ...content, files: filesOf(content.files) } },
    {
      today,
      ends: (from) => plan && publicityDays(calendar, readings, { ...plan, startsOn: null }, from).endsOn,
      masked: (text) => blanked(text, MASKED),
    },
  )
  return { days, means, standing }
}

/** What stands against releasing it, each at its field; `releasing`: now, and not only some day. */
export async function publicityRefusals(
  ctx: OfficeContext,
  tx: Tx,
  { row, content }: Of,
  releasing: boolean,
): Promise<Refusal[]> {
  const judged = await judgedPublicity(ctx, tx, { row, content })
  const ofPlan = judged?.days && content.publicity ? planRefusals(content.publicity, judged.days) : []
  const ofStanding = judged?.means.kind === 'refused' ? judged.means.refusals : []
  return [...ofPlan, ...ofStanding, ...(await resultRefusals(ctx, tx, { row, content }, releasing))]
}

const OF_RESULT = 'resultOf'

/** 公布结果: not before the period is over, and not while an objection is open. */
async function resultRefusals(ctx: OfficeContext, tx: Tx, { row, content }: Of, releasing: boolean): Promise<Refusal[]> {
  if (!content.resultOf) return []
  const runs = await publicitiesOf(tx, row.agency_id, content.resultOf)
  const last = runs.at(-1)
  if (!last || content.resultOf === row.document_id)
    return [{ code: 'field-invalid', field: OF_RESULT, say: '没有这一件公示。', then: '请从公示的页面上起草结果。' }]
  if (last.result_id === row.document_id) return []
  const open = (await objectionCounts(tx, row.agency_id, [content.resultOf])).get(content.resultOf)?.open ?? 0
  const state = publicityState(runOf(last), open, ctx.today())
  if (state === 'withdrawn' || last.result_id)
    return [
      {
        code: 'already-done',
        field: OF_RESULT,
        say: last.result_id ? '这件公示已经公布了结果。' : '这件公示已经撤下，不能据此公布结果。',
        then: last.result_id ? '需要更正的，请从已公布的结果另起一稿。' : '请核实后重新公示。',
      },
    ]
  if (!releasing) return []
  if (state === 'running')
    return [
      {
        code: 'publicity-running',
        field: OF_RESULT,
        say: `公示到 ${last.ends_on} 为止，期满之前不能公布结果。`,
        then: '请在期满次日起签发。',
      },
    ]
  return open > 0
    ? [
        {
          code: 'objections-open',
          field: OF_RESULT,
          say: `还有 ${open} 件异议没有办结，不能公布结果。`,
          then: '请先查证、答复异议；成立的，改正后重新公示。',
        },
      ]
    : []
}

/** Begins, continues or restarts the period, after its document was written. Returns the last day on which it is shown. */
export async function runPublicity(ctx: OfficeContext, tx: Tx, of: Of): Promise<LocalDate | null> {
  const { row, content } = of
  const today = ctx.today()
  const standing = (await lockLastPublicity(tx, row.agency_id, row.document_id)) ?? null
  if (!content.publicity) return content.shownUntil
  const { days, means } = await judge(ctx, tx, of, standing)
  const plan = content.publicity
  if (means.kind === 'refused' || !days?.endsOn) throw new Error('a release that was not asked about')
  if (means.kind === 'continues' && standing) {
    await updatePublicity(tx, standing, { ends_on: means.endsOn, ...planned(plan) })
    return means.endsOn
  }
  if (means.kind === 'restarts' && standing) await updatePublicity(tx, standing, { restarted_on: today })
  await insertPublicity(tx, {
    agency_id: row.agency_id,
    document_id: row.document_id,
    run: (standing?.run ?? 0) + 1,
    edition_id: row.id,
    starts_on: days.startsOn,
    ends_on: days.endsOn,
    ...planned(plan),
    section_id: row.section_id,
    owner_id: await ownerAmong(tx, row.agency_id, row.authors),
  })
  return days.endsOn
}

function planned({ kind, length, contact, after }: PublicityPlan) {
  return { kind, length_n: length.n, length_unit: length.unit, contact: JSON.stringify(contact), after }
}

/** The first of those who wrote it that may answer objections. */
async function ownerAmong(tx: Tx, agencyId: string, authors: readonly string[]): Promise<string | null> {
  const handle: Verb = 'objections.handle'
  const able = (await officersOf(tx, agencyId))
    .filter(({ active, roles }) => active && roles.some((role) => (PERMISSIONS[role] as readonly Verb[]).includes(handle)))
    .map(({ id }) => id)
  return authors.find((id) => able.includes(id)) ?? null
}

/** 撤下: its period ends with it. Objections that are open are answered all the same. */
export async function stopPublicity(ctx: OfficeContext, tx: Tx, of: { agencyId: string; documentId: string }): Promise<void> {
  const last = await lockLastPublicity(tx, of.agencyId, of.documentId)
  if (last && !last.withdrawn_on && !last.concluded_on) await updatePublicity(tx, last, { withdrawn_on: ctx.today() })
}

/** 结果已经公布: nothing is left to do about the 公示. */
export async function concludeByResult(ctx: OfficeContext, tx: Tx, { row, content }: Of): Promise<void> {
  if (!content.resultOf) return
  const last = await lockLastPublicity(tx, row.agency_id, content.resultOf)
  if (last && !last.result_id) await updatePublicity(tx, last, { result_id: row.document_id, concluded_on: ctx.today() })
}
