/** The question put to `gongkai clock`: read strictly, refused in one line that says what is wrong and what to do. */
import { z } from 'zod'
import { isLocalDate, type LocalDate } from '../../../law/date.ts'
import { DEFAULT_READINGS, isReadingValue, READING_QUESTIONS, type Readings } from '../../../law/readings.ts'
import type { ClockAct } from '../../../law/requests/clock-types.ts'
import { INTAKE_CHANNELS, OUTCOMES, REVIEW_BODIES, SERVICE_METHODS } from '../../../law/requests/vocabulary.ts'

/** What is wrong with the input; `message` is the one line for the caller. */
export class InputFault extends Error {}

export interface ClockQuestion {
  acts: ClockAct[]
  asOf: LocalDate | undefined
  readings: Readings
  overlay: { off: LocalDate[]; on: LocalDate[] }
}

const LAST_YEAR = '9990-01-01'
const day = z.custom<LocalDate>(
  (value) => isLocalDate(value) && value >= '1900-01-01' && value < LAST_YEAR,
  '应为存在的日期，如 2026-03-02',
)
const label = z.string('应为文字').min(1, '不能为空').max(100, '不超过 100 字').optional()
const flag = z.boolean('应为 true 或 false').optional()
const act = <K extends ClockAct['kind'], S extends z.ZodRawShape>(kind: K, shape: S) =>
  z.strictObject({ kind: z.literal(kind), on: day, ...shape })

const ACTS = [
  act('submitted', { via: z.enum(INTAKE_CHANNELS).optional() }),
  act('received', { via: z.enum(INTAKE_CHANNELS).optional() }),
  act('correction-asked', { replyBy: day.optional(), noticeReceived: day.optional() }),
  act('correction-received', {}),
  act('correction-lapsed', {}),
  act('reasons-asked', { replyBy: day.optional() }),
  act('reasons-given', {}),
  act('deferred', { until: day }),
  act('third-party-asked', { party: label, letterReceived: day.optional() }),
  act('third-party-answered', { party: label, consents: flag, reasons: z.string('应为文字').max(2000).optional() }),
  act('agency-asked', { agency: label, as: z.enum(['co-maker', 'consulted']).optional(), letterReceived: day.optional() }),
  act('agency-answered', { agency: label, consents: flag }),
  act('fee-noticed', { noticeReceived: day.optional(), yuan: z.number('应为数字').nonnegative('不能是负数').optional() }),
  act('fee-paid', {}),
  act('fee-lapsed', {}),
  act('extended', { workingDays: z.int('应为整数').min(1, '至少 1').max(1000, '至多 1000') }),
  act('replied', { outcome: z.enum(OUTCOMES).optional(), article: z.string('应为文字').max(20).optional() }),
  act('served', { by: z.enum(SERVICE_METHODS).optional() }),
  act('withdrawn', {}),
  act('reopened', { by: z.enum(REVIEW_BODIES).optional(), replyBy: day.optional() }),
  act('annulled', { of: z.int('应为被更正事项的序号（从 0 起）').min(0, '从 0 起') }),
] as const

/** The names of the acts, in the order in which the help lists them. */
export const ACT_KINDS = ACTS.map((one) => one.shape.kind.value)

const question = z.strictObject({
  acts: z.array(z.discriminatedUnion('kind', ACTS, '应为对象'), '应为事项的数组'),
  asOf: day.optional(),
  readings: z.record(z.string(), z.unknown(), '应为“口径: 取值”的对象').optional(),
  calendar: z
    .strictObject({ off: z.array(day, '应为日期的数组').optional(), on: z.array(day, '应为日期的数组').optional() })
    .optional(),
})

/** Names under which the legal notes list some readings, for those whose own name had to say more. */
const OTHER_NAMES: Readonly<Record<string, keyof Readings>> = {
  periodWd: 'correctionPeriodWorkingDays',
  monthBasis: 'feeMonthBasis',
  volumeCountsAsItem: 'feeVolumeCountsAsItem',
  countBy: 'litigationCountBy',
}
/** Listed there with one value only: Art 30 leaves no choice (一次性). */
const ONLY_VALUE: Readonly<Record<string, unknown>> = { maxTimes: 1 }
const WORDS_FOR_BOOLEAN: Readonly<Record<string, boolean>> = { yes: true, no: false }

function isReading(key: string): key is keyof Readings {
  return Object.hasOwn(READING_QUESTIONS, key)
}

