/** The reply as the form holds it: the answers of a ground lie under its name, so that each has a field of its own. */
import type { Refusal } from '../../../law/refusal.ts'
import { countedOutcome } from '../../../law/requests/item-outcomes.ts'
import type { Outcome } from '../../../law/requests/vocabulary.ts'
import { objectionsDecided } from '../../../record/requests/objections.ts'
import { type ReplyContent, replyContentSchema } from '../../../record/requests/reply.ts'
import { placedItems } from '../../../record/requests/reply-grounds.ts'
import type { CaseView } from '../../../record/requests/view.ts'

type Answers = ReplyContent['tests'][number]['answers']

export function formOfReply({ tests, ...content }: ReplyContent): Record<string, unknown> {
  return { ...content, testsOf: Object.fromEntries(tests.map(({ of, answers }) => [of, { ...answers }])) }
}

/** A draft of before, which said one thing of all objections, as it stands for each of them. */
export function withObjections(content: ReplyContent, consultations: CaseView['consultations']): ReplyContent {
  const decided = objectionsDecided(content, consultations)
  if (decided.length === 0) return content
  return { ...content, objections: Object.fromEntries(decided.map(({ party, ...objection }) => [party, objection])) }
}

/** What the form says, with the outcome that its items add up to; null while it can't be read. */
export function replyOfForm(values: Record<string, unknown>, outcome: Outcome): ReplyContent | null {
  const { testsOf, items, ...rest } = values
  const tests = Object.entries((testsOf ?? {}) as Record<string, Record<string, Answers[number]> | undefined>).map(
    ([of, answers]) => ({ of, answers: Object.values(answers ?? {}).map((one) => withoutGaps(one ?? {})) }),
  )
  const named = ((items ?? []) as Record<string, unknown>[]).filter(
    (item) => typeof item?.clause === 'string' && item.clause.trim(),
  )
  const parsed = replyContentSchema.safeParse({ ...withoutGaps(rest), items: named.map(withoutGaps), tests, outcome })
  if (!parsed.success) return null
  const counted = countedOutcome(placedItems(parsed.data).map((item) => item.outcome))
  return counted?.kind === 'settled' ? { ...parsed.data, outcome: counted.outcome } : parsed.data
}

/** Fields emptied by hand come as undefined; the schema's defaults then stand for them. */
function withoutGaps(values: object): object {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
}

/** A fault of an answer at its field. */
export function atField(fault: Refusal): Refusal {
  const [, ground, place] = /^tests\.(\w+)\.(\d)$/.exec(fault.field ?? '') ?? []
  return ground && place ? { ...fault, field: `testsOf.${ground}.${place}.why` } : fault
}
