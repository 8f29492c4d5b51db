/** 交寄、退回、公告 (国办公开办函〔2016〕235号): how a letter leaves the house, and what happens where it does not arrive. */
import { whole } from '../../law/cite.ts'
import { chineseDate, type LocalDate } from '../../law/date.ts'
import { ONLINE_WAY } from '../../law/oversight/remedies.ts'
import { type Refusal, type Result, ok, refused } from '../../law/refusal.ts'
import { postalNumber, postingRefusal, PUBLIC_NOTICE_PERIOD } from '../../law/requests/service.ts'
import { SERVICE_METHOD_WORDS } from '../../law/requests/vocabulary.ts'
import type { Agency } from '../../record/people/agency.ts'
import type { ActOf } from '../../record/requests/acts.ts'
import { isDecision, type LetterService, needsService, openDispatches, serviceOf } from '../../record/requests/service.ts'
import { electronicDeliveryOf } from '../../store/requester-side.sql.ts'
import type { OfficeContext } from '../context.ts'
import type { Deciding } from './deciding.ts'
import { type FiledLetter, filedLetter } from './filed-letters.ts'
import { issue } from './letters.ts'
import { type GivenOnline, givenOnline } from './online-way.ts'
import type { Matter } from './perform.ts'

/** The letter that an act of service names, as long as it still has to reach somebody. */
async function letterToServe(
  ctx: OfficeContext,
  matter: Matter,
  act: { on: LocalDate; of: number; code: string; letter: string },
): Promise<Result<{ filed: FiledLetter; service: LetterService }>> {
  const filed = await filedLetter(ctx, matter, act.letter)
  if (!filed || filed.actSeq !== act.of || filed.code !== act.code)
    return refused({ code: 'field-invalid', say: '案卷中没有这份文书。', then: '请重新选择文书。', field: 'letter' })
  if (!needsService(filed.code))
    return refused({
      code: 'field-invalid',
      say: `“${filed.letter.title}”不单独送达。`,
      then: '回执、确认书当场交付；意见回执随征求意见函寄送。',
      field: 'letter',
    })
  const service = serviceOf(matter.folded, filed, matter.today)
  if (service.state === 'void')
    return refused({
      code: 'field-invalid',
      say: `${filed.number} 所依据的一步已更正，文书作废。`,
      then: '请选择重新作出的文书。',
      field: 'letter',
    })
  if (service.state === 'overturned')
    return refused({
      code: 'field-invalid',
      say: `${filed.number} 所作的答复已被责令重新答复，不再送达。`,
      then: '请送达重新作出的答复。',
      field: 'letter',
    })
  if (service.proven)
    return refused({
      code: 'already-done',
      say: `${filed.number} 已登记于${chineseDate(service.proven.on)}送达。`,
      then: '如有误，请用“更正登记”。',
      field: 'letter',
    })
  if (act.on < filed.issuedOn)
    return refused({
      code: 'date-before-cause',
      say: `日期早于文书的成文日期（${chineseDate(filed.issuedOn)}）。`,
      then: `请填写${chineseDate(filed.issuedOn)}或之后的日期。`,
      field: 'on',
    })
  return ok({ filed, service })
}

/** 电子送达: the requester chose it, and a decision names the online way to reconsideration (ARL 22.2). */
export function electronicRefusal(
  { content, agency }: Matter,
  filed: Pick<FiledLetter, 'code' | 'addressedTo'>,
  on: LocalDate,
): Refusal | null {
  const agreed = filed.addressedTo === 'agency' || (filed.addressedTo === 'requester' && content.delivery === 'electronic')
  if (!agreed)
    return {
      code: 'service-method-refused',
      say: filed.addressedTo === 'requester' ? '申请人没有选择电子送达。' : '第三方没有同意电子送达。',
      then: '请直接送达或者由邮政企业邮寄，或先取得其书面同意。',
      cite: whole('serviceReply'),
      field: 'by',
    }
  return isDecision(filed.code) ? onlineWayRefusal(agency, on) : null
}

/** A decision is not served online by an agency whose online way to reconsideration is not known. */
export function onlineWayRefusal({ details }: Agency, on: LocalDate): Refusal | null {
  const rule = ONLINE_WAY.on(on)
  if (!rule || details.onlineReconsideration) return null
  return {
    code: 'service-method-refused',
    say: '通过互联网送达决定的，应当同时提供提交行政复议申请书的互联网渠道；本机关资料中还没有登记这一渠道。',
    then: '请系统管理员在机构资料中填写网上申请行政复议的网址后再送达；不能等的，改为直接送达或者邮寄。',
    cite: rule.by,
    field: 'by',
  }
}

/** 网上提供之日 of this decision, as the requester's side knows it; 235号: the day of sending decides whether it is in time. */
export async function offeredOn({ tx, row }: Matter, { code, actSeq }: FiledLetter): Promise<LocalDate | undefined> {
  if (!isDecision(code)) return undefined
  const offered = await electronicDeliveryOf(tx, { agencyId: row.agency_id, caseId: row.id })
  return offered && offered.act_seq === actSeq ? offered.offered_on : undefined
}

