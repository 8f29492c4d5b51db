/** 第三方不同意公开的处理 (Art 32): of each who objects, where the reply gives something, whether it is heard; told to whoever is not. */
import { reg } from '../../law/cite.ts'
import type { Refusal } from '../../law/refusal.ts'
import type { Consultation } from './case.ts'
import { SHORTEST_REASON } from './check-items.ts'
import { contradicts, lacks } from './reply-faults.ts'
import { groundsOf, needsOf } from './reply-grounds.ts'
import type { ObjectionDecided, ReplyContent } from './reply.ts'

type Asked = Pick<Consultation, 'whom' | 'party' | 'consents'>

/** Those who answered that they object, in the order in which they were asked. */
export function objectors<C extends Asked>(consultations: readonly C[]): C[] {
  return consultations.filter((one) => one.whom === 'thirdParty' && one.consents === false)
}

/**
 * What is decided of each objection; nothing where the reply gives no information, for then all are heard. A draft of before says it
 * once for all who object: heard, where the rest is kept back for a third party's sake; not heard, where the public interest is named.
 */
export function objectionsDecided(
  content: ReplyContent,
  consultations: readonly Asked[],
): (ObjectionDecided & { party: string })[] {
  if (!needsOf(content).has('given')) return []
  const all = objectors(consultations)
  const { objections } = content
  return all.map(({ party }) => ({
    party,
    ...(objections ? (objections[party] ?? UNDECIDED) : decidedForAll(content, all.length === 1)),
  }))
}

const UNDECIDED: ObjectionDecided = { decision: null, content: '', reasons: '' }

function decidedForAll(content: ReplyContent, alone: boolean): ObjectionDecided {
  const { publicInterest, given, withheldPart, weighing } = content
  const keepsBack = groundsOf(content).includes('thirdParty')
  // Of several, one sentence can't say whose information is kept back and whose is not.
  if (keepsBack && !alone) return UNDECIDED
  if (publicInterest) return { decision: 'overridden', content: given?.what ?? '', reasons: publicInterest }
  return keepsBack ? { decision: 'respected', content: withheldPart, reasons: weighing } : UNDECIDED
}

/** Each objection has its decision, its reasons and the information it is about; and the reply does what the decisions say. */
export function objectionFaults(content: ReplyContent, consultations: readonly Asked[]): Refusal[] {
  const decided = objectionsDecided(content, consultations)
  return [...decided.flatMap((one) => faultsOf(content, one)), ...againstGrounds(content, decided)]
}

type Decided = ReturnType<typeof objectionsDecided>[number]

function faultsOf(content: ReplyContent, { party, decision, content: what, reasons }: Decided): Refusal[] {
  const at = (field: string) => `objections.${party}.${field}`
  if (decision === null)
    return [
      lacks(
        at('decision'),
        `${party}不同意公开，而答复准备公开，没有写明怎样处理其意见。`,
        '其理由合理的，采纳，不公开其信息；不公开可能对公共利益造成重大影响的，仍予公开，写明内容和理由，并书面告知该第三方。',
        reg('32'),
      ),
    ]
  // A draft of before has them in fields of its own, which are asked for by themselves.
  if (!content.objections) return []
  const kept = decision === 'respected'
  const faults: Refusal[] = []
  if (!what)
    faults.push(
      lacks(
        at('content'),
        kept ? `没有写明${party}的哪些信息不予公开。` : `没有写明决定公开${party}的哪些信息。`,
        kept ? '写明去掉的是什么，不写出内容本身。' : '写明公开的内容，告知书上照此印出。',
        reg('32'),
      ),
    )
  if ([...reasons].length < SHORTEST_REASON)
    faults.push(
      lacks(
        at('reasons'),
        kept ? `没有写明${party}的理由为什么合理。` : `没有写明不采纳${party}的意见、仍予公开的理由，或者理由过于简单。`,
        kept
          ? '写明其权益会受到什么损害，为什么公共利益不要求公开。'
          : '写明不公开会对公共利益造成什么重大影响，或者其理由为什么不成立。',
        reg('32'),
      ),
    )
  return faults
}

function againstGrounds(content: ReplyContent, decided: readonly Decided[]): Refusal[] {
  if (groundsOf(content).includes('thirdParty')) return []
  return decided
    .filter(({ decision }) => decision === 'respected')
    .map(({ party }) =>
      contradicts(
        `objections.${party}.decision`,
        content.outcome === 'granted'
          ? `采纳了${party}的意见，答复却是全部公开。`
          : `采纳了${party}的意见，不予公开的理由中却没有“保护第三方合法权益”。`,
        `${content.outcome === 'granted' ? '改选“部分公开”，并' : ''}在不予公开部分的理由中选“保护第三方合法权益”；或者改为不采纳其意见。`,
        reg('32'),
      ),
    )
}
