/** 比较的限度: what a reader must not conclude from two reports side by side. Told in words, above the numbers. */
import { FORMS } from '../../law/reports/formats/index.ts'
import type { AgencyKind } from '../people/agency.ts'
import type { ComparedCell } from './compare.ts'
import type { UnitsAddedUp } from './notice.ts'
import type { Piece } from './wording.ts'

export interface ComparedSide {
  agencyId: string
  kind: AgencyKind
  /** Of a report that adds up others. */
  units: Pick<UnitsAddedUp, 'included' | 'missing'> | null
}

/** Two reports, or two sums, as the supervisor sees them. */
export interface HandInComparison {
  /** 云岭县教育局 2025 年（审核通过的报告） */
  sides: [one: string, other: string]
  limits: string[]
  /** Null where the formats differ. */
  cells: ComparedCell[] | null
  /** Of two units' reports; sums have no words. */
  wordings: { words: string; one: Piece[]; other: Piece[] }[]
}

/** Units named in a sentence. */
const MOST_NAMED = 20

export function comparisonLimits([one, other]: readonly [ComparedSide, ComparedSide]): string[] {
  return [
    one.agencyId === other.agencyId
      ? '两年之间机关可能合并、拆分，职责、公开目录和统计口径可能变化，数字的增减不直接说明工作的好坏。'
      : '两个机关的职责、服务人口和收到的申请各不相同，数字的大小不说明谁做得更好，不据此排名。',
    ...scopeLimits(one, other),
    '空白是报告没有填写或者读不清，不当作 0，也不计算差。',
  ]
}

function scopeLimits(one: ComparedSide, other: ComparedSide): string[] {
  if (!one.units || !other.units)
    return one.kind === 'government' || other.kind === 'government'
      ? ['政府的报告可能包含所属部门的数字，与单个部门的报告不在一个范围。']
      : []
  const [mine, theirs] = [one.units, other.units]
  // Neither adds up any: nothing is to be said of a scope.
  if ([mine, theirs].every(({ included, missing }) => included.length + missing.length === 0)) return []
  const only = (here: readonly string[], there: readonly string[]) => {
    const others = new Set(there)
    return here.filter((name) => !others.has(name))
  }
  const differing = [
    { side: '甲', names: only(mine.included, theirs.included) },
    { side: '乙', names: only(theirs.included, mine.included) },
  ].filter(({ names }) => names.length > 0)
  const lines = [`甲汇总了 ${mine.included.length} 个单位的报告，乙汇总了 ${theirs.included.length} 个。`]
  if (differing.length === 0) lines.push('两边汇总的单位名称相同。')
  else
    lines.push(
      ...differing.map(({ side, names }) => `只在${side}中计入的：${named(names)}。`),
      '汇总范围不同，合计的差可能只是单位增减、更名造成的。',
    )
  for (const [side, { missing }] of [
    ['甲', mine],
    ['乙', theirs],
  ] as const)
    if (missing.length > 0)
      lines.push(`${side}中有 ${missing.length} 个单位没有报送或者没有审核通过，没有计入：${named(missing)}。`)
  return lines
}

function named(names: readonly string[]): string {
  return names.length > MOST_NAMED ? `${names.slice(0, MOST_NAMED).join('、')}等 ${names.length} 个` : names.join('、')
}

/** Totals of table 三 first, by the sections of the form; by requester only the cells that differ. */
export function inOrder(cells: readonly ComparedCell[]): {
  sections: { section: string; cells: ComparedCell[] }[]
  byRequester: ComparedCell[]
} {
  const isTotal = ({ code }: ComparedCell) => !code.startsWith('requests.') || code.endsWith('.total')
  const totals = cells.filter(isTotal)
  const names = [...new Set(totals.map(({ section }) => section))]
  return {
    sections: names.map((section) => ({ section, cells: totals.filter((cell) => cell.section === section) })),
    byRequester: cells.filter((cell) => !isTotal(cell) && cell.values[0] !== cell.values[1]),
  }
}

/** 多 3 · 少 2 · 相同: in words, since colour and signs alone say it to some only. */
export function differenceWords({ difference, values: [one, other] }: ComparedCell): string {
  if (difference === null) return one === other && one !== null ? '相同' : one === null || other === null ? '有空白' : '不相减'
  return difference === 0 ? '相同' : difference > 0 ? `多 ${difference}` : `少 ${Number(-difference)}`
}

/** Said of two thirds of the rows: left out where a reader has the table before him. */
const RESULTS = new RegExp(
  `^(?:${Object.values(FORMS)
    .map(({ requests }) => requests.resultsHeading)
    .join('|')}) `,
)

export function rowWords({ row }: Pick<ComparedCell, 'row'>): string {
  return row.replace(RESULTS, '')
}
