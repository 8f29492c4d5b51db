/**
 * 年度报告的报送 (Reg. 49, 逐级报送): what happens between the supervising office and one unit over one year's report, as dated
 * acts, and what follows from them. A report that was accepted stays in the supervisor's sums until a later one is accepted in
 * its place; being late can't be undone.
 */
import { z } from 'zod'
import type { LocalDate } from '../../law/date.ts'
import { type Refusal, type Result, ok, refused } from '../../law/refusal.ts'
import { day } from '../requests/acts.ts'

const text = (max: number) => z.string().trim().min(1).max(max)

/** 批注: what the supervisor says of one cell, of words in a section, or of the whole report. */
export const remarkSchema = z.object({
  at: z.union([
    z.object({ table: z.enum(['disclosed', 'requests', 'disputes']), row: text(60), column: text(40) }),
    z.object({ section: z.enum(['preface', 'overall', 'problems', 'other']), words: z.string().trim().max(300) }),
    z.null(),
  ]),
  text: text(500),
})
export type Remark = z.infer<typeof remarkSchema>

/** By what way a report came: from the unit's own register here, as a filled-in table, as a file from another installation. */
export const HAND_IN_WAYS = ['system', 'sheet', 'bundle'] as const
export type HandInWay = (typeof HAND_IN_WAYS)[number]
export const HAND_IN_WAY_WORDS: Record<HandInWay, string> = {
  system: '系统报送',
  sheet: '填表报送',
  bundle: '离线报送包',
}

/** `submission` is the number of the report as handed in: 1, 2, … of this unit under this notice. */
const shapes = {
  /** 通知送到本单位 */
  asked: z.object({ kind: z.literal('asked'), on: day }),
  /** 收到通知 */
  seen: z.object({ kind: z.literal('seen'), on: day }),
  /** 报送 */
  handedIn: z.object({
    kind: z.literal('handedIn'),
    on: day,
    submission: z.number().int().min(1),
    via: z.enum(HAND_IN_WAYS),
    /** 核对说明: the unit's answer to the remarks; needed where nothing was changed. */
    reply: z.string().trim().max(500).optional(),
  }),
  /** 退回修改 */
  returned: z.object({
    kind: z.literal('returned'),
    on: day,
    submission: z.number().int().min(1),
    remarks: z.array(remarkSchema).min(1).max(200),
  }),
  /** 审核通过 */
  accepted: z.object({ kind: z.literal('accepted'), on: day, submission: z.number().int().min(1) }),
  /** 不需报送: merged, dissolved, newly founded */
  excused: z.object({ kind: z.literal('excused'), on: day, because: text(300) }),
  /** 催报 */
  reminded: z.object({ kind: z.literal('reminded'), on: day }),
}
export const handInAct = z.discriminatedUnion('kind', [
  shapes.asked,
  shapes.seen,
  shapes.handedIn,
  shapes.returned,
  shapes.accepted,
  shapes.excused,
  shapes.reminded,
])
export type HandInAct = z.infer<typeof handInAct>

export const HAND_IN_STATES = ['asked', 'seen', 'handedIn', 'returned', 'accepted', 'excused'] as const
export type HandInState = (typeof HAND_IN_STATES)[number]
export const HAND_IN_STATE_WORDS: Record<HandInState, string> = {
  asked: '未签收',
  seen: '办理中',
  handedIn: '已报送，待审核',
  returned: '已退回',
  accepted: '审核通过',
  excused: '不需报送',
}

/** What happened, in a line. */
export function handInActWords(act: HandInAct): string {
  switch (act.kind) {
    case 'asked':
      return '通知送达'
    case 'seen':
      return '签收通知'
    case 'handedIn':
      return `第${act.submission}次报送（${HAND_IN_WAY_WORDS[act.via]}）${act.reply ? `，单位说明：${act.reply}` : ''}`
    case 'returned':
      return `退回第${act.submission}次报送，批注${act.remarks.length}处`
    case 'accepted':
      return `第${act.submission}次报送审核通过`
    case 'excused':
      return `设为不需报送：${act.because}`
    case 'reminded':
      return '催报'
  }
}

