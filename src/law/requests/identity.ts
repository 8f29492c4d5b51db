/**
 * 身份证明 — Reg. 29.2(1) asks for one and names no kind: whatever proves who asks is accepted. Numbers that carry a check of
 * their own (GB 11643, GB 32100) are checked; of the others only that they look like such a number.
 */
import { isLocalDate } from '../date.ts'

export const ID_PAPERS = [
  'residentId',
  'residencePermit',
  'travelPermit',
  'passport',
  'foreignPermit',
  'militaryId',
  'otherPaper',
  'creditCode',
] as const
export type IdPaper = (typeof ID_PAPERS)[number]

interface IdPaperRule {
  readonly zh: string
  /** Whom it proves: a person, an organisation, or either. */
  readonly proves: 'person' | 'organisation' | 'either'
  /** How to mend a number that can not be right; null where any number may be. */
  readonly shape: { readonly fits: (number: string) => boolean; readonly then: string } | null
}

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const ID_CHECKS = '10X98765432'
const CODE_LETTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** 公民身份号码 (GB 11643): 18 characters, a day of birth that exists, and the check character. */
export function isResidentId(text: string): boolean {
  const id = text.toUpperCase()
  if (!/^[1-9]\d{16}[\dX]$/.test(id)) return false
  if (!isLocalDate(`${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`)) return false
  const sum = ID_WEIGHTS.reduce((all, weight, index) => all + weight * Number(id.charAt(index)), 0)
  return ID_CHECKS.charAt(sum % 11) === id.charAt(17)
}

/** 统一社会信用代码 (GB 32100): 18 characters without I, O, S, V, Z, weights 3ⁱ mod 31, and the check character. */
export function isCreditCode(text: string): boolean {
  const code = text.toUpperCase()
  if (code.length !== 18) return false
  const values = [...code].map((letter) => CODE_LETTERS.indexOf(letter))
  if (values.some((value) => value < 0)) return false
  let [sum, weight] = [0, 1]
  for (const value of values.slice(0, 17)) {
    sum += value * weight
    weight = (weight * 3) % 31
  }
  return values[17] === (31 - (sum % 31)) % 31
}

/** 港澳台居民居住证: made like a resident's number, its region 81, 82 or 83. */
function isResidencePermit(text: string): boolean {
  return /^8[123]/.test(text) && isResidentId(text)
}

/** 外国人永久居留身份证: 18 digits that begin with 9 and check like a resident's, or the 15 characters of before 2023. */
function isForeignPermit(text: string): boolean {
  return /^[A-Z]{3}\d{12}$/i.test(text) || (text.startsWith('9') && isResidentId(text))
}

export const ID_PAPER_RULES: Readonly<Record<IdPaper, IdPaperRule>> = {
  residentId: {
    zh: '居民身份证',
    proves: 'person',
    shape: { fits: isResidentId, then: '请核对18位号码；最后一位可能是X。' },
  },
  residencePermit: {
    zh: '港澳台居民居住证',
    proves: 'person',
    shape: { fits: isResidencePermit, then: '请核对18位号码，前两位应为81、82或83。' },
  },
  travelPermit: {
    zh: '港澳台居民来往内地（大陆）通行证',
    proves: 'person',
    shape: { fits: (text) => /^([HM]\d{8}(\d{2})?|\d{8}(\d{2})?)$/i.test(text), then: '请按通行证正面填写证件号码。' },
  },
  passport: {
    zh: '护照',
    proves: 'person',
    shape: { fits: (text) => /^[A-Z\d]{5,20}$/i.test(text), then: '请按护照资料页填写号码，只有字母和数字。' },
  },
  foreignPermit: {
    zh: '外国人永久居留身份证',
    proves: 'person',
    shape: { fits: isForeignPermit, then: '请按证件填写18位（旧证15位）号码。' },
  },
  militaryId: { zh: '军人身份证件', proves: 'person', shape: null },
  otherPaper: { zh: '其他有效身份证件', proves: 'either', shape: null },
  creditCode: {
    zh: '统一社会信用代码',
    proves: 'organisation',
    shape: { fits: isCreditCode, then: '请按营业执照或登记证书核对18位代码。' },
  },
}

/** The papers that a person, or an organisation, may show. */
export function papersOf(whom: 'person' | 'organisation'): IdPaper[] {
  return ID_PAPERS.filter((paper) => ID_PAPER_RULES[paper].proves === whom || ID_PAPER_RULES[paper].proves === 'either')
}

/**
 * The paper that a number looks like, mistyped or not, so that whoever chose none is told of his slip rather than asked for
 * a kind; null where it may be one of several: those of 居住证 and 永久居留身份证 are made like a resident's.
 */
export function paperLikely(number: string, whom: 'person' | 'organisation'): IdPaper | null {
  if (whom === 'organisation') return /^[\dA-Z]{18}$/i.test(number) ? 'creditCode' : null
  return /^[1-7]\d{16}[\dX]$/i.test(number) ? 'residentId' : null
}
