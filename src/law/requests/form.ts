/**
 * 申请的内容 — Reg. 29: (1) name, identity proof, contact; (2) name, number or other features of the information; (3) the form
 * wanted, with way and carrier. Nothing else may be asked for: no purpose, no reason.
 */
import { chineseNumeral, reg } from '../cite.ts'
import type { Refusal } from '../refusal.ts'
import { ID_PAPER_RULES, type IdPaper, papersOf } from './identity.ts'
import type { RequesterKind } from './vocabulary.ts'

export const REPRESENTATIVE_ROLES = ['agent', 'guardian'] as const
export type RepresentativeRole = (typeof REPRESENTATIVE_ROLES)[number]
export const REPRESENTATIVE_WORDS: Record<RepresentativeRole, string> = { agent: '委托代理人', guardian: '法定代理人（监护人）' }

/** Who asks, as filled in; the shapes of record/people/requester.ts fit. */
export interface RequesterForm {
  readonly kind: RequesterKind
  readonly name: string
  /** 联系人 of an organisation */
  readonly contactName: string
  readonly idPaper: IdPaper
  readonly idNumber: string
  readonly phone: string
  readonly email: string
  readonly address: string
  readonly postcode: string
  /** 联合申请: who asks together with this requester, in one application. */
  readonly joint?: readonly (OtherPersonForm & { readonly address?: string | undefined })[] | undefined
  /** 代表人 to whom letters are sent: 1 is the first of `joint`. Where nobody is named, the requester. */
  readonly spokesperson?: number | undefined
  /** 代理人, or the guardian of a minor. The requester stays the requester: kind and reply are theirs. */
  readonly agent?: (OtherPersonForm & { readonly role: RepresentativeRole }) | undefined
}
/** What is asked for, and how it is to be given. */
export interface ContentForm {
  readonly subject: string
  readonly delivery: 'post' | 'electronic' | 'pickup'
}

function missing(field: string, say: string, then: string, item: 1 | 2 | 3): Refusal {
  return { code: 'field-missing', field, say, then, cite: reg(`29.2(${item})`) }
}
function invalid(field: string, say: string, then: string, item: 1 | 2 | 3): Refusal {
  return { code: 'field-invalid', field, say, then, cite: reg(`29.2(${item})`) }
}

function identity({ kind, idPaper, idNumber }: RequesterForm): Refusal[] {
  const person = kind === 'naturalPerson'
  if (!papersOf(person ? 'person' : 'organisation').includes(idPaper))
    return [
      person
        ? invalid('requester.idPaper', '自然人不使用统一社会信用代码。', '请选择居民身份证或者其他有效身份证件。', 1)
        : invalid(
            'requester.idPaper',
            '法人或者其他组织应当提供单位的证明。',
            '请选择统一社会信用代码；没有的，选择其他有效证件。',
            1,
          ),
    ]
  if (!idNumber) return [missing('requester.idNumber', '没有填写证件号码。', '请按证件填写号码。', 1)]
  const fault = numberFault(idPaper, idNumber)
  return fault ? [{ ...fault, field: 'requester.idNumber' }] : []
}

/** What is wrong with the number of a paper, if its kind tells. */
function numberFault(paper: IdPaper, number: string): Refusal | null {
  const { zh, shape } = ID_PAPER_RULES[paper]
  if (!shape || shape.fits(number)) return null
  const noun = paper === 'creditCode' ? zh : `${zh}号码`
  return { code: 'field-invalid', say: `${noun}不正确。`, then: shape.then, cite: reg('29.2(1)') }
}

const PHONE = /^[+\d][\d\s()（）-]{5,}$/
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

export function isEmail(text: string): boolean {
  return EMAIL.test(text)
}

function contact(requester: RequesterForm, content: ContentForm): Refusal[] {
  const { phone, email, address, postcode } = requester
  const faults: Refusal[] = []
  if (!phone && !email && !address)
    faults.push(missing('requester.phone', '没有填写联系方式。', '请填写电话；没有电话的，填写通信地址或电子邮箱。', 1))
  if (phone && !PHONE.test(phone))
    faults.push(invalid('requester.phone', '电话号码不正确。', '请填写手机号码，或者区号加电话号码。', 1))
  if (email && !isEmail(email)) faults.push(invalid('requester.email', '电子邮箱不正确。', '请核对邮箱地址。', 1))
  if (postcode && !/^\d{6}$/.test(postcode))
    faults.push(invalid('requester.postcode', '邮政编码不正确。', '请填写6位数字，或者留空。', 1))
  if (content.delivery === 'post' && !address && !namedSpokesperson(requester)?.address)
    faults.push(missing('requester.address', '选择邮寄，没有填写通信地址。', '请填写能收到信件的详细地址。', 3))
  if (content.delivery === 'electronic' && !email)
    faults.push(missing('requester.email', '选择电子送达，没有填写电子邮箱。', '请填写接收答复的电子邮箱。', 3))
  return faults
}

function namedSpokesperson({ joint = [], spokesperson }: RequesterForm) {
  return spokesperson === undefined ? undefined : joint[spokesperson - 1]
}

/** Somebody else in the application: who asks together with the requester, or speaks for them. */
export interface OtherPersonForm {
  readonly name: string
  readonly idPaper: IdPaper
  readonly idNumber: string
}

/** What is missing of, or wrong with, one of the others; `at` is their place in the form. */
function otherFaults(at: string, whose: string, { name, idPaper, idNumber }: OtherPersonForm): Refusal[] {
  const faults: Refusal[] = []
  if (!name) faults.push(missing(`${at}.name`, `没有填写${whose}的姓名。`, '请按证件填写。', 1))
  if (!idNumber) faults.push(missing(`${at}.idNumber`, `没有填写${whose}的证件号码。`, '请按证件填写号码。', 1))
  const fault = idNumber ? numberFault(idPaper, idNumber) : null
  if (fault) faults.push({ ...fault, say: `${whose}的${fault.say}`, field: `${at}.idNumber` })
  return faults
}

/**
 * What the application lacks under Art 29, each at its field (`requester.name`, `content.subject` …). None means that it may
 * be submitted; whether its content is clear is another question, for Art 30.
 */
export function checkRequestForm(requester: RequesterForm, content: ContentForm): Refusal[] {
  const person = requester.kind === 'naturalPerson'
  const faults: Refusal[] = []
  if (!requester.name)
    faults.push(
      missing(
        'requester.name',
        person ? '没有填写姓名。' : '没有填写名称。',
        person ? '请按证件填写姓名。' : '请填写单位全称。',
        1,
      ),
    )
  if (!person && !requester.contactName)
    faults.push(missing('requester.contactName', '没有填写联系人。', '请填写单位经办人的姓名。', 1))
  faults.push(...identity(requester), ...contact(requester, content))
  requester.joint?.forEach((one, n) => {
    faults.push(...otherFaults(`requester.joint.${n}`, `第${chineseNumeral(n + 2)}申请人`, one))
  })
  if (requester.spokesperson !== undefined && !namedSpokesperson(requester))
    faults.push(invalid('requester.spokesperson', '代表人不在列名的申请人之中。', '请填写其姓名和证件号码，或者另选一人。', 1))
  if (requester.agent) faults.push(...otherFaults('requester.agent', REPRESENTATIVE_WORDS[requester.agent.role], requester.agent))
  if (!content.subject)
    faults.push(missing('content.subject', '没有写明申请公开的信息。', '请填写信息的名称、文号，或者便于查找的其他特征。', 2))
  return faults
}