export interface HandIn {
  state: HandInState
  /** How many reports were handed in. */
  submissions: number
  /** The one that waits for the supervisor. */
  waiting: number | null
  /** The one that stands in the sums. */
  counted: number | null
  /** What was said when the last one was returned; empty once another is handed in. */
  remarks: Remark[]
  firstHandedInOn: LocalDate | null
  acceptedOn: LocalDate | null
  remindedOn: LocalDate | null
  excusedBecause: string
}

const NOTHING_YET: HandIn = {
  state: 'asked',
  submissions: 0,
  waiting: null,
  counted: null,
  remarks: [],
  firstHandedInOn: null,
  acceptedOn: null,
  remindedOn: null,
  excusedBecause: '',
}

/** Where the matter stands after its acts, in the order they were recorded. */
export function foldHandIn(acts: readonly HandInAct[]): HandIn {
  return acts.reduce(after, NOTHING_YET)
}

function after(so: HandIn, act: HandInAct): HandIn {
  switch (act.kind) {
    case 'asked':
      return so
    case 'seen':
      return so.state === 'asked' ? { ...so, state: 'seen' } : so
    case 'handedIn':
      return {
        ...so,
        state: 'handedIn',
        submissions: act.submission,
        waiting: act.submission,
        remarks: [],
        firstHandedInOn: so.firstHandedInOn ?? act.on,
        excusedBecause: '',
      }
    case 'returned':
      return {
        ...so,
        state: 'returned',
        waiting: null,
        counted: so.counted === act.submission ? null : so.counted,
        remarks: act.remarks,
      }
    case 'accepted':
      return { ...so, state: 'accepted', waiting: null, counted: act.submission, remarks: [], acceptedOn: act.on }
    case 'excused':
      return { ...so, state: 'excused', waiting: null, counted: null, remarks: [], excusedBecause: act.because }
    case 'reminded':
      return { ...so, remindedOn: act.on }
  }
}

/** 迟报: handed in after the last day, or not yet and that day is over. Once late, late for ever. */
export function isLate(
  { firstHandedInOn, state }: Pick<HandIn, 'firstHandedInOn' | 'state'>,
  fileBy: LocalDate,
  today: LocalDate,
): boolean {
  if (state === 'excused') return false
  return (firstHandedInOn ?? today) > fileBy
}

function no(say: string, then: string): Refusal {
  return { code: 'already-done', say, then }
}

/** Whether the act is possible as things stand. The order of days is kept: nothing happens before the act it follows. */
export function mayHandIn(so: HandIn, act: HandInAct, last: LocalDate): Result<void> {
  if (act.on < last)
    return refused({ code: 'date-before-cause', say: '日期早于上一步。', then: '请填写上一步当天或之后的日期。', field: 'on' })
  const refusal = obstacle(so, act)
  return refusal ? refused(refusal) : ok(undefined)
}

function obstacle(so: HandIn, act: HandInAct): Refusal | null {
  switch (act.kind) {
    case 'handedIn':
      if (so.state === 'excused') return no('本单位不需报送本年度报告。', '确需报送的，请与主管部门联系。')
      if (so.waiting !== null) return no('已经报送，主管部门正在审核。', '审核有结果后才能再次报送。')
      return act.submission === so.submissions + 1 ? null : no('已有人先行报送。', '请刷新页面后查看。')
    case 'returned':
      return (so.waiting ?? so.counted) === act.submission
        ? null
        : no('这一份报告不在审核中。', '请刷新页面，查看最新报送的报告。')
    case 'accepted':
      return so.waiting === act.submission ? null : no('这一份报告不在审核中。', '请刷新页面，查看最新报送的报告。')
    case 'excused':
      return so.waiting !== null || so.counted !== null
        ? no('该单位已经报送报告。', '先退回已报送的报告，再设为不需报送。')
        : so.state === 'excused'
          ? no('已设为不需报送。', '无需重复办理。')
          : null
    case 'reminded':
      return so.state === 'handedIn' || so.state === 'accepted' || so.state === 'excused'
        ? no('该单位已报送或者不需报送。', '无需催报。')
        : null
    case 'seen':
      return so.state === 'asked' ? null : no('通知已签收。', '请按期报送。')
    case 'asked':
      return no('通知已送达。', '无需重复办理。')
  }
}
