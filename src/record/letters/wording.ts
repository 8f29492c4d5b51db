/**
 * 文书用语 — the paragraphs of a letter that decide nothing and that an agency may word in its own way: greeting, guidance, way of
 * payment, contact, closing. The standard ships here with the day it is in force from; the agency's own versions lie beside it,
 * each from a day on. What law wants in a paragraph it must keep, and remedies are never its to tell.
 */
import { type Citation, feeMeasures, reg, whole } from '../../law/cite.ts'
import type { LocalDate } from '../../law/date.ts'
import { type Dated, inForce } from '../../law/dated.ts'
import type { Refusal } from '../../law/refusal.ts'
import type { LetterFacts } from './facts.ts'
import type { LetterCode } from './model.ts'

export const WORDING_PARTS = ['greeting', 'guidance', 'payment', 'returnSlip', 'contact', 'closing'] as const
export type WordingPart = (typeof WORDING_PARTS)[number]
export const WORDING_PART_WORDS: Record<WordingPart, string> = {
  greeting: '开头的问候语',
  guidance: '补正的指导说明',
  payment: '缴纳方式',
  returnSlip: '回执寄回的说明',
  contact: '联系方式',
  closing: '结束语',
}

/** Filled in from the agency's data as of the letter's day. */
export const WORDING_SLOTS = ['机关', '机构', '地址', '邮编', '电话', '办公时间'] as const
type Slot = (typeof WORDING_SLOTS)[number]

interface Part {
  codes: readonly LetterCode[]
  standard: Dated<string>
  /** What it can not do without: a text or a slot, and what it is called. */
  must: readonly { text: string; what: string }[]
}

const since = (text: string, by: Citation) => inForce([{ from: '2019-05-15', is: text, by }])

const TO_THE_REQUESTER: readonly LetterCode[] = [
  'D02',
  'D03',
  'D04',
  'D07',
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
]

export const STANDARD_WORDING: Record<WordingPart, Part> = {
  greeting: { codes: TO_THE_REQUESTER, standard: since('', reg('33')), must: [] },
  guidance: {
    codes: ['D02'],
    standard: since('补正时请尽可能写明信息的名称、文号，或者便于查询的其他特征，本机关将给予指导和释明。', reg('30')),
    must: [{ text: '指导和释明', what: '给予指导和释明' }],
  },
  payment: {
    codes: ['D10'],
    standard: since('请持本通知书到{地址}（{机关}）缴纳，或者电话联系{电话}', feeMeasures('6')),
    must: [{ text: '{地址}', what: '缴纳的地点' }],
  },
  returnSlip: {
    codes: ['D06'],
    standard: since('请将本回执送达{机关}（地址：{地址}；邮政编码：{邮编}；电话：{电话}）。', reg('32')),
    must: [
      { text: '{机关}', what: '回执送达的机关' },
      { text: '{地址}', what: '回执送达的地址' },
    ],
  },
  contact: {
    codes: ['D02', 'D03', 'D04', 'D05', 'D07', 'D08', 'D10', 'D25'],
    standard: since(
      '如有疑问，请与本机关联系。联系机构：{机构}；地址：{地址}（邮政编码：{邮编}）；电话：{电话}。',
      whole('serviceReply'),
    ),
    must: [
      { text: '{地址}', what: '联系地址' },
      { text: '{电话}', what: '联系电话' },
    ],
  },
  closing: { codes: TO_THE_REQUESTER, standard: since('', reg('33')), must: [] },
}

/** The agency's own words for one paragraph of one kind of letter, from a day on; null: the standard again. */
export interface WordingVersion {
  code: LetterCode
  part: WordingPart
  from: LocalDate
  text: string | null
}

/** What the agency says itself in a letter of that code on that day. */
export function ownWording(
  versions: readonly WordingVersion[],
  code: LetterCode,
  on: LocalDate,
): Partial<Record<WordingPart, string>> {
  const own: Partial<Record<WordingPart, string>> = {}
  for (const part of WORDING_PARTS) {
    const version = versions
      .filter((one) => one.code === code && one.part === part && one.from <= on)
      .reduce<WordingVersion | null>((last, one) => (last && last.from > one.from ? last : one), null)
    if (version?.text !== null && version?.text !== undefined) own[part] = version.text
  }
  return own
}

/** The paragraph as it prints in this letter; empty where there is none. */
export function worded(facts: LetterFacts, part: WordingPart): string {
  const text = facts.wording?.[part] ?? STANDARD_WORDING[part].standard.on(facts.date)?.is ?? ''
  const { agency } = facts
  const values: Record<Slot, string> = {
    机关: agency.name,
    机构: agency.officeName || agency.name,
    地址: agency.address,
    邮编: agency.postcode,
    电话: agency.phone,
    办公时间: agency.officeHours,
  }
  return text.replace(/\{([^{}]*)\}/g, (whole, slot: string) => values[slot as Slot] ?? whole)
}

/** Remedies follow from decision and day; a paragraph that speaks of them could only contradict. */
const OF_REMEDIES = /复议|诉讼|起诉|救济/

/** Why the agency may not word it so: each element that it drops, each word that it can not fill in. */
export function wordingRefusals(part: WordingPart, text: string): Refusal[] {
  const { must, standard } = STANDARD_WORDING[part]
  const by = standard.versions.at(-1)?.by
  const dropped = must
    .filter((one) => !text.includes(one.text))
    .map(
      (one): Refusal => ({
        code: 'letter-incomplete',
        say: `“${WORDING_PART_WORDS[part]}”缺少“${one.what}”。`,
        then: `请写上 ${one.text} 后再保存。`,
        ...(by ? { cite: by } : {}),
        field: 'text',
      }),
    )
  const unknown = [...text.matchAll(/\{([^{}]*)\}/g)].map(([, slot = '']) => slot).filter((slot) => !isSlot(slot))
  const unfilled = unknown.map(
    (slot): Refusal => ({
      code: 'field-invalid',
      say: `系统填不了“{${slot}}”。`,
      then: `可以用的有：${WORDING_SLOTS.map((one) => `{${one}}`).join('、')}。`,
      field: 'text',
    }),
  )
  const remedies: Refusal[] = OF_REMEDIES.test(text)
    ? [
        {
          code: 'outcome-inconsistent',
          say: '救济途径由系统按决定的类型和日期写入，不能在这里另写。',
          then: '请删去有关复议、诉讼的文字。',
          cite: reg('51'),
          field: 'text',
        },
      ]
    : []
  return [...dropped, ...unfilled, ...remedies]
}

function isSlot(text: string): text is Slot {
  return (WORDING_SLOTS as readonly string[]).includes(text)
}
