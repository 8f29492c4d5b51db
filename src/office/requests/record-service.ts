import { whole } from '../../law/cite.ts'
import { chineseDate } from '../../law/date.ts'
import { type Refusal, ok, refused } from '../../law/refusal.ts'
import { LEAVING, plainMailNumber, postalNumber, SIGNER_WORDS } from '../../law/requests/service.ts'
import type { ServiceMethod } from '../../law/requests/vocabulary.ts'
import type { ActOf } from '../../record/requests/acts.ts'
import { mayBeServedFor } from '../../record/people/recipient.ts'
import { lettersOnTheWay } from '../../record/requests/checks.ts'
import { authorityShown } from '../../record/requests/evidence.ts'
import { type LetterService, serviceOf } from '../../record/requests/service.ts'
import { filesOf } from '../../store/requests.sql.ts'
import type { Deciding } from './deciding.ts'
import { electronicRefusal, offeredOn, slipFacts, WHICH_AGENCY } from './dispatch-letter.ts'
import { decisionLetter, type FiledLetter, filedLetter } from './filed-letters.ts'
import { issue } from './letters.ts'
import { type GivenOnline, givenOnline } from './online-way.ts'
import type { Matter } from './perform.ts'

type Proof = Omit<ActOf<'served'>, 'kind'>

/** 登记送达 (国办公开办函〔2016〕235号): with proof; "served" is never assumed. */
export const recordService: Deciding<'served'> = async (ctx, matter, act, { signer }) => {
  const filed = await decisionLetter(ctx, matter)
  if (!filed) throw new Error('guarded: a decision was made, so its letter is on file')
  const service = serviceOf(matter.folded, filed, matter.today)
  const refusal = proofRefusal(matter, filed, service, act) ?? (await paperRefusal(matter, filed, act))
  if (refusal) return refused(refusal)
  const known = { ...act, ...mailOf(act, service), offeredOn: await offeredOn(matter, filed) }
  if (act.by !== 'electronic') return ok({ acts: [known], letters: [proofSlip(matter, filed, known, signer)] })
  const online = await givenOnline(ctx, matter, filed, act.on)
  if (!online.ok) return online
  return ok({ acts: [known], letters: [...online.value.letters, proofSlip(matter, filed, known, signer, online.value)] })
}

/**
 * 登记对方收到文书: their limits (15 or 20 working days) run from that day. Of a letter that is named, with proof; a day without
 * proof sets the limit running and leaves the service unproven.
 */
export const noteArrival: Deciding<'notice-received'> = async (ctx, matter, act, { signer }) => {
  if (act.letter === undefined || act.by === undefined) {
    const sent = lettersOnTheWay(matter.folded).find((one) => one.seq === act.of)
    if (!sent)
      return refused({ code: 'field-invalid', say: '所选的文书不在等待登记之列。', then: '请重新选择文书。', field: 'of' })
    const early = act.on < sent.act.on ? tooEarly(sent.act.on) : null
    return early ? refused(early) : ok({ acts: [act] })
  }
  const { by } = act
  const filed = await filedLetter(ctx, matter, act.letter)
  const service = filed && serviceOf(matter.folded, filed, matter.today)
  if (!filed || !service || filed.actSeq !== act.of || service.state === 'void')
    return refused({ code: 'field-invalid', say: '案卷中没有这份文书。', then: '请重新选择文书。', field: 'letter' })
  if (service.proven)
    return refused({
      code: 'already-done',
      say: `${filed.number} 已登记于${chineseDate(service.proven.on)}送达。`,
      then: '如有误，请用“更正登记”。',
      field: 'letter',
    })
  if (act.on < filed.issuedOn) return refused(tooEarly(filed.issuedOn))
  const refusal = proofRefusal(matter, filed, service, { ...act, by }) ?? (await paperRefusal(matter, filed, act))
  if (refusal) return refused(refusal)
  const known = { ...act, by, code: filed.code, ...mailOf(act, service) }
  return ok({ acts: [known], letters: [proofSlip(matter, filed, known, signer)] })
}

function tooEarly(sent: Proof['on']): Refusal {
  return {
    code: 'date-before-cause',
    say: '收到日期早于发出日期。',
    then: `请填写${chineseDate(sent)}或之后的日期。`,
    field: 'on',
  }
}

/** What proves the service by each way; the first thing that is missing, or null. */
function proofRefusal(matter: Matter, filed: FiledLetter, service: LetterService, act: Proof): Refusal | null {
  const sent = service.attempts.at(-1)
  if (sent && act.on < sent.on) return tooEarly(sent.on)
  if (act.leftBecause !== undefined || act.leftWitness !== undefined) return leavingRefusal(act)
  const shown = Boolean(act.signedBy ?? act.file ?? act.proof)
  switch (act.by) {
    case 'signed-mail': {
      const number = mailNumberOf(act, service)
      return postedRefusal(number) ?? (shown ? null : NO_PROOF)
    }
    case 'in-person':
      return shown ? null : NO_PROOF
    case 'entrusted':
      if (!act.agency && sent?.by !== 'entrusted') return WHICH_AGENCY
      return shown ? null : NO_PROOF
    case 'electronic':
      return electronicRefusal(matter, filed, act.on) ?? (shown ? null : NO_TRACE)
    case 'public-notice':
      return noticeRefusal(service, act)
  }
}

