/**
 * 办理经过, as the requester may read it: each step in plain words with its article. What is the office's own affair (approval,
 * corrections of the register) and what concerns third parties (who they are, what they said) is not told; a kind of act that
 * has no words here stays inside.
 */
import { cite, feeMeasures, reg, whole } from '../../law/cite.ts'
import { chineseDate, type LocalDate } from '../../law/date.ts'
import { OUTCOME_TABLE } from '../../law/requests/outcomes.ts'
import { INTAKE_CHANNEL_WORDS, SERVICE_METHOD_WORDS } from '../../law/requests/vocabulary.ts'
import type { ActKind, ActOf } from './acts.ts'
import { lengthens } from './as-sent.ts'
import type { RequestCase } from './case.ts'

export interface ToldAct {
  seq: number
  on: LocalDate
  words: string
  detail: string
  /** The article it rests on, in words; empty where none is needed. */
  cite: string
}

type Told<K extends ActKind> = (act: ActOf<K>) => Pick<ToldAct, 'words' | 'detail' | 'cite'>

const TELL: { [K in ActKind]?: Told<K> } = {
  submitted: ({ via }) => ({ words: '您提出申请', detail: INTAKE_CHANNEL_WORDS[via], cite: cite(reg('29')) }),
  received: ({ via }) => ({
    words: via === 'signed-mail' ? '本机关签收申请' : '双方确认收到申请',
    detail: '答复期限从次日起计算。',
    cite: cite(reg('31')),
  }),
  'correction-asked': ({ replyBy }) => ({
    words: '请您补正申请内容',
    detail: `期限到${chineseDate(replyBy)}，内容见告知书。`,
    cite: cite(reg('30')),
  }),
  'correction-received': () => ({ words: '收到您的补正', detail: '', cite: cite(reg('30')) }),
  'correction-lapsed': () => ({ words: '没有按期收到补正，不再处理', detail: '您仍可以重新提出申请。', cite: cite(reg('30')) }),
  'reasons-asked': ({ replyBy }) => ({
    words: '请您说明申请的理由',
    detail: `因申请的数量、频次，期限到${chineseDate(replyBy)}，内容见告知书。`,
    cite: cite(reg('35')),
  }),
  'reasons-given': () => ({ words: '收到您说明的理由', detail: '', cite: cite(reg('35')) }),
  deferred: ({ until, reason }) => ({
    words: `延迟到${chineseDate(until)}前答复`,
    detail: reason,
    cite: cite(reg('35')),
  }),
  'third-party-asked': () => ({
    words: '书面征求第三方意见',
    detail: '信息涉及第三方；征求意见所需时间不计入答复期限。',
    cite: cite(reg('32')),
  }),
  'third-party-answered': () => ({ words: '收到第三方意见', detail: '继续计算答复期限。', cite: cite(reg('33.3')) }),
  'agency-asked': () => ({
    words: '书面征求其他机关意见',
    detail: '信息与其他机关有关；征求意见所需时间不计入答复期限。',
    cite: cite(reg('33.3')),
  }),
  'agency-answered': ({ silent }) => ({
    words: silent ? '其他机关没有答复，不再等待' : '收到其他机关意见',
    detail: '继续计算答复期限。',
    cite: cite(reg('33.3')),
  }),
  'fee-noticed': ({ yuan }) => ({
    words: `发出信息处理费收费通知（${yuan} 元）`,
    detail: '计算方法见通知书；缴清后答复期限重新计算。',
    cite: cite(reg('42')),
  }),
  'fee-paid': () => ({ words: '费用已缴清', detail: '答复期限从次日起重新计算。', cite: cite(whole('feeMeasures')) }),
  'fee-lapsed': () => ({ words: '没有按期缴费，不再处理', detail: '您仍可以重新提出申请。', cite: cite(feeMeasures('6')) }),
  extended: ({ workingDays, reason }) => ({
    words: `延长答复期限 ${workingDays} 个工作日`,
    detail: reason,
    cite: cite(reg('33.2')),
  }),
  replied: ({ outcome }) => ({
    words: `作出答复：${OUTCOME_TABLE[outcome].zh}`,
    detail: '理由和救济途径见答复书。',
    cite: cite(reg('36')),
  }),
  served: ({ by }) => ({
    words: '答复送达您',
    detail: `${SERVICE_METHOD_WORDS[by]}；申请行政复议、提起行政诉讼的期限由此计算。`,
    cite: cite(reg('51')),
  }),
  withdrawn: () => ({ words: '您撤回申请', detail: '不再继续办理；您仍可以另行提出申请。', cite: '' }),
}

/** The acts that count and may be told, in the order of law. */
export function toldActs(folded: RequestCase): ToldAct[] {
  return folded.live.flatMap(({ seq, act }) => {
    const tell = TELL[act.kind] as Told<ActKind> | undefined
    // Decided, but its letter has not left: it lengthens nothing yet (Art 33.2, 35).
    if (lengthens(act) && act.told === false) return []
    return tell ? [{ seq, on: act.on, ...tell(act) }] : []
  })
}
