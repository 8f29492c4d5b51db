/**
 * 公示 — what an agency means to decide about people is shown for a time, so that anybody may object before it is decided: 评优、资助、
 * 任职、录用、招聘、职称、录取、中标. How long depends on the kind; the Regulation itself sets no such period.
 */
import { type Calendar, lastDay, type Length } from '../calendar.ts'
import { type Citation, tendering, whole } from '../cite.ts'
import { addDays, type LocalDate } from '../date.ts'
import { type Dated, inForce, type Version } from '../dated.ts'
import type { Readings } from '../readings.ts'

export const PUBLICITY_KINDS = [
  'award',
  'aid',
  'appointment',
  'civilService',
  'recruitment',
  'title',
  'admission',
  'tender',
  'other',
] as const
export type PublicityKind = (typeof PUBLICITY_KINDS)[number]

interface PublicityRule {
  readonly zh: string
  /** What is shown, as the hint at the choice says it. */
  readonly what: string
  /** The shortest period that a text demands; null where none was found that holds everywhere. */
  readonly least: Dated<Length> | null
  /** What is offered first: the shortest lawful period, or what is customary. */
  readonly usual: Length
}

const workingDays = (n: number): Length => ({ n, unit: 'workingDays' })
const days = (n: number): Length => ({ n, unit: 'days' })

function atLeast(from: string, is: Length, by: Citation): Pick<PublicityRule, 'least' | 'usual'> {
  return { least: inForce<Length>([{ from, is, by }]), usual: is }
}

/** Where only the year of a text is certain, the day is the first on which it surely applied. */
export const PUBLICITY_RULES: Readonly<Record<PublicityKind, PublicityRule>> = {
  award: { zh: '评优评先', what: '拟表彰的集体和个人', least: null, usual: workingDays(5) },
  aid: { zh: '学生资助', what: '拟资助的学生', ...atLeast('2022-01-01', workingDays(5), whole('studentAid')) },
  appointment: { zh: '任职', what: '拟任职的干部', ...atLeast('2020-01-01', workingDays(5), whole('cadreRules')) },
  civilService: {
    zh: '公务员录用',
    what: '拟录用的公务员',
    ...atLeast('2020-01-01', workingDays(5), whole('civilServantHiring')),
  },
  recruitment: {
    zh: '事业单位招聘',
    what: '拟聘用的人员',
    ...atLeast('2006-01-01', days(7), whole('institutionHiring')),
  },
  title: { zh: '职称评审', what: '评审通过的人员', ...atLeast('2020-01-01', workingDays(5), whole('titleReview')) },
  admission: { zh: '招生录取', what: '拟录取的学生、享受加分或者照顾政策的学生', least: null, usual: workingDays(5) },
  tender: { zh: '中标候选人', what: '依法必须招标的项目的中标候选人', ...atLeast('2012-02-01', days(3), tendering('54')) },
  other: { zh: '其他', what: '其他作出决定前要公示的事项', least: null, usual: workingDays(5) },
}

/** 公示期的最后一日. By the reading `publicityFrom` the first day itself counts or does not. Null where it needs a year not loaded. */
export function publicityEnd(
  calendar: Calendar,
  { publicityFrom }: Pick<Readings, 'publicityFrom'>,
  startsOn: LocalDate,
  length: Length,
): LocalDate | null {
  return lastDay(calendar, publicityFrom === 'sameDay' ? addDays(startsOn, -1) : startsOn, length)
}

/** The shortest period that the law of that day demands; undefined where it demands none. */
export function leastPublicity(kind: PublicityKind, on: LocalDate): Version<Length> | undefined {
  return PUBLICITY_RULES[kind].least?.on(on)
}

/** Ends sooner than the shortest lawful period would. Null where a day is not known. */
export function isShorterThanLawful(
  calendar: Calendar,
  readings: Pick<Readings, 'publicityFrom'>,
  { kind, startsOn, length }: { kind: PublicityKind; startsOn: LocalDate; length: Length },
): boolean | null {
  const least = leastPublicity(kind, startsOn)
  if (!least) return false
  const [ends, lawful] = [length, least.is].map((one) => publicityEnd(calendar, readings, startsOn, one))
  return ends && lawful ? ends < lawful : null
}

const UNIT_WORDS: Record<Length['unit'], string> = { workingDays: '个工作日', days: '日', months: '个月' }

/** 5 个工作日 */
export function lengthWords({ n, unit }: Length): string {
  return `${n} ${UNIT_WORDS[unit]}`
}

/** How an objection ends. */
export const OBJECTION_FINDINGS = ['upheld', 'partly', 'rejected', 'outside', 'takenBack'] as const
export type ObjectionFinding = (typeof OBJECTION_FINDINGS)[number]

interface FindingRule {
  readonly zh: string
  readonly what: string
  /** What was shown does not stay as it is: the answer has to say what is done. */
  readonly changes: boolean
}

export const OBJECTION_FINDING_RULES: Readonly<Record<ObjectionFinding, FindingRule>> = {
  upheld: { zh: '成立', what: '查证属实，公示的内容要改', changes: true },
  partly: { zh: '部分成立', what: '有一部分属实', changes: true },
  rejected: { zh: '不成立', what: '查证后与事实或者规定不符', changes: false },
  outside: { zh: '不属于本次公示', what: '反映的是别的事，已告知反映的途径', changes: false },
  takenBack: { zh: '已撤回', what: '提出人自己撤回', changes: false },
}

/** How an objection came. */
export const OBJECTION_WAYS = ['online', 'phone', 'letter', 'visit'] as const
export type ObjectionWay = (typeof OBJECTION_WAYS)[number]

export const OBJECTION_WAY_WORDS: Record<ObjectionWay, string> = {
  online: '网上',
  phone: '电话',
  letter: '来信',
  visit: '来访',
}

/** Who objects. */
export const OBJECTORS = ['affected', 'public'] as const
export type Objector = (typeof OBJECTORS)[number]

export const OBJECTOR_WORDS: Record<Objector, string> = {
  affected: '公示涉及的本人或者利害关系人',
  public: '其他了解情况的人',
}
