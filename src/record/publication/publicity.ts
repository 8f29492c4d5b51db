/** 公示: what is laid down of one when it is drafted, where it stands on a day, and how pages show it. */
import { z } from 'zod'
import { cite } from '../../law/cite.ts'
import type { Calendar, Length } from '../../law/calendar.ts'
import { isLocalDate, type LocalDate } from '../../law/date.ts'
import {
  isShorterThanLawful,
  leastPublicity,
  lengthWords,
  PUBLICITY_KINDS,
  PUBLICITY_RULES,
  type PublicityKind,
  publicityEnd,
} from '../../law/publication/publicity.ts'
import type { Readings } from '../../law/readings.ts'
import type { Refusal } from '../../law/refusal.ts'

const text = (most: number) => z.string().max(most)

/** 受理异议的联系方式, for everyone to read. */
export const publicityContactSchema = z.object({
  office: text(60).default(''),
  phone: text(60).default(''),
  /** An address, a mailbox. */
  place: text(120).default(''),
})
export type PublicityContact = z.infer<typeof publicityContactSchema>

/** What comes when the period is over. */
export const AFTER_PUBLICITY = ['result', 'archive'] as const
export type AfterPublicity = (typeof AFTER_PUBLICITY)[number]
export const AFTER_PUBLICITY_WORDS: Record<AfterPublicity, string> = { result: '公布结果', archive: '到此为止，不另外公布结果' }

export const publicitySchema = z.object({
  kind: z.enum(PUBLICITY_KINDS),
  /** Planned; the period never begins before the day of release. Null: on that day. */
  startsOn: z
    .custom<LocalDate>((day) => isLocalDate(day), '日期不正确')
    .nullable()
    .default(null),
  length: z.object({ n: z.number().int().min(1).max(365), unit: z.enum(['workingDays', 'days']) }),
  contact: publicityContactSchema.default({ office: '', phone: '', place: '' }),
  after: z.enum(AFTER_PUBLICITY).default('result'),
  /** 文字订正: why a change touches nothing of what is shown. Empty: whatever changes the text begins the period anew. */
  slight: text(200).default(''),
})
export type PublicityPlan = z.infer<typeof publicitySchema>

/** As it is offered when somebody chooses a kind. */
export function usualPlan(kind: PublicityKind, contact: PublicityContact): PublicityPlan {
  const { n, unit } = PUBLICITY_RULES[kind].usual
  return {
    kind,
    startsOn: null,
    length: { n, unit: unit === 'days' ? 'days' : 'workingDays' },
    contact,
    after: 'result',
    slight: '',
  }
}

export interface PublicityDays {
  startsOn: LocalDate
  /** Null where it needs a year whose holiday notice is not loaded. */
  endsOn: LocalDate | null
  /** Shorter than a text demands: which, and how long it has to be. */
  short: string | null
}

/** If it were released on this day. */
export function publicityDays(
  calendar: Calendar,
  readings: Pick<Readings, 'publicityFrom'>,
  plan: Pick<PublicityPlan, 'kind' | 'startsOn' | 'length'>,
  released: LocalDate,
): PublicityDays {
  const startsOn = firstDay(plan, released)
  const least = leastPublicity(plan.kind, startsOn)
  const tooShort = isShorterThanLawful(calendar, readings, { kind: plan.kind, startsOn, length: plan.length })
  return {
    startsOn,
    endsOn: publicityEnd(calendar, readings, startsOn, plan.length),
    short: tooShort && least ? `${cite(least.by)}：${PUBLICITY_RULES[plan.kind].zh}公示不少于 ${lengthWords(least.is)}` : null,
  }
}

/** The stretch for which a document is shown, as it is stored. */
export interface PublicityRun {
  run: number
  kind: PublicityKind
  startsOn: LocalDate
  endsOn: LocalDate
  length: Length
  contact: PublicityContact
  after: AfterPublicity
  restartedOn: LocalDate | null
  withdrawnOn: LocalDate | null
  concludedOn: LocalDate | null
  resultId: string | null
}

export const PUBLICITY_STATES = ['running', 'objections', 'awaitingResult', 'concluded', 'withdrawn', 'restarted'] as const
export type PublicityState = (typeof PUBLICITY_STATES)[number]

export const PUBLICITY_STATE_WORDS: Record<PublicityState, string> = {
  running: '正在公示',
  objections: '期满，异议待办结',
  awaitingResult: '期满，待公布结果',
  concluded: '已经办结',
  withdrawn: '已经撤下',
  restarted: '已经重新公示',
}

