import type { LocalDate } from '../../law/date.ts'
import { type Result, ok, refused } from '../../law/refusal.ts'
import type { ClockAnswer } from '../../law/requests/clock-types.ts'
import { OUTCOME_TABLE } from '../../law/requests/outcomes.ts'
import { PHASE_WORDS, type Phase } from '../../law/requests/vocabulary.ts'
import type { Letter } from '../../record/letters/model.ts'
import { isClockAct } from '../../record/requests/acts.ts'
import { daysLeft } from '../../record/requests/days-left.ts'
import { type RibbonWeek, ribbon } from '../../record/requests/ribbon.ts'
import type { DaysLeft, LetterRow } from '../../record/requests/view.ts'
import { actsOf, type CaseRow, findCaseByNumber, lettersOf } from '../../store/requests.sql.ts'
import type { OfficeContext } from '../context.ts'
import { legalSetting } from '../people/agencies.ts'
import { queryCodeDigest } from './open-case.ts'
import { conclude } from './projection.ts'

export interface StatusQuery {
  agencyId: string
  number: string
  queryCode: string
}

/** What a requester sees of the own request: where it is, by when and why, and the letters. Nothing personal. */
export interface StatusView {
  number: string
  subject: string
  phase: Phase
  phaseWords: string
  submittedOn: LocalDate
  receivedOn: LocalDate | null
  dueOn: LocalDate | null
  provisional: boolean
  left: DaysLeft
  clock: ClockAnswer
  ribbon: RibbonWeek[]
  letters: LetterRow[]
  outcomeWords: string | null
}

/** Wrong number and wrong code get one answer: nobody learns which numbers exist. */
const NOT_FOUND = refused({
  code: 'not-found',
  say: '没有找到：受理编号或查询码不正确。',
  then: '请对照回执重新输入；遗失查询码的，请持身份证件联系受理单位。',
  field: 'number',
})

async function ownCase(ctx: OfficeContext, query: StatusQuery): Promise<CaseRow | null> {
  const number = query.number.trim().replace(/\s/g, '').replace(/\[/g, '〔').replace(/\]/g, '〕')
  const row = await findCaseByNumber(ctx.db, query.agencyId, number)
  return row && row.query_code_hash === queryCodeDigest(ctx, row.number, query.queryCode) ? row : null
}

/** 查询办理情况, by number and code. */
export async function statusOf(ctx: OfficeContext, query: StatusQuery): Promise<Result<StatusView>> {
  const row = await ownCase(ctx, query)
  if (!row) return NOT_FOUND
  const [setting, acts, letters] = await Promise.all([
    legalSetting(ctx, row.agency_id),
    actsOf(ctx.db, row.agency_id, row.id),
    lettersOf(ctx.db, row.agency_id, row.id),
  ])
  const today = ctx.today()
  const { folded, clock } = conclude(acts, setting)
  return ok({
    number: row.number,
    subject: row.subject,
    phase: clock.phase,
    phaseWords: PHASE_WORDS[clock.phase],
    submittedOn: row.submitted_on,
    receivedOn: folded.receivedOn,
    dueOn: clock.due,
    provisional: clock.provisional,
    left: daysLeft({ due: row.next_due_on, openEnd: row.open_end, phase: clock.phase, today, calendar: setting.calendar }),
    clock,
    ribbon: ribbon(clock, folded.live.map(({ act }) => act).filter(isClockAct), setting.calendar, today),
    letters: letters
      .filter((letter) => letter.addressed_to === 'requester')
      .map((letter) => ({
        id: letter.id,
        code: letter.code as Letter['code'],
        title: ctx.vault.open<Letter>(letter.sealed).title,
        number: letter.number,
        issuedOn: letter.issued_on,
        addressedTo: letter.addressed_to,
        actSeq: letter.act_seq,
      })),
    outcomeWords: folded.outcome ? OUTCOME_TABLE[folded.outcome].zh : null,
  })
}

/** A letter to the requester, for download by number and code. */
export async function publicLetter(ctx: OfficeContext, query: StatusQuery & { letterId: string }): Promise<Result<Letter>> {
  const row = await ownCase(ctx, query)
  if (!row) return NOT_FOUND
  const letter = (await lettersOf(ctx.db, row.agency_id, row.id)).find(
    (one) => one.id === query.letterId && one.addressed_to === 'requester',
  )
  return letter ? ok(ctx.vault.open<Letter>(letter.sealed)) : NOT_FOUND
}