function readReadings(given: Record<string, unknown>, at: string): Readings {
  const chosen: Record<string, unknown> = {}
  for (const [name, raw] of Object.entries(given)) {
    if (Object.hasOwn(ONLY_VALUE, name) && raw === ONLY_VALUE[name]) continue
    const key = Object.hasOwn(OTHER_NAMES, name) ? OTHER_NAMES[name] : name
    if (key === undefined || !isReading(key)) {
      throw new InputFault(`${at}readings：没有口径“${name}”。可用口径：${Object.keys(READING_QUESTIONS).join('、')}`)
    }
    const isBoolean = typeof DEFAULT_READINGS[key] === 'boolean'
    const value = isBoolean && typeof raw === 'string' && Object.hasOwn(WORDS_FOR_BOOLEAN, raw) ? WORDS_FOR_BOOLEAN[raw] : raw
    if (!isReadingValue(key, value)) throw new InputFault(`${at}readings.${name}：取值不对。${allowedValues(key)}`)
    chosen[key] = value
  }
  return { ...DEFAULT_READINGS, ...chosen }
}

function allowedValues(key: keyof Readings): string {
  const { options } = READING_QUESTIONS[key]
  if (typeof options.min === 'number') return `应为 ${options.min} 至 ${options.max} 的整数`
  return `可取：${Object.keys(options).join('、')}`
}

/** One issue of the schema as one line; foreign text is quoted only where it names a key or a kind, cut short. */
function inWords({ code, path, message, ...issue }: z.core.$ZodIssue, input: unknown): string {
  const place = path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '')
  const at = place === '' ? '' : `${place}：`
  if (code === 'unrecognized_keys' && 'keys' in issue) {
    return `${at}不认识“${issue.keys.map((key) => key.slice(0, 40)).join('”“')}”，请删去或改正名称`
  }
  const value = path.reduce<unknown>((inner, part) => (inner as Record<PropertyKey, unknown> | undefined)?.[part], input)
  if (code === 'invalid_union') {
    const kind = typeof value === 'string' ? `没有事项“${value.slice(0, 40)}”` : '缺少事项的种类'
    return `${at}${kind}。可用种类：${ACT_KINDS.join('、')}`
  }
  if (value === undefined && path.length > 0) return `${at}缺少此项`
  if (code === 'invalid_value' && 'values' in issue) return `${at}取值不对。可取：${issue.values.join('、')}`
  if (code === 'invalid_type' && path.length <= 1 && place === '')
    return '应为对象，如 {"acts":[{"kind":"received","on":"2026-03-02"}]}'
  return `${at}${message}`
}

function readQuestion(input: unknown, at: string): ClockQuestion {
  const read = question.safeParse(input)
  if (!read.success) {
    const [issue] = read.error.issues
    throw new InputFault(at + (issue ? inWords(issue, input) : '内容不符合要求'))
  }
  const { acts, asOf, readings, calendar } = read.data
  acts.forEach((one, index) => {
    if (one.kind === 'annulled' && (one.of >= acts.length || one.of === index)) {
      throw new InputFault(`${at}acts[${index}].of：没有序号为 ${one.of} 的其他事项，应为 acts 中另一事项的序号（从 0 起）`)
    }
  })
  const [off, on] = [calendar?.off ?? [], calendar?.on ?? []]
  const both = off.find((date) => on.includes(date))
  if (both) throw new InputFault(`${at}calendar：${both} 同时列在 off 和 on，请只留一处`)
  return { acts, asOf, readings: readReadings(readings ?? {}, at), overlay: { off, on } }
}

function parseJson(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return null
  }
}

/** One object, an array of them, or JSON Lines. Throws {@link InputFault}. */
export function readQuestions(source: string): ClockQuestion[] {
  const text = source.replace(/^\uFEFF/, '').trim()
  if (text === '') throw new InputFault('没有内容。请给出 JSON，如 {"acts":[{"kind":"received","on":"2026-03-02"}]}')
  const whole = parseJson(text)
  if (whole) {
    if (!Array.isArray(whole.value)) return [readQuestion(whole.value, '')]
    return whole.value.map((one, index) => readQuestion(one, `第 ${index + 1} 件：`))
  }
  const lines = text.split(/\r?\n/).map((line, index) => ({ line: line.trim(), number: index + 1 }))
  const filled = lines.filter(({ line }) => line !== '')
  return filled.map(({ line, number }) => {
    const parsed = parseJson(line)
    if (!parsed) {
      throw new InputFault(
        number === 1
          ? '不是 JSON。应为一个 JSON 对象、数组，或每行一个对象（JSON Lines）'
          : `第 ${number} 行不是 JSON。应为每行一个对象（JSON Lines）`,
      )
    }
    return readQuestion(parsed.value, filled.length > 1 ? `第 ${number} 行：` : '')
  })
}
