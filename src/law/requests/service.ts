/**
 * 送达 — by which ways a letter may reach its addressee, who may carry it, and what proves that it arrived (国办公开办函〔2016〕235号;
 * 民事诉讼法 for what it leaves open: 留置, 公告). When a reply is in time stands in delivery.ts.
 */
import type { Length } from '../calendar.ts'
import { civilProcedure, civilProcedure2017, civilProcedure2021, postalLaw, reg, whole, type Citation } from '../cite.ts'
import { addDays, type LocalDate } from '../date.ts'
import { inForce } from '../dated.ts'
import { type Refusal, type Result, ok, refused } from '../refusal.ts'

/** Who carries a letter by post. `courier` is in the list so that it can be refused with the reason. */
export const MAIL_CARRIERS = ['ems', 'registered', 'courier'] as const
export type MailCarrier = (typeof MAIL_CARRIERS)[number]
export const MAIL_CARRIER_WORDS: Record<MailCarrier, string> = {
  ems: '邮政特快专递（EMS）',
  registered: '邮政挂号信',
  courier: '快递企业',
}

/** 退回原因, as the postal enterprise writes it on the envelope. */
export const RETURN_REASONS = ['moved', 'unknownAddress', 'nobodyThere', 'rejected', 'notCollected', 'otherReason'] as const
export type ReturnReason = (typeof RETURN_REASONS)[number]
export const RETURN_REASON_WORDS: Record<ReturnReason, string> = {
  moved: '迁移新址不明',
  unknownAddress: '原址查无此人',
  nobodyThere: '无人签收',
  rejected: '收件人拒收',
  notCollected: '逾期未领',
  otherReason: '其他原因',
}

/** Who took the letter over: the addressee, or someone who may do so in their place. */
export const SIGNERS = ['self', 'household', 'agent', 'organisation'] as const
export type Signer = (typeof SIGNERS)[number]
export const SIGNER_WORDS: Record<Signer, string> = {
  self: '受送达人本人',
  household: '同住成年家属',
  agent: '代理人或者指定的代收人',
  organisation: '单位负责收件的人',
}

/** 留置送达: what stands beside the refusal to accept. */
export const LEFT_WITNESSES = ['witness', 'recording'] as const
export type LeftWitness = (typeof LEFT_WITNESSES)[number]
export const LEFT_WITNESS_WORDS: Record<LeftWitness, string> = {
  witness: '基层组织或者所在单位的代表到场见证并签名',
  recording: '拍照、录像记录送达过程',
}

/** 公告送达 is the last way: why no other is left. */
export const NOTICE_GROUNDS = ['whereaboutsUnknown', 'otherWaysFailed'] as const
export type NoticeGround = (typeof NOTICE_GROUNDS)[number]
export const NOTICE_GROUND_WORDS: Record<NoticeGround, string> = {
  whereaboutsUnknown: '受送达人下落不明',
  otherWaysFailed: '以其他方式无法送达',
}

const days = (n: number): Length => ({ n, unit: 'days' })

/** 公告送达: how long after publication a letter counts as served. */
export const PUBLIC_NOTICE_PERIOD = inForce<Length>([
  { from: '2017-07-01', is: days(60), by: civilProcedure2017('92') },
  { from: '2022-01-01', is: days(30), by: civilProcedure2021('95') },
  { from: '2024-01-01', is: days(30), by: civilProcedure('95') },
])

/** 留置送达: a letter refused at the door may be left there. */
export const LEAVING = inForce<boolean>([
  { from: '2017-07-01', is: true, by: civilProcedure2017('86') },
  { from: '2022-01-01', is: true, by: civilProcedure2021('89') },
  { from: '2024-01-01', is: true, by: civilProcedure('89') },
])

/** Official letters go by the postal enterprise and by no courier. */
export const POSTAL_ONLY = inForce<boolean>([{ from: '2015-04-24', is: true, by: postalLaw('55') }])

/** Who pays: the agency takes no money for providing information, postage included (235号 allowed charging it; superseded). */
export const POSTAGE_FREE = inForce<boolean>([{ from: '2019-05-15', is: true, by: reg('42.1') }])

