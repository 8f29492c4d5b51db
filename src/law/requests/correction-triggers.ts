/**
 * 补正事由 — what may make an application ask for correction (Reg. 30 with 29.2). Art 30 names unclear content only; whether
 * identity, contact or authority count as well is a reading. None of them is a reason to refuse a number.
 */
import { type Citation, reg } from '../cite.ts'
import type { Readings } from '../readings.ts'
import type { LocalDate } from '../date.ts'
import { checkRequestForm, type ContentForm, REPRESENTATIVE_WORDS, type RequesterForm } from './form.ts'
import { GUARDIAN_ACTS_BELOW, minority } from './minority.ts'

export const CORRECTION_TRIGGERS = ['content', 'identity', 'contact', 'authority'] as const
export type CorrectionTrigger = (typeof CORRECTION_TRIGGERS)[number]

interface TriggerRule {
  readonly zh: string
  readonly by: Citation
  /** What the notice asks for, where the office writes nothing of its own. */
  readonly ask: string
}

export const TRIGGER_RULES: Readonly<Record<CorrectionTrigger, TriggerRule>> = {
  content: {
    zh: '申请内容不明确',
    by: reg('30'),
    ask: '请写明所需政府信息的名称、文号，或者便于查找的其他特征（如时间、事项、范围）。',
  },
  identity: {
    zh: '身份证明不清楚',
    by: reg('29.2(1)'),
    ask: '请提供申请人的姓名或者名称和有效身份证明（复印件即可）。',
  },
  contact: {
    zh: '联系方式不清楚，无法送达',
    by: reg('29.2(1)'),
    ask: '请提供能够联系、送达的电话、通信地址或者电子邮箱。',
  },
  authority: {
    zh: '代理人没有委托书',
    by: reg('29.2(1)'),
    ask: '请提供申请人签名（盖章）的授权委托书；为未成年人提出的，提供监护关系证明。',
  },
}

/** Whether a notice asks what is wanted, and not only for papers. Where it names no reason it is about that (Art 30). */
export function isAboutContent(triggers: readonly CorrectionTrigger[] = []): boolean {
  return triggers.length === 0 || triggers.includes('content')
}

/** The triggers that an agency works with, on its reading. */
export function triggersOf({ correctionTriggers }: Pick<Readings, 'correctionTriggers'>): readonly CorrectionTrigger[] {
  return correctionTriggers === 'all' ? CORRECTION_TRIGGERS : ['content']
}

/** Something that an application lacks, as a reason that may be given when correction is asked for. */
export interface Gap {
  readonly trigger: CorrectionTrigger
  readonly say: string
}

const CONTACT_FIELDS = ['phone', 'email', 'address', 'postcode', 'contactName'].map((name) => `requester.${name}`)

function triggerOfField(field: string): CorrectionTrigger {
  if (field.startsWith('content.')) return 'content'
  return CONTACT_FIELDS.includes(field) ? 'contact' : 'identity'
}

/** 缺什么: in the order of the triggers, on this agency's reading. `unclear`: somebody who read it can not tell what is wanted. */
export function gapsOf(
  requester: RequesterForm,
  content: ContentForm,
  known: { readonly unclear: boolean; readonly authorised: boolean; readonly today: LocalDate },
  readings: Pick<Readings, 'correctionTriggers'>,
): Gap[] {
  const gaps: Gap[] = checkRequestForm(requester, content).map(({ field = '', say }) => ({ trigger: triggerOfField(field), say }))
  if (known.unclear && !gaps.some(({ trigger }) => trigger === 'content'))
    gaps.push({ trigger: 'content', say: '登记人员认为申请内容不明确。' })
  if (requester.agent && !known.authorised)
    gaps.push({
      trigger: 'authority',
      say: requester.agent.role === 'guardian' ? '没有收到监护关系证明。' : `没有收到${REPRESENTATIVE_WORDS.agent}的授权委托书。`,
    })
  if (minority(requester, known.today)?.below === GUARDIAN_ACTS_BELOW)
    gaps.push({ trigger: 'authority', say: '申请人不满八周岁，没有法定代理人（监护人）代为提出。' })
  const used = triggersOf(readings)
  return used.flatMap((trigger) => gaps.filter((gap) => gap.trigger === trigger))
}
