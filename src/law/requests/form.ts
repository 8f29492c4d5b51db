/**
 * 申请的内容 — Reg. 29: (1) name, identity proof, contact; (2) name, number or other features of the information; (3) the form
 * wanted, with way and carrier. Nothing else may be asked for: no purpose, no reason.
 */
import { reg } from '../cite.ts'
import { isLocalDate } from '../date.ts'
import type { Refusal } from '../refusal.ts'
import type { RequesterKind } from './vocabulary.ts'

/** Who asks, as filled in; the shapes of record/people/requester.ts fit. */
export interface RequesterForm {
  readonly kind: RequesterKind
  readonly name: string
  /** 联系人 of an organisation */
  readonly contactName: string
  readonly idPaper: 'residentId' | 'passport' | 'otherPaper' | 'creditCode'
  readonly idNumber: string
  readonly phone: string
  readonly email: string
  readonly address: string
  readonly postcode: string
}
/** What is asked for, and how it is to be given. */
export interface ContentForm {
  readonly subject: string
  readonly delivery: 'post' | 'electronic' | 'pickup'
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

function missing(field: string, say: string, then: string, item: 1 | 2 | 3): Refusal {
  return { code: 'field-missing', field, say, then, cite: reg(`29.2(${item})`) }
}
function invalid(field: string, say: string, then: string, item: 1 | 2 | 3): Refusal {
  return { code: 'field-invalid', field, say, then, cite: reg(`29.2(${item})`) }
}

function identity({ kind, idPaper, idNumber }: RequesterForm): Refusal[] {
  const person = kind === 'naturalPerson'
  if (person && idPaper === 'creditCode')
    return [invalid('requester.idPaper', '自然人不使用统一社会信用代码。', '请选择居民身份证或者其他有效身份证件。', 1)]
  if (!person && (idPaper === 'residentId' || idPaper === 'passport'))
    return [
      invalid(
        'requester.idPaper',
        '法人或者其他组织应当提供单位的证明。',
        '请选择统一社会信用代码；没有的，选择其他有效证件。',
        1,
      ),
    ]
  if (!idNumber) return [missing('requester.idNumber', '没有填写证件号码。', '请按证件填写号码。', 1)]
  if (idPaper === 'residentId' && !isResidentId(idNumber))
    return [invalid('requester.idNumber', '居民身份证号码不正确。', '请核对18位号码；最后一位可能是X。', 1)]
  if (idPaper === 'creditCode' && !isCreditCode(idNumber))
    return [invalid('requester.idNumber', '统一社会信用代码不正确。', '请按营业执照或登记证书核对18位代码。', 1)]
  return []
}

const PHONE = /^[+\d][\d\s()（）-]{5,}$/
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

export function isEmail(text: string): boolean {
  return EMAIL.test(text)
}

function contact({ phone, email, address, postcode }: RequesterForm, content: ContentForm): Refusal[] {
  const faults: Refusal[] = []
  if (!phone && !email && !address)
    faults.push(missing('requester.phone', '没有填写联系方式。', '请填写电话；没有电话的，填写通信地址或电子邮箱。', 1))
  if (phone && !PHONE.test(phone))
    faults.push(invalid('requester.phone', '电话号码不正确。', '请填写手机号码，或者区号加电话号码。', 1))
  if (email && !isEmail(email)) faults.push(invalid('requester.email', '电子邮箱不正确。', '请核对邮箱地址。', 1))
  if (postcode && !/^\d{6}$/.test(postcode))
    faults.push(invalid('requester.postcode', '邮政编码不正确。', '请填写6位数字，或者留空。', 1))
  if (content.delivery === 'post' && !address)
    faults.push(missing('requester.address', '选择邮寄，没有填写通信地址。', '请填写能收到信件的详细地址。', 3))
  if (content.delivery === 'electronic' && !email)
    faults.push(missing('requester.email', '选择电子送达，没有填写电子邮箱。', '请填写接收答复的电子邮箱。', 3))
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
  if (!content.subject)
    faults.push(missing('content.subject', '没有写明申请公开的信息。', '请填写信息的名称、文号，或者便于查找的其他特征。', 2))
  return faults
}
