/**
 * 个人信息 in a text that is to leave the house: where it stands and of what kind. Numbers are checked (GB 11643, Luhn) before they
 * count as found; words can only be pointed at, and a person decides.
 */
import { halfWidth } from '../people/requester.ts'

export const PERSONAL_KINDS = [
  'idNumber',
  'bankCard',
  'mobile',
  'likeIdNumber',
  'email',
  'address',
  'childWords',
  'sensitiveWords',
] as const
export type PersonalKind = (typeof PERSONAL_KINDS)[number]

export const PERSONAL_WORDS: Record<PersonalKind, string> = {
  idNumber: '身份证号码',
  bankCard: '银行卡号',
  mobile: '手机号码',
  likeIdNumber: '疑似身份证号码（校验码不对）',
  email: '电子邮箱',
  address: '家庭住址',
  childWords: '学生和未成年人信息',
  sensitiveWords: '健康、困难等敏感信息',
}

/** Numbers that identify a person by themselves: they must go. The others may be an office's own, or mere words: a person looks. */
export const CERTAIN: readonly PersonalKind[] = ['idNumber', 'bankCard', 'mobile']

export interface PersonalSpan {
  kind: PersonalKind
  at: number
  length: number
}

const ID_NUMBER =
  /(?<![\dA-Za-z])\d{6}[ -]?(?:19|20)\d{2}[ -]?(?:0\d|1[0-2])[ -]?(?:[0-2]\d|3[01])[ -]?\d{3}[\dXx](?![\dA-Za-z])/g
const OLD_ID_NUMBER = /(?<![\dA-Za-z])[1-9]\d{5}\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}(?![\dA-Za-z])/g
const CARD = /(?<![\dA-Za-z])\d{4}(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?(?![\dA-Za-z])/g
const MOBILE = /(?<!\d)(?:(?:\+|00)?86[ -]?)?1[3-9]\d(?:[ -]?\d{4}){2}(?!\d)/g
/** From the beginning of a run of letters only: to try each of them would take the square of its length. */
const EMAIL = /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g
const ADDRESS =
  /(?:家庭住址|家庭地址|现住址|居住地址|户籍地址?|通信地址|住址|住所)\s*[:：]\s*[^\s,;，；。]{4,40}|[\p{Script=Han}]{2,12}(?:村|社区|小区|家属院|街道|[路街巷])[\p{Script=Han}\d]{0,12}?\d{1,4}(?:号楼|栋|幢|单元|号)[\d\p{Script=Han}-]{0,10}?\d{1,5}(?:室|户|号)/gu
const CHILD =
  /学籍号|全国学籍|学生姓名|幼儿姓名|监护人(?:姓名|电话|联系方式)|家长(?:姓名|电话|联系方式)|未成年人?姓名|学生身份证/g
const SENSITIVE =
  /病历|诊断(?:证明|结果)|残疾(?:证号|等级|类别)|低保(?:户|证号)|建档立卡|家庭困难(?:原因|情况)|贫困原因|孤儿|单亲|既往病史|银行账号|开户行/g

const CHECK_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_LETTERS = '10X98765432'

/** GB 11643: the last place follows from the first seventeen. */
function isIdNumber(digits: string): boolean {
  if (!/^\d{17}[\dX]$/.test(digits)) return false
  const sum = CHECK_WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0)
  return CHECK_LETTERS[sum % 11] === digits[17]
}

/** ISO/IEC 7812: the Luhn sum of a card number is a multiple of ten. */
function isCardNumber(digits: string): boolean {
  if (!/^[3-6]\d{14,18}$/.test(digits)) return false
  const sum = [...digits].toReversed().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

const RULES: readonly { kind: PersonalKind; pattern: RegExp; holds?: (found: string) => boolean }[] = [
  { kind: 'idNumber', pattern: ID_NUMBER, holds: (found) => isIdNumber(bare(found)) },
  { kind: 'idNumber', pattern: OLD_ID_NUMBER },
  { kind: 'bankCard', pattern: CARD, holds: (found) => isCardNumber(bare(found)) },
  { kind: 'mobile', pattern: MOBILE },
  // Typed wrongly it is a person's number all the same; or it is a contract's: a person looks.
  { kind: 'likeIdNumber', pattern: ID_NUMBER },
  { kind: 'email', pattern: EMAIL },
  { kind: 'address', pattern: ADDRESS },
  { kind: 'childWords', pattern: CHILD },
  { kind: 'sensitiveWords', pattern: SENSITIVE },
]

/** The rule of each kind as text: what was found by another rule is another finding. */
export const PERSONAL_RULE_TEXTS: Readonly<Record<PersonalKind, string>> = Object.fromEntries(
  PERSONAL_KINDS.map((kind) => [
    kind,
    RULES.filter((rule) => rule.kind === kind)
      .map(({ pattern }) => pattern.source)
      .join('|'),
  ]),
) as Record<PersonalKind, string>

function bare(found: string): string {
  return found.replace(/[ -]/g, '').toUpperCase()
}

/** In the order of the text; where two overlap, the kind that comes first in the list. */
export function findPersonalData(text: string): PersonalSpan[] {
  const narrow = halfWidth(text)
  const spans: PersonalSpan[] = []
  for (const { kind, pattern, holds } of RULES)
    for (const { 0: found, index } of narrow.matchAll(pattern)) {
      const span = { kind, at: index, length: found.length }
      if ((holds?.(found) ?? true) && !spans.some((other) => overlaps(other, span))) spans.push(span)
    }
  return spans.sort((a, b) => a.at - b.at)
}

function overlaps(a: PersonalSpan, b: PersonalSpan): boolean {
  return a.at < b.at + b.length && b.at < a.at + a.length
}

/** Stands for whatever was taken out; as long for every value, so that it tells nothing. */
export const BLANKED = '＊＊＊＊'

/** Kinds that can be taken out of a text; the others are words that only point at personal data. */
export const REMOVABLE = [
  'idNumber',
  'bankCard',
  'mobile',
  'likeIdNumber',
  'email',
  'address',
] as const satisfies readonly PersonalKind[]

/** The text without its personal data of these kinds. */
export function blanked(text: string, kinds: readonly PersonalKind[]): string {
  return findPersonalData(text)
    .filter(({ kind }) => kinds.includes(kind))
    .toReversed()
    .reduce((left, { at, length }) => left.slice(0, at) + BLANKED + left.slice(at + length), text)
}
