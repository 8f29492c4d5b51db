import { DECISION_KIND_WORDS, type DecisionEntry, type DecisionKind } from '../../record/reports/decision-entries.ts'

const yuan = new Intl.NumberFormat('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

/** How many: 准予 120 件，不予 3 件; 40 件; 12,345.00 元. */
export function quantityWords({ kind, made, refused, fen }: Pick<DecisionEntry, 'kind' | 'made' | 'refused' | 'fen'>): string {
  if (kind === 'feesWanYuan') return `${yuan.format(fen / 100)} 元`
  return kind === 'permits' ? `准予 ${made} 件，不予 ${refused} 件` : `${made} 件`
}

/** 行政许可 163 件; 行政处罚 未登记 */
export function sumWords(kind: DecisionKind, sum: number | null): string {
  const said = sum === null ? '未登记' : kind === 'feesWanYuan' ? `${sum} 万元` : `${sum} 件`
  return `${DECISION_KIND_WORDS[kind]} ${said}`
}
