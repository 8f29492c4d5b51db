/**
 * A letter (文书) as data: composed purely from the case (compose.ts), stored as it was issued, set on paper at the edge.
 * So the PDF, the DOCX, the preview and the status page say the same, and a letter once issued never changes.
 */

/** D01…D30: the documents of the simple path and all replies. */
export const LETTER_CODES = [
  'D01',
  'D02',
  'D03',
  'D04',
  'D05',
  'D06',
  'D07',
  'D08',
  'D09',
  'D10',
  'D11',
  'D12',
  'D13',
  'D14',
  'D15',
  'D16',
  'D17',
  'D18',
  'D19',
  'D20',
  'D21',
  'D22',
  'D23',
  'D24',
  'D25',
  'D26',
  'D27',
  'D28',
  'D29',
  'D30',
] as const
export type LetterCode = (typeof LETTER_CODES)[number]

export const LETTER_CODE_WORDS: Record<LetterCode, string> = {
  D01: '登记回执',
  D02: '补正告知书',
  D03: '说明理由告知书',
  D04: '延期答复告知书',
  D05: '征求意见函（第三方）',
  D06: '第三方意见回执',
  D07: '征求意见告知书（申请人）',
  D08: '征求意见函（其他机关）',
  D09: '决定公开告知书（第三方）',
  D10: '收费通知书',
  D11: '予以公开告知书',
  D12: '已主动公开告知书',
  D13: '部分公开告知书',
  D14: '不予公开告知书',
  D15: '信息不存在告知书',
  D16: '非本机关负责公开告知书',
  D17: '不予重复处理告知书',
  D18: '依照有关规定查询告知书',
  D19: '不作为信息公开申请处理告知书',
  D20: '公开出版物告知书',
  D21: '没有现成信息告知书',
  D22: '补正后仍不明确告知书',
  D23: '不予处理告知书',
  D24: '不再处理告知书',
  D25: '延迟答复告知书',
  D26: '更正告知书',
  D27: '撤回确认书',
  D28: '送达回证',
  D29: '政府信息转为主动公开审核单',
  D30: '网上申请行政复议渠道补充告知书',
}

export type LetterBlock =
  | { kind: 'paragraph'; text: string }
  | { kind: 'heading'; text: string }
  | { kind: 'list'; items: string[] }
  /** Label and value rows, as in a receipt or a 送达回证; an empty value leaves a line to write on. */
  | { kind: 'form'; rows: { label: string; value: string }[] }

export interface Letter {
  code: LetterCode
  /** 发文机关标志 */
  agency: string
  /** 文号, e.g. 云教公开〔2026〕3号-答 */
  number: string
  title: string
  /** 主送: null for receipts and forms that have none. */
  addressee: string | null
  blocks: LetterBlock[]
  attachments: string[]
  /** 落款 */
  signature: { agency: string; date: string }
  /** 藏文译文, checked: printed after the Chinese text, which is authoritative. Never stored in the letter itself. */
  translation?: string
  /** 演示数据 is printed on every page of a demo's letters. */
  watermark?: string
}

/** What can be set on paper like a letter: the papers of a dispute have no code among the letters of a request. */
export type Paper = Omit<Letter, 'code'> & Partial<Pick<Letter, 'code'>>

/** What a letter lists, item by item: what is to be corrected, how a fee was reckoned. */
export function listedIn({ blocks }: Pick<Letter, 'blocks'>): string[] {
  return blocks.flatMap((block) => (block.kind === 'list' ? block.items : []))
}