/** 登记交寄或发出. A second attempt follows a return; while the first is under way there is no other. */
export const dispatchLetter: Deciding<'dispatched'> = async (ctx, matter, act) => {
  const found = await letterToServe(ctx, matter, act)
  if (!found.ok) return found
  const { filed, service } = found.value
  const last = service.attempts.at(-1)
  if (last && !last.returned)
    return refused({
      code: 'already-done',
      say: `${filed.number} 已于${chineseDate(last.on)}${SERVICE_METHOD_WORDS[last.by]}，送达未证实。`,
      then: '请查询结果：已签收的登记送达，退回的先“登记退回”，再次送达另行登记。',
      field: 'letter',
    })
  const way = wayOf(matter, filed, act)
  if (!way.ok) return way
  const dispatched = { ...way.value, offeredOn: await offeredOn(matter, filed) }
  const number = dispatched.mailNumber
  if (number && service.attempts.some((before) => before.mailNumber === number))
    return refused({
      code: 'already-done',
      say: `邮件号 ${number} 是上一次交寄的，那一封已经退回。`,
      then: '请填写这一次交寄的邮件号，以收寄凭证为准。',
      field: 'mailNumber',
    })
  if (act.by === 'electronic') {
    const online = await givenOnline(ctx, matter, filed, act.on)
    return online.ok ? ok({ acts: [dispatched], letters: online.value.letters }) : online
  }
  const slip =
    act.by === 'in-person' || act.by === 'entrusted'
      ? [issue(matter, 'D28', act.on, slipFacts(filed, { ...act, method: act.by }), { to: 'file' })]
      : []
  return ok({ acts: [dispatched], letters: slip })
}

function wayOf(matter: Matter, filed: FiledLetter, act: ActOf<'dispatched'>): Result<ActOf<'dispatched'>> {
  switch (act.by) {
    case 'in-person':
      return ok(act)
    case 'electronic': {
      const refusal = electronicRefusal(matter, filed, act.on)
      return refusal ? refused(refusal) : ok(act)
    }
    case 'entrusted':
      return act.agency ? ok(act) : refused(WHICH_AGENCY)
    case 'public-notice':
      return refused({
        code: 'service-method-refused',
        say: '公告送达不在这里登记。',
        then: '其他方式都不能送达的，请办理“公告送达”，写明原因和经过。',
        cite: PUBLIC_NOTICE_PERIOD.on(act.on)?.by ?? whole('civilProcedure'),
        field: 'by',
      })
    case 'signed-mail':
      return posted(act)
  }
}

export const WHICH_AGENCY: Refusal = {
  code: 'field-missing',
  say: '请填写受委托的行政机关。',
  then: '委托送达只能委托其他行政机关；写明机关全称。',
  cite: whole('serviceReply'),
  field: 'agency',
}

/** 交寄: by the postal enterprise, at the agency's cost, with its number. */
function posted(act: ActOf<'dispatched'>): Result<ActOf<'dispatched'>> {
  const refusal = postingRefusal(act, act.on)
  if (refusal) return refused(refusal)
  if (!act.carrier)
    return refused({
      code: 'field-missing',
      say: '请选择由谁寄送。',
      then: '公文由邮政企业以特快专递（EMS）或者挂号信寄送。',
      cite: whole('serviceReply'),
      field: 'carrier',
    })
  const number = postalNumber(act.mailNumber ?? '')
  return number.ok ? ok({ ...act, mailNumber: number.value }) : number
}

/** What a 送达回证 says of the letter and its addressee. */
export function slipFacts(
  { letter, number, addressedTo }: FiledLetter,
  { method, agency, online }: { method: ActOf<'served'>['by']; agency?: string | undefined; online?: GivenOnline },
) {
  const besides = online ? [online.notice, ...online.letters].filter((one) => one !== null) : []
  return {
    document: [letter.title, ...besides.map((one) => one.letter.title)].join('；'),
    documentNumber: [number, ...(online?.notice ? [online.notice.number] : [])].join('；'),
    ...(online?.way ? { onlineWay: online.way } : {}),
    method,
    proof: '',
    servedOn: null,
    ...(addressedTo === 'requester' ? {} : { recipient: letter.addressee ?? '' }),
    ...(agency ? { entrustedTo: agency } : {}),
  }
}

/** 登记退回: the mail came back, or nobody could be met. */
export const returnMail: Deciding<'mail-returned'> = (_ctx, matter, act) => {
  const sent = openDispatches(matter.folded).find(({ seq }) => seq === act.of)
  if (!sent)
    return refused({ code: 'letter-not-sent', say: '没有这一次交寄，或其结果已登记。', then: '请重新选择。', field: 'of' })
  if (act.on < sent.act.on)
    return refused({
      code: 'date-before-cause',
      say: '退回日期早于交寄日期。',
      then: `请填写${chineseDate(sent.act.on)}或之后的日期。`,
      field: 'on',
    })
  return ok({ acts: [act] })
}

/** 公告送达: only where no other way is left, with the reasons and the course in the file. */
export const publishNotice: Deciding<'notice-published'> = async (ctx, matter, act) => {
  const found = await letterToServe(ctx, matter, act)
  if (!found.ok) return found
  const { filed, service } = found.value
  const by = PUBLIC_NOTICE_PERIOD.on(act.on)?.by ?? whole('civilProcedure')
  if (service.notice)
    return refused({
      code: 'already-done',
      say: `${filed.number} 已于${chineseDate(service.notice.on)}公告。`,
      then: `${chineseDate(service.notice.deemedOn)}公告期满，届时登记送达。`,
      field: 'letter',
    })
  if (filed.addressedTo === 'agency')
    return refused({
      code: 'service-method-refused',
      say: '给机关的函不用公告送达。',
      then: '请直接送达、邮寄或者通过公文交换送达。',
      field: 'letter',
    })
  if (act.because === 'otherWaysFailed' && !service.attempts.some(({ returned }) => returned))
    return refused({
      code: 'service-method-refused',
      say: '还没有以其他方式送达而未成功的记录，不能公告送达。',
      then: '请先直接送达或者邮寄；退回的，登记退回后再公告。',
      cite: by,
      field: 'because',
    })
  return ok({ acts: [act] })
}
