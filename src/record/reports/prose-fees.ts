/** X10: what section 六 says of the 信息处理费, held against what the register says was paid. */
import { finding } from '../../law/reports/checks.ts'
import type { Finding } from '../../law/reports/model.ts'
import { normalise } from './normalise.ts'

const AMOUNT = /(\d{1,9}(?:\.\d{1,6})?)(万?)元/g
const ABOUT_FEE = /信息处理费|处理费|收费/

/** `others`: units' fees may stand in the same section, so that the own amount need not be the one told. */
export function checkFeesPaid(other: readonly string[], yuan: number, { others }: { others: boolean }): Finding[] {
  const sentences = normalise(other.join('\n'))
    .replace(/\s+/g, '')
    .split(/[。;]/)
    .filter((sentence) => ABOUT_FEE.test(sentence))
  const told = sentences.flatMap((sentence) =>
    [...sentence.matchAll(AMOUNT)].map(([, n, wan]) => Math.round(Number(n) * (wan ? 1_000_000 : 100))),
  )
  const due = Math.round(yuan * 100)
  const fits = others ? told.some((amount) => amount >= due) : told.includes(due)
  if (due === 0 ? others || told.every((amount) => amount === 0) : fits) return []
  const message =
    due === 0
      ? '登记簿中没有缴纳信息处理费的记录，第六部分写有收费金额'
      : `登记簿中本年收取信息处理费${yuan}元，第六部分${told.length > 0 ? '写的金额不同' : '没有写明这个金额'}`
  return [
    finding('X10', 'text', message, { section: 'other', expected: yuan, found: told[0] === undefined ? null : told[0] / 100 }),
  ]
}