/** Where it stands on a day. `open`: objections that are not answered. */
export function publicityState(
  run: Pick<PublicityRun, 'endsOn' | 'restartedOn' | 'withdrawnOn' | 'concludedOn' | 'after'>,
  open: number,
  today: LocalDate,
): PublicityState {
  if (run.restartedOn) return 'restarted'
  if (run.withdrawnOn) return 'withdrawn'
  if (run.concludedOn) return 'concluded'
  if (today <= run.endsOn) return 'running'
  if (open > 0) return 'objections'
  return run.after === 'result' ? 'awaitingResult' : 'concluded'
}

/** What is missing of a plan before it may be reviewed, each at its field. */
export function planRefusals(plan: PublicityPlan, days: PublicityDays): Refusal[] {
  const { office, phone, place } = plan.contact
  const missing = (field: string, say: string, then: string): Refusal => ({ code: 'field-missing', field, say, then })
  return [
    ...(office.trim() ? [] : [missing('publicity.contact.office', '没有写受理异议的部门。', '请填写，公示页面上要写明。')]),
    ...(phone.trim() || place.trim()
      ? []
      : [missing('publicity.contact.phone', '没有写怎样提出异议。', '请填写电话，或者地址、邮箱。')]),
    ...(days.endsOn
      ? []
      : [
          {
            code: 'field-invalid' as const,
            field: 'publicity.length.n',
            say: '公示期跨到的年份还没有放假安排，算不出最后一日。',
            then: '请系统管理员载入放假安排，或者缩短公示期、改为按日计算。',
          },
        ]),
  ]
}

/** What becomes of a 公示 that stands, when another edition of the document is released. */
export type Continuation =
  | { kind: 'begins' }
  /** Nothing of what is shown changed: the last day stays, or moves later. */
  | { kind: 'continues'; endsOn: LocalDate }
  | { kind: 'restarts' }
  | { kind: 'refused'; refusals: Refusal[] }

interface Shown {
  title: string
  body: string
  /** Which files, under which titles: of a masked one the file that it was made from. */
  files: string
}

/** The day and its calendar, as the continuation of a 公示 is judged by. */
export interface Judging {
  today: LocalDate
  /** The last day of the planned length, begun on a day; null where it is not known. */
  ends(startsOn: LocalDate): LocalDate | null
  /** Takes the numbers of persons out of a text, so that taking them out counts as no change of what is shown. */
  masked(text: string): string
}

/** A period that runs is never shortened. A change of what is shown begins it anew, unless it is a slight one, with its reason. */
export function continuation(
  standing: { run: PublicityRun; shown: Shown } | null,
  next: { plan: PublicityPlan | null; shown: Shown },
  { today, ends, masked }: Judging,
): Continuation {
  if (!standing || !isRunning(standing.run, today)) return { kind: 'begins' }
  const { run, shown } = standing
  const { plan } = next
  if (!plan)
    return refusal(
      'publicity.kind',
      `这件信息正在公示，到 ${run.endsOn} 为止，不能取消公示。`,
      '确需停止的，请在已发布的一稿上“撤下”并写明原因。',
    )
  const same = (one: string, other: string) => masked(one) === masked(other)
  const changed = !same(shown.title, next.shown.title) || !same(shown.body, next.shown.body) || shown.files !== next.shown.files
  const restarts = changed && plan.slight.trim() === ''
  const sameLength = plan.length.unit === run.length.unit && plan.length.n === run.length.n
  const endsOn = restarts ? ends(firstDay(plan, today)) : sameLength ? run.endsOn : ends(run.startsOn)
  if (endsOn && (endsOn < run.endsOn || isLess(plan.length, run.length)))
    return refusal(
      'publicity.length.n',
      `公示期不能缩短：原定 ${lengthWords(run.length)}，到 ${run.endsOn}。`,
      '请把公示期改回原来的长度，或者延长。',
    )
  return restarts ? { kind: 'restarts' } : { kind: 'continues', endsOn: endsOn ?? run.endsOn }
}

/** 正在公示. */
export function isRunning(
  run: Pick<PublicityRun, 'restartedOn' | 'withdrawnOn' | 'concludedOn' | 'endsOn'>,
  today: LocalDate,
): boolean {
  return !run.restartedOn && !run.withdrawnOn && !run.concludedOn && today <= run.endsOn
}

function firstDay({ startsOn }: Pick<PublicityPlan, 'startsOn'>, released: LocalDate): LocalDate {
  return startsOn && startsOn > released ? startsOn : released
}

function isLess(one: Length, other: Length): boolean {
  return one.unit === other.unit && one.n < other.n
}

function refusal(field: string, say: string, then: string): Continuation {
  return { kind: 'refused', refusals: [{ code: 'publicity-shortened', field, say, then }] }
}
