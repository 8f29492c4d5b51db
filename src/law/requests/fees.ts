/**
 * 信息处理费 — Reg. 42 and 《政府信息公开信息处理费管理办法》 3–6: by item (按件) or by volume (按量), per application one of them,
 * never both. Both scales are progressive on the excess. Amounts in whole 元. Charging is a discretion (可以收取).
 */
import type { Citation } from '../cite.ts'
import { cite, feeMeasures } from '../cite.ts'
import type { LocalDate } from '../date.ts'
import { chineseDate } from '../date.ts'
import type { Dated } from '../dated.ts'
import { inForce } from '../dated.ts'
import type { Readings } from '../readings.ts'
import type { Result } from '../refusal.ts'
import type { Outcome } from './vocabulary.ts'
import { ok, refused } from '../refusal.ts'

/** From the `from`-th unit to the `to`-th (null: without end) each costs `yuan`. */
interface Tier {
  readonly from: number
  readonly to: number | null
  readonly yuan: number
}

export interface FeeScale {
  readonly unit: '件' | '页'
  readonly tiers: readonly Tier[]
}

/** 按件计收 (Art 4): items of one requester in one calendar month (自然月), whatever is decided. From the 31st, 100 元 more for every 10. */
const ITEM_SCALE: Dated<FeeScale & { readonly thereafter: { every: number; dearer: number } }> = inForce([
  {
    from: '2021-01-01',
    is: {
      unit: '件',
      tiers: [
        { from: 1, to: 10, yuan: 0 },
        { from: 11, to: 30, yuan: 100 },
        { from: 31, to: 40, yuan: 200 },
      ],
      thereafter: { every: 10, dearer: 100 },
    },
    by: feeMeasures('4'),
  },
])

/** 按量计收 (Art 5): pages (A4 or smaller, one side) given in one application; pages of several applications are not added up. */
const VOLUME_SCALE: Dated<FeeScale> = inForce([
  {
    from: '2021-01-01',
    is: {
      unit: '页',
      tiers: [
        { from: 1, to: 30, yuan: 0 },
        { from: 31, to: 100, yuan: 10 },
        { from: 101, to: 200, yuan: 20 },
        { from: 201, to: null, yuan: 40 },
      ],
    },
    by: feeMeasures('5'),
  },
])

/** One line of the sum as the notice prints it. */
export interface FeeStep {
  readonly from: number
  readonly to: number
  readonly quantity: number
  readonly each: number
  readonly yuan: number
  /** 第11件至第15件：5件×100元＝500元 */
  readonly words: string
}

export interface Fee {
  readonly scale: 'item' | 'volume'
  /** Items or pages charged or let free. */
  readonly quantity: number
  readonly yuan: number
  readonly steps: readonly FeeStep[]
  readonly by: Citation
  /** 按件: the month whose items are counted together, and how many came before these. */
  readonly counted?: { readonly month: string; readonly earlier: number }
}

/** The tiers with those that go on rising, as far as the `last` unit. */
function tiersUpTo(tiers: readonly Tier[], thereafter: { every: number; dearer: number }, last: number): Tier[] {
  const top = tiers.at(-1)
  if (!top || top.to === null || top.to >= last) return [...tiers]
  const next = { from: top.to + 1, to: top.to + thereafter.every, yuan: top.yuan + thereafter.dearer }
  return tiersUpTo([...tiers, next], thereafter, last)
}

/** What the units `first`…`last` cost, tier by tier. */
function sum(unit: FeeScale['unit'], tiers: readonly Tier[], first: number, last: number): FeeStep[] {
  return tiers.flatMap(({ from, to, yuan: each }) => {
    const [start, end] = [Math.max(from, first), Math.min(to ?? last, last)]
    if (start > end) return []
    const quantity = end - start + 1
    const range = start === end ? `第${start}${unit}` : `第${start}${unit}至第${end}${unit}`
    const words = each === 0 ? `${range}：免费` : `${range}：${quantity}${unit}×${each}元＝${quantity * each}元`
    return [{ from: start, to: end, quantity, each, yuan: quantity * each, words }]
  })
}

function whole(n: number, what: string): void {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`${what} must be a whole number of at least 0: ${n}`)
}

function noScaleYet(on: LocalDate): Result<never> {
  return refused({
    code: 'before-the-law',
    say: `${chineseDate(on)}尚无可以适用的信息处理费标准。`,
    then: '该办法自2021年1月1日起施行，此前的申请不能据以收费。',
    cite: feeMeasures('3'),
  })
}

