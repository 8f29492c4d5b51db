/** 申请人: the personal data of who asks, exactly what Art 29 lists and no more. Sealed at rest, masked on screens. */
import { z } from 'zod'
import { REPRESENTATIVE_ROLES } from '../../law/requests/form.ts'
import { ID_PAPERS } from '../../law/requests/identity.ts'
import { REQUESTER_KINDS } from '../../law/requests/vocabulary.ts'

/** 联合申请人: asks together with the requester, in one application. */
const coRequesterSchema = z.object({
  name: z.string().trim().max(100),
  idPaper: z.enum(ID_PAPERS),
  idNumber: z.string().trim().max(40),
  phone: z.string().trim().max(40).default(''),
  address: z.string().trim().max(200).default(''),
})
export type CoRequester = z.infer<typeof coRequesterSchema>

/** 代理人, or a minor's guardian: speaks for the requester, is not the requester. */
const representativeSchema = z.object({
  role: z.enum(REPRESENTATIVE_ROLES),
  name: z.string().trim().max(60),
  idPaper: z.enum(ID_PAPERS),
  idNumber: z.string().trim().max(40),
  phone: z.string().trim().max(40).default(''),
  /** 委托书 or proof of guardianship was seen. */
  authorised: z.boolean().default(false),
  /** The 委托书 says that the agent takes letters in the requester's place. */
  receives: z.boolean().optional(),
  /** Where, if not at the requester's address. */
  address: z.string().trim().max(200).optional(),
})

export const MOST_JOINT = 30

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
  joint: z.array(coRequesterSchema).max(MOST_JOINT).optional(),
  /** 代表人 of a joint request, to whom letters are sent: 1 is the first of `joint`. Where nobody is named, the requester. */
  spokesperson: z.int().min(1).max(MOST_JOINT).optional(),
  agent: representativeSchema.optional(),
})
export type Requester = z.infer<typeof requesterSchema>

/** How letters and the register call somebody who gave no name. */
const UNNAMED = '申请人（未署名）'
/** How they call information that nobody described. */
const UNDESCRIBED = '（申请内容不明确）'

/** Everybody who asks, as a letter addresses them. */
export function requesterNames({ name, joint = [] }: Pick<Requester, 'name' | 'joint'>): string {
  return [name, ...joint.map((one) => one.name)].filter(Boolean).join('、') || UNNAMED
}

/** What was asked for, as letters and the register name it. */
export function subjectOf({ subject }: Pick<RequestContent, 'subject'>): string {
  return subject || UNDESCRIBED
}

/** Every paper shown: whose requests these are. The requester's comes first. */
export function papersShown(requester: Requester): { role: 'requester' | 'joint' | 'agent'; paper: string }[] {
  const paper = ({ idPaper, idNumber }: Pick<Requester, 'idPaper' | 'idNumber'>) =>
    idNumber ? `${idPaper}\0${idNumber.toUpperCase()}` : ''
  return [
    { role: 'requester' as const, paper: paper(requester) },
    ...(requester.joint ?? []).map((one) => ({ role: 'joint' as const, paper: paper(one) })),
    ...(requester.agent ? [{ role: 'agent' as const, paper: paper(requester.agent) }] : []),
  ]
}

export const DELIVERY_WAYS = ['post', 'electronic', 'pickup'] as const
export type DeliveryWay = (typeof DELIVERY_WAYS)[number]
export const DELIVERY_WAY_WORDS: Record<DeliveryWay, string> = { post: '邮寄', electronic: '电子送达', pickup: '自行领取' }

export const CARRIERS = ['paper', 'electronic'] as const
export type Carrier = (typeof CARRIERS)[number]
export const CARRIER_WORDS: Record<Carrier, string> = { paper: '纸质', electronic: '电子文件' }

/** The form that goes with a way of getting it, where nobody says otherwise: what is sent online is a file. */
export function usualCarrier(delivery: DeliveryWay): Carrier {
  return delivery === 'electronic' ? 'electronic' : 'paper'
}

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
    ...(requester.joint && { joint: requester.joint.map(maskOther) }),
    ...(requester.agent && { agent: maskOther(requester.agent) }),
  }
}

/** Names of organisations and their codes are public; of people nothing is. */
function maskOther<P extends { name: string; idPaper: string; idNumber: string; phone: string; address?: string }>(other: P): P {
  const person = other.idPaper !== 'creditCode'
  return {
    ...other,
    name: person ? maskName(other.name) : other.name,
    idNumber: person ? maskNumber(other.idNumber) : other.idNumber,
    phone: maskNumber(other.phone),
    ...(other.address && { address: maskAddress(other.address) }),
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
