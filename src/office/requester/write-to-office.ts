/** What the requester writes online: correction, reasons, payment, confirmation, feedback. Sealed beside the acts it stands behind. */
import { reg } from '../../law/cite.ts'
import { chineseDate } from '../../law/date.ts'
import { type Refusal, type Result, ok, refused } from '../../law/refusal.ts'
import type { Act } from '../../record/requests/acts.ts'
import {
  correctionIsLate,
  correctionPurpose,
  type MessageKind,
  type OwnDeed,
  ownDeeds,
  type Usefulness,
} from '../../record/requests/requester-side.ts'
import { authorityShown } from '../../record/requests/evidence.ts'
import { addMessage } from '../../store/requester-side.sql.ts'
import { filesOf } from '../../store/requests.sql.ts'
import { type OfficeContext, PUBLIC_ACTOR_ID, type Tx } from '../context.ts'
import { attachFiles, type Upload } from '../files/attach-files.ts'
import type { Decision, Matter } from '../requests/perform.ts'
import { performOwn, situationOf, type StatusQuery } from './own-case.ts'
import { withdrawRequest } from '../requests/withdraw-request.ts'

export interface Written {
  commandId: string
  text: string
  files: Upload[]
}

const MOST_LETTERS = 5000

function missing(say: string, then: string, field = 'text'): Refusal {
  return { code: 'field-missing', say, then, field }
}

type Writing = Exclude<OwnDeed, 'service' | 'mail'>

/** Each deed in the audit log, and what is said where it is no longer open: the acts' own refusals speak to the office. */
const WRITINGS: Record<Writing, { verb: string; notOpen: string }> = {
  contact: { verb: 'requester.contact', notOpen: '现在不需要您确认：工作人员已经确认收到，或者本申请不需要确认。' },
  correction: { verb: 'requester.correction', notOpen: '现在没有等待您补正的事项，或者申请已经办结。' },
  reasons: { verb: 'requester.reasons', notOpen: '现在没有等待您说明的事项，或者申请已经办结。' },
  payment: { verb: 'requester.payment', notOpen: '现在没有等待您缴费的通知，或者申请已经办结。' },
  feedback: { verb: 'requester.feedback', notOpen: '还没有作出答复，不能评价。' },
  withdraw: { verb: 'requester.withdraw', notOpen: '申请已经办结或者已经撤回，不能撤回。' },
}

/** One deed of the requester: whether it is open today, what was attached, what is written down, which act follows. */
async function write(
  ctx: OfficeContext,
  query: StatusQuery,
  deed: Writing,
  written: Written,
  decide: (matter: Matter) => Decision & { message: { kind: MessageKind; purpose?: string; useful?: Usefulness } },
): Promise<Result<{ caseId: string }>> {
  const text = written.text.trim()
  if ([...text].length > MOST_LETTERS)
    return refused({
      code: 'field-invalid',
      say: '内容过长。',
      then: `请控制在 ${MOST_LETTERS} 个字以内，其余用附件提交。`,
      field: 'text',
    })
  const stored = await attachFiles(ctx, { agencyId: query.agencyId, actorId: PUBLIC_ACTOR_ID }, written.files)
  if (!stored.ok) return stored
  const done = await performOwn(ctx, query, written.commandId, WRITINGS[deed].verb, (matter) => {
    if (!ownDeeds(situationOf(matter)).includes(deed))
      return refused({ code: 'already-done', say: WRITINGS[deed].notOpen, then: '请返回办理情况页查看最新进展。' })
    const { message, ...decision } = decide(matter)
    const of = { agencyId: matter.row.agency_id, caseId: matter.row.id }
    return ok({
      ...decision,
      async also(tx: Tx) {
        await addMessage(tx, of, {
          kind: message.kind,
          on: matter.today,
          sealed: ctx.vault.seal(text),
          commandId: written.commandId,
          useful: message.useful ?? null,
        })
        await stored.value.record(tx, { ...of, purpose: message.purpose ?? '申请人提交' })
      },
    })
  })
  if (!done.ok) await stored.value.discard()
  return done
}

/**
 * 提交补正 (Art 30): the day it is submitted online is the day it is received, and the reply limit starts afresh from it. After
 * the period the reason for being late is the office's to judge, so no act is recorded by itself.
 */
