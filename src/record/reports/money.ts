/** Amounts of table 二, which are in 万元 by the form, in the units in which they are found. */
import { condense } from './normalise.ts'

const IN_WAN_YUAN: Readonly<Record<string, number>> = {
  元: 1 / 10_000,
  百元: 1 / 100,
  千元: 1 / 10,
  万元: 1,
  百万元: 100,
  千万元: 1000,
  亿元: 10_000,
}

/** The 分 is the sixth place of an amount in 万元; more places come from dividing. */
const PLACES = 6

/** Null for a unit that is none of these. */
export function inWanYuan(value: number, unit: string): number | null {
  const factor = IN_WAN_YUAN[unit]
  return factor === undefined ? null : Number((value * factor).toFixed(PLACES))
}

/** The unit that the headings of a table name for its amounts; 万元 where they name none, '' where they name several or another. */
export function headedUnit(headings: string): string {
  const { characters } = condense(headings)
  const named = [...characters.matchAll(/(?:单位|收费(?:总)?金额)(?:单位)?(?:为|人民币)?([百千万亿]*元|[港美欧日][元圆])/g)]
  const units = new Set(named.map(([, unit = '']) => unit))
  const [unit = '万元'] = units
  return units.size > 1 || inWanYuan(1, unit) === null ? '' : unit
}
