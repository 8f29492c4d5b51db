/** 申请人: the personal data of who asks, exactly what Art 29 lists and no more. Sealed at rest, masked on screens. */
import { z } from 'zod'
import { REQUESTER_KINDS } from '../../law/requests/vocabulary.ts'

export const ID_PAPERS = ['residentId', 'passport', 'otherPaper', 'creditCode'] as const
export type IdPaper = (typeof ID_PAPERS)[number]
export const ID_PAPER_WORDS: Record<IdPaper, string> = {
  residentId: '居民身份证',
  passport: '护照',
  otherPaper: '其他有效身份证件',
  creditCode: '统一社会信用代码',
}

export const requesterSchema = z.object({
  kind: z.enum(REQUESTER_KINDS),
  /** 姓名 or 名称 */
  name: z.string().trim().max(100),
  /** 联系人 of an organisation */
  contactName: z.string().trim().max(60).default(''),
  idPaper: z.enum(ID_PAPERS),
  idNumber: z.string().trim().max(40),
  phone: z.string().trim().max(40),
  email: z.string().trim().max(120).default(''),
  address: z.string().trim().max(200),
  postcode: z.string().trim().max(6).default(''),
})
export type Requester = z.infer<typeof requesterSchema>

export const DELIVERY_WAYS = ['post', 'electronic', 'pickup'] as const
export type DeliveryWay = (typeof DELIVERY_WAYS)[number]
export const DELIVERY_WAY_WORDS: Record<DeliveryWay, string> = { post: '邮寄', electronic: '电子送达', pickup: '自行领取' }

export const CARRIERS = ['paper', 'electronic'] as const
export type Carrier = (typeof CARRIERS)[number]
export const CARRIER_WORDS: Record<Carrier, string> = { paper: '纸质', electronic: '电子文件' }

/** What is asked for (Art 29(2), (3)). */
export const requestContentSchema = z.object({
  /** 名称、文号 or other features by which it can be found */
  subject: z.string().trim().max(200),
  description: z.string().trim().max(5000),
  carrier: z.enum(CARRIERS),
  delivery: z.enum(DELIVERY_WAYS),
})
export type RequestContent = z.infer<typeof requestContentSchema>

/** 张* / 632***********1234: enough to recognise, not enough to leak. */
export function maskName(name: string): string {
  const letters = [...name]
  return letters.length <= 1 ? '*' : `${letters[0]}${'*'.repeat(Math.min(letters.length - 1, 3))}`
}
export function maskNumber(text: string): string {
  if (text.length <= 4) return '*'.repeat(text.length)
  const shown = text.length >= 11 ? 3 : 1
  return `${text.slice(0, shown)}${'*'.repeat(text.length - shown - 2)}${text.slice(-2)}`
}
/** 青海省……: the beginning only, and of a short address less, so that no house number shows. */
function maskAddress(address: string): string {
  const letters = [...address]
  return `${letters.slice(0, Math.min(6, Math.floor(letters.length / 4))).join('')}……`
}
export function maskRequester(requester: Requester): Requester {
  const person = requester.kind === 'naturalPerson'
  return {
    ...requester,
    name: person ? maskName(requester.name) : requester.name,
    contactName: requester.contactName ? maskName(requester.contactName) : '',
    idNumber: person ? maskNumber(requester.idNumber) : requester.idNumber,
    phone: maskNumber(requester.phone),
    email: requester.email ? maskNumber(requester.email) : '',
    address: requester.address ? maskAddress(requester.address) : '',
  }
}

/** As people write them: in groups with blanks or hyphens, with +86 in front. */
const IN_TEXT = [
  /(?<!\d)\d{6}[ -]?(?:19|20)\d{2}[ -]?(?:0\d|1[0-2])[ -]?(?:[0-2]\d|3[01])[ -]?\d{3}[\dXx](?!\d)/g,
  /(?<!\d)(?:(?:00)?86[ -]?)?1[3-9]\d(?:[ -]?\d{4}){2}(?!\d)/g,
  /(?<!\d)\d{4}(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?(?!\d)/g,
  // 十五位身份证号码 of before 1999
  /(?<!\d)\d{15}(?!\d)/g,
]

/** Digits and hyphens as Chinese input methods may give them. */
const FULL_WIDTH = /[\uFF01-\uFF5E\u3000]/g

/** With half-width letters in place of full-width ones, each at its old place. */
export function halfWidth(text: string): string {
  return text.replace(FULL_WIDTH, (letter) => (letter === '　' ? ' ' : String.fromCharCode(letter.charCodeAt(0) - 0xfee0)))
}

/** Masks identity, mobile and card numbers inside free text, so that a list's subject line leaks none of them. */
export function maskInText(text: string): string {
  const narrow = halfWidth(text)
  const found = IN_TEXT.flatMap((pattern) => [...narrow.matchAll(pattern)])
  // Masks are as long as what they cover, so everything else stays as it was written, full-width brackets too.
  return found.reduce(
    (masked, { 0: number, index }) => masked.slice(0, index) + maskNumber(number) + masked.slice(index + number.length),
    text,
  )
}