/** 视为送达之日: the last day of the period, which begins on the day after publication. */
export function deemedServedOn(publishedOn: LocalDate): { on: LocalDate; days: number; by: Citation } {
  const version = PUBLIC_NOTICE_PERIOD.on(publishedOn)
  if (!version) throw new RangeError(`no period of public notice in force on ${publishedOn}`)
  return { on: addDays(publishedOn, version.is.n), days: version.is.n, by: version.by }
}

const UPU_WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7] as const

/** UPU S10: two letters, eight digits, a check digit, the country. */
function s10CheckDigit(serial: string): number {
  const sum = UPU_WEIGHTS.reduce((total, weight, index) => total + weight * Number(serial[index]), 0)
  const rest = 11 - (sum % 11)
  return rest === 10 ? 0 : rest === 11 ? 5 : rest
}

/** As people copy them: in groups, in small letters. */
export function plainMailNumber(text: string): string {
  return text.replace(/[\s-]/g, '').toUpperCase()
}

const COURIERS: readonly { name: string; shape: RegExp }[] = [
  { name: '顺丰', shape: /^SF\d{12,15}$/ },
  { name: '京东', shape: /^JD[A-Z]{0,3}\d{10,15}$/ },
  { name: '圆通', shape: /^YT\d{12,15}$/ },
  { name: '极兔', shape: /^JT\d{12,15}$/ },
  { name: '德邦', shape: /^DPK\d{10,15}$/ },
]

const COURIER: Omit<Refusal, 'say'> = {
  code: 'service-method-refused',
  then: '请改由邮政企业以特快专递（EMS）或者挂号信寄送，填写邮政的邮件号码；已交快递的，取回后重新交寄。',
  cite: whole('serviceReply'),
  field: 'carrier',
}

/** Whether the last digit follows from the others (UPU S10); null of a number of another shape. */
export function checkDigitHolds(number: string): boolean | null {
  const [, serial, check] = /^[A-Z]{2}(\d{8})(\d)[A-Z]{2}$/.exec(number) ?? []
  return serial && check ? s10CheckDigit(serial) === Number(check) : null
}

/** A mail number of the postal enterprise in one writing, or why it is none. */
export function postalNumber(text: string): Result<string> {
  const number = plainMailNumber(text).replace(/^(EMS|挂号信?)[:：]?/u, '')
  const courier = COURIERS.find(({ shape }) => shape.test(number))
  if (courier) return refused({ ...COURIER, say: `这是${courier.name}的运单号。快递企业不得寄递国家机关公文。` })
  const checked = checkDigitHolds(number)
  if (checked) return ok(number)
  if (checked === false)
    return refused({
      code: 'field-invalid',
      say: '邮件号码的校验位不对，可能抄错了一位。',
      then: '请对照邮件详情单或者收据重新填写。',
      field: 'mailNumber',
    })
  if (/^1\d{12}$/.test(number) || /^[A-Z]{2}\d{11}$/.test(number)) return ok(number)
  return refused({
    code: 'field-invalid',
    say: '不是邮政企业的邮件号码。',
    then: '特快专递为 13 位：1 开头的 13 位数字，或者 2 个字母、9 位数字、2 个字母；挂号信为 2 个字母加 11 位数字。',
    field: 'mailNumber',
  })
}

/** What came in may have been sent by anybody and any carrier: only what can't be a number at all is refused. */
export function incomingNumberFault(number: string): Refusal | null {
  return /^[A-Z0-9]{6,30}$/.test(number)
    ? null
    : {
        code: 'field-invalid',
        say: '这不是来件号。',
        then: '请照信封、详情单上条形码下面的号码填写，只有字母和数字；没有号码的不填。',
        cite: reg('31(2)'),
      }
}

/** Why this way of posting is not open, or null. */
export function postingRefusal(
  { carrier, freightCollect }: { carrier?: MailCarrier | undefined; freightCollect?: boolean | undefined },
  on: LocalDate,
): Refusal | null {
  if (carrier === 'courier' && POSTAL_ONLY.on(on))
    return { ...COURIER, say: '公文只能通过邮政企业寄送，快递企业不得寄递国家机关公文。' }
  const free = POSTAGE_FREE.on(on)
  if (freightCollect && free)
    return {
      code: 'service-method-refused',
      say: '不能让收件人付邮费（到付）。',
      then: '行政机关依申请提供政府信息不收取费用，邮费由本机关承担；请改为寄件人付费。',
      cite: free.by,
      field: 'freightCollect',
    }
  return null
}