/** A proof that is named lies in this case, and who signed for the requester has shown that this is covered by the authority. */
async function paperRefusal(
  { tx, row, requester }: Matter,
  filed: FiledLetter,
  { file, signedBy }: Pick<Proof, 'file' | 'signedBy'>,
): Promise<Refusal | null> {
  const forRequester = signedBy === 'agent' && filed.addressedTo === 'requester'
  if (file === undefined && !forRequester) return null
  const files = await filesOf(tx, row.agency_id, row.id)
  if (file !== undefined && !files.some(({ id }) => id === file))
    return { code: 'field-invalid', say: '所选的凭证文件不在本案中。', then: '请先在“文书与附件”中上传，再选择。', field: 'file' }
  const authorised = authorityShown(requester, files)
  return !forRequester || (authorised && mayBeServedFor(requester, authorised)) ? null : NO_AUTHORITY
}

const NO_AUTHORITY: Refusal = {
  code: 'proof-missing',
  say: '案卷里没有写明可以代收文书的委托书，不能登记为由代理人签收。',
  then: '请先上传委托书并核对代收权限；没有的，由申请人本人签收，或者邮寄给申请人。',
  field: 'signedBy',
}

/** Only the postal enterprise carries official documents (《邮政法》第五十五条; 235号), and its number shows it. */
export function postedRefusal(number: string | null): Refusal | null {
  if (!number) return NO_MAIL_NUMBER
  const valid = postalNumber(number)
  return valid.ok ? null : (valid.refusals[0] ?? NO_MAIL_NUMBER)
}

const NO_MAIL_NUMBER: Refusal = {
  code: 'field-missing',
  say: '邮寄送达需要邮件号或签收凭证。',
  then: '请填写邮政企业的邮件号。快递企业不能用于送达公文。',
  cite: whole('serviceReply'),
  field: 'proof',
}
const NO_PROOF: Refusal = {
  code: 'proof-missing',
  say: '没有送达凭证，不能登记为已送达。',
  then: '请填写由谁签收、凭证说明，或者上传送达回证、签收记录后在此选择；还没有凭证的，先登记交寄。',
  cite: whole('serviceReply'),
  field: 'proof',
}
const NO_TRACE: Refusal = {
  code: 'proof-missing',
  say: '电子送达没有到达记录，不能登记为已送达。',
  then: '请填写发送或者下载的记录（时间、系统提示），或者上传截图后在此选择。',
  cite: whole('serviceReply'),
  field: 'proof',
}

/** 留置送达: refused at the door, left there, and shown how. */
function leavingRefusal({ by, on, leftBecause, leftWitness }: Proof): Refusal | null {
  const rule = LEAVING.on(on)
  const cite = rule?.by ?? whole('civilProcedure')
  if (by !== 'in-person' && by !== 'entrusted')
    return {
      code: 'service-method-refused',
      say: '只有当面送交、对方拒绝接收的，才能留置送达。',
      then: '邮寄被拒收的，登记退回，再直接送达。',
      cite,
      field: 'by',
    }
  if (!leftBecause)
    return { code: 'field-missing', say: '没有写明拒收的事由。', then: '请记明拒收事由。', cite, field: 'leftBecause' }
  if (!leftWitness)
    return {
      code: 'proof-missing',
      say: '留置送达需要见证人，或者拍照、录像。',
      then: '请选择其中一种，并上传签名的送达回证或者照片。',
      cite,
      field: 'leftWitness',
    }
  return null
}

function noticeRefusal({ notice }: LetterService, act: Proof): Refusal | null {
  if (!notice)
    return {
      code: 'letter-not-sent',
      say: '还没有公告，不能登记公告送达。',
      then: '其他方式都不能送达的，先办理“公告送达”。',
      field: 'by',
    }
  if (act.on === notice.deemedOn) return null
  return {
    code: act.on < notice.deemedOn ? 'date-before-cause' : 'field-invalid',
    say: `${chineseDate(notice.on)}公告，${chineseDate(notice.deemedOn)}公告期满，视为送达。`,
    then: `送达日期请填写${chineseDate(notice.deemedOn)}。`,
    field: 'on',
  }
}

/** The number as typed now, as it stands in the proof, or as it was posted. */
function mailNumberOf({ mailNumber, proof }: Pick<Proof, 'mailNumber' | 'proof'>, { attempts }: LetterService): string | null {
  if (mailNumber) return mailNumber
  return attempts.at(-1)?.mailNumber ?? mailNumberIn(proof ?? '')
}

export function mailNumberIn(proof: string): string | null {
  const candidates = plainMailNumber(proof).match(/[A-Z]{0,3}\d{9,15}[A-Z]{0,2}/g) ?? []
  return candidates.find((one) => postalNumber(one).ok) ?? candidates[0] ?? null
}

function mailOf(act: Pick<Proof, 'mailNumber' | 'proof'> & { by?: ServiceMethod | undefined }, service: LetterService) {
  const number = act.by === 'signed-mail' ? mailNumberOf(act, service) : null
  const valid = number ? postalNumber(number) : null
  return valid?.ok ? { mailNumber: valid.value } : {}
}

/** 送达回证, filled in with what the act says; who signed stands in it and nowhere else. */
function proofSlip(matter: Matter, filed: FiledLetter, act: Proof, signer: string | undefined, online?: GivenOnline) {
  const relation = act.signedBy && act.signedBy !== 'self' ? SIGNER_WORDS[act.signedBy] : ''
  const facts = {
    ...slipFacts(filed, { method: act.by, agency: act.agency, ...(online && { online }) }),
    proof: [act.mailNumber, act.proof].filter(Boolean).join('；'),
    servedOn: act.on,
    ...(relation ? { takenBy: [signer, relation].filter(Boolean).join('，') } : signer ? { signer } : {}),
    ...(act.leftBecause ? { left: act.leftBecause } : {}),
    ...(act.leftWitness ? { leftWitness: act.leftWitness } : {}),
  }
  return issue(matter, 'D28', act.on, facts, { to: 'file' })
}
