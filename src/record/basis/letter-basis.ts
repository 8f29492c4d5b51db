import type { Instrument } from '../../law/cite.ts'
import type { LetterCode } from '../letters/model.ts'

export interface LetterBasis {
  readonly name: string
  readonly of: readonly Instrument[]
}

const REGULATION: readonly Instrument[] = ['reg']

/** Which texts the standing words of each letter name; a test composes every letter and holds the table to them. */
export const LETTER_BASIS: Partial<Record<LetterCode, LetterBasis>> = {
  D01: { name: '登记回执', of: REGULATION },
  D02: { name: '补正告知书', of: REGULATION },
  D03: { name: '说明理由告知书', of: REGULATION },
  D04: { name: '延期答复告知书', of: REGULATION },
  D05: { name: '征求意见书（第三方）', of: REGULATION },
  D07: { name: '征求意见情况告知书', of: REGULATION },
  D08: { name: '征求意见函（其他机关）', of: REGULATION },
  D09: { name: '决定公开告知书（第三方）', of: REGULATION },
  D10: { name: '收费通知书', of: ['reg', 'feeMeasures'] },
  D11: { name: '公开告知书', of: REGULATION },
  D12: { name: '已主动公开告知书', of: REGULATION },
  D13: { name: '部分公开告知书', of: ['reg', 'arl'] },
  D14: { name: '不予公开告知书', of: ['reg', 'arl'] },
  D15: { name: '政府信息不存在告知书', of: REGULATION },
  D16: { name: '非本机关负责公开告知书', of: REGULATION },
  D17: { name: '不予重复处理告知书', of: REGULATION },
  D18: { name: '行政查询告知书', of: ['reg', 'archivesLaw'] },
  D19: { name: '不作为政府信息公开申请处理告知书', of: ['reg', 'reportFormat2021'] },
  D20: { name: '公开出版物获取途径告知书', of: REGULATION },
  D21: { name: '无现成信息告知书', of: REGULATION },
  D22: { name: '补正后仍不明确告知书', of: ['reg', 'reportFormat2021'] },
  D23: { name: '不予处理告知书', of: ['reg', 'reportFormat2021'] },
  D24: { name: '不再处理告知书', of: ['reg', 'feeMeasures'] },
  D25: { name: '延迟答复告知书', of: REGULATION },
  D26: { name: '更正信息告知书', of: REGULATION },
  D29: { name: '转为主动公开审核单', of: REGULATION },
  D30: { name: '网上申请行政复议渠道补充告知书', of: ['arl'] },
}