export function submitCorrection(ctx: OfficeContext, query: StatusQuery, written: Written): Promise<Result<{ caseId: string }>> {
  if (!written.text.trim() && written.files.length === 0)
    return Promise.resolve(refused(missing('没有填写补正内容，也没有附件。', '请按告知书的要求填写，或者上传材料。')))
  return write(ctx, query, 'correction', written, (matter) => {
    const late = correctionIsLate(situationOf(matter))
    const act: Act = { kind: 'correction-received', on: matter.today }
    return {
      acts: late ? [] : [act],
      message: { kind: late ? 'lateCorrection' : 'correction', purpose: correctionPurpose(matter.today) },
    }
  })
}

/** 说明理由 (Art 35): whether they are reasonable is the office's to judge. */
export function giveReasons(ctx: OfficeContext, query: StatusQuery, written: Written): Promise<Result<{ caseId: string }>> {
  if (!written.text.trim() && written.files.length === 0)
    return Promise.resolve(refused(missing('没有填写理由，也没有附件。', '请写明为什么需要提出这么多申请，或者上传材料。')))
  return write(ctx, query, 'reasons', written, ({ today }) => ({
    acts: [{ kind: 'reasons-given', on: today }],
    message: { kind: 'reasons', purpose: `说明理由的材料（${today} 网上提交）` },
  }))
}

/** 告知已缴费: the office checks the payment and records it; nobody is believed to have paid because of having said so. */
export function tellPayment(ctx: OfficeContext, query: StatusQuery, written: Written): Promise<Result<{ caseId: string }>> {
  if (!written.text.trim() && written.files.length === 0)
    return Promise.resolve(refused(missing('没有填写缴费情况，也没有凭证。', '请写明何时、以什么方式缴纳，或者上传凭证。')))
  return write(ctx, query, 'payment', written, ({ today }) => ({
    acts: [],
    message: { kind: 'payment', purpose: `缴费凭证（${today} 网上提交）` },
  }))
}

/** 确认提交和联系方式: the requester's half of the confirmation that Art 31(3) wants; the office's half is its own act. */
export function confirmContact(ctx: OfficeContext, query: StatusQuery, written: Written): Promise<Result<{ caseId: string }>> {
  return write(ctx, query, 'contact', written, () => ({ acts: [], message: { kind: 'contact' } }))
}

/** 评价答复: says nothing about the case; counted, and read by the office. */
export function giveFeedback(
  ctx: OfficeContext,
  query: StatusQuery,
  written: Written & { useful: Usefulness },
): Promise<Result<{ caseId: string }>> {
  return write(ctx, query, 'feedback', written, () => ({ acts: [], message: { kind: 'feedback', useful: written.useful } }))
}

/** 撤回申请: all of it, from today; the confirmation (D27) is among the letters. Nobody has to say why. */
export function withdrawOwn(
  ctx: OfficeContext,
  query: StatusQuery,
  input: { commandId: string; confirmed: boolean },
): Promise<Result<{ caseId: string }>> {
  if (!input.confirmed) return Promise.resolve(refused(missing('没有勾选确认。', '确定要撤回的，请勾选后再提交。', 'confirmed')))
  return performOwn(ctx, query, input.commandId, WRITINGS.withdraw.verb, async (matter) => {
    if (!ownDeeds(situationOf(matter)).includes('withdraw'))
      return refused({
        code: 'case-closed',
        say: WRITINGS.withdraw.notOpen,
        then: `如有疑问，请致电${matter.agency.details.phone}（今天是${chineseDate(matter.today)}）。`,
        cite: reg('33'),
      })
    const { agent } = matter.requester
    if (agent && !authorityShown(matter.requester, await filesOf(matter.tx, matter.row.agency_id, matter.row.id)))
      return refused({
        code: 'proof-missing',
        say: '代理人的权限还没有核对，不能代为撤回申请。',
        then: `请由申请人本人书面撤回，或者先提交委托书由工作人员核对；有疑问请致电${matter.agency.details.phone}。`,
        field: 'confirmed',
      })
    const act = { kind: 'withdrawn', on: matter.today } as const
    return withdrawRequest(ctx, matter, act, { caseId: matter.row.id, commandId: input.commandId, seen: matter.acts.length, act })
  })
}