/**
 * 按件: the `items` of an application that follow `earlierInMonth` items of the same requester in the same month.
 * @param on the day of the decision to charge; refused before the measures came into force
 * @param month `YYYY-MM`, for the arithmetic as the notice prints it
 */
export function feeByItem(order: { earlierInMonth: number; items: number; on: LocalDate; month?: string }): Result<Fee> {
  whole(order.earlierInMonth, 'earlierInMonth')
  whole(order.items, 'items')
  const version = ITEM_SCALE.on(order.on)
  if (!version) return noScaleYet(order.on)
  const last = order.earlierInMonth + order.items
  const steps = sum('件', tiersUpTo(version.is.tiers, version.is.thereafter, last), order.earlierInMonth + 1, last)
  const counted = order.month === undefined ? {} : { counted: { month: order.month, earlier: order.earlierInMonth } }
  return ok({ scale: 'item', quantity: order.items, yuan: total(steps), steps, by: version.by, ...counted })
}

/**
 * 按量: the pages given in one application, a list with one number per document (a part of a page counts as one).
 * Information that is public already, where the reply only tells where it is, is not charged by volume.
 */
export function feeByVolume(order: { pages: readonly number[]; onlyPointsToPublished?: boolean; on: LocalDate }): Result<Fee> {
  const version = VOLUME_SCALE.on(order.on)
  if (!version) return noScaleYet(order.on)
  const pages = order.pages.reduce((all, one) => all + Math.ceil(one), 0)
  whole(pages, 'pages')
  const charged = order.onlyPointsToPublished ? 0 : pages
  const steps = sum('页', version.is.tiers, 1, charged)
  return ok({ scale: 'volume', quantity: charged, yuan: total(steps), steps, by: version.by })
}

function total(steps: readonly FeeStep[]): number {
  return steps.reduce((all, step) => all + step.yuan, 0)
}

/** An application as the monthly count sees it. `items` are the smallest reasonable matters it was split into (一事一申请). */
export interface CountedRequest {
  readonly submittedOn: LocalDate
  readonly receivedOn: LocalDate
  readonly items: number
  readonly scale: Fee['scale'] | null
}

/** 自然月 `YYYY-MM` in which an application counts: by receipt or by submission, as the reading says. */
export function feeMonth(
  request: Pick<CountedRequest, 'submittedOn' | 'receivedOn'>,
  readings: Pick<Readings, 'feeMonthBasis'>,
): string {
  return (readings.feeMonthBasis === 'receipt' ? request.receivedOn : request.submittedOn).slice(0, 7)
}

/** How many items the same requester has had in the month before this application; the list holds the earlier ones. */
export function itemsInMonth(
  earlier: readonly CountedRequest[],
  month: string,
  readings: Pick<Readings, 'feeMonthBasis' | 'feeVolumeCountsAsItem'>,
): number {
  return earlier
    .filter((one) => feeMonth(one, readings) === month && (one.scale !== 'volume' || readings.feeVolumeCountsAsItem))
    .reduce((all, one) => all + one.items, 0)
}

/** The basis and the sum in words, for the notice: scale, each step, total. */
export function feeWords(fee: Fee): string[] {
  const manner = fee.scale === 'item' ? '按件计收' : '按量计收'
  return [
    `计收方式：${manner}（${cite(fee.by)}）`,
    ...countedWords(fee),
    ...fee.steps.map((step) => step.words),
    `合计：${fee.yuan}元`,
  ]
}

/** 只告知获取方式和途径 (Reg. 36(1)): no copy is made, so nothing is charged by volume (fee measures Art 5). */
export function onlyPointsToPublished(outcome: Outcome | null): boolean {
  return outcome === 'granted.alreadyPublished'
}

/** 按自然月累计: which items these are of the month. By volume nothing is added up over applications. */
function countedWords({ scale, quantity, counted }: Fee): string[] {
  if (scale === 'volume') return [`本件提供${quantity}页；各件申请的页数不相加`]
  if (!counted) return []
  const [year, month] = counted.month.split('-').map(Number)
  const [first, last] = [counted.earlier + 1, counted.earlier + quantity]
  const which = first === last ? `第${first}件` : `第${first}件至第${last}件`
  return [`${year}年${month}月（自然月）内此前已计${counted.earlier}件，本申请${quantity}件，为当月${which}`]
}
