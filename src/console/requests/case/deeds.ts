/** What to offer on a case: the one thing that comes next, what else may be done, and what may not and why. */
import type { Refusal } from '../../../law/refusal.ts'
import type { Phase } from '../../../law/requests/vocabulary.ts'
import type { ActKind } from '../../../record/requests/acts.ts'
import type { CaseView } from '../../../record/requests/view.ts'
import { stepsAt } from '../../../record/requests/sending.ts'
import { replyIsNext } from '../../../record/requests/reply-next.ts'

/** Acts recorded by a form of their own on the case page. */
export type FormKind = Exclude<
  ActKind,
  'submitted' | 'split' | 'reply-reviewed' | 'reply-approved' | 'reopened' | 'archived' | 'archive-transferred'
>

/** In the order of a case's life. 更正登记 is offered at the act it concerns. */
const RECORDED: readonly FormKind[] = [
  'contacted',
  'received',
  'correction-asked',
  'correction-received',
  'correction-lapsed',
  'searched',
  'third-party-asked',
  'third-party-answered',
  'agency-asked',
  'agency-answered',
  'extended',
  'fee-noticed',
  'fee-waived',
  'fee-paid',
  'fee-lapsed',
  'dispatched',
  'mail-returned',
  'notice-published',
  'notice-received',
  'reasons-asked',
  'reasons-given',
  'deferred',
  'served',
  'withdrawn',
  'disputed',
]

export type Next = { go: 'compose' | 'approve'; words: string } | { record: FormKind }

export interface Deeds {
  next: Next | null
  others: FormKind[]
  /** By the law or the state of the case. */
  refused: { kind: FormKind; refusal: Refusal }[]
  /** By the actor's role. */
  notMine: FormKind[]
}

const NEXT_IN: Partial<Record<Phase, FormKind[]>> = {
  awaitingConfirmation: ['received'],
  awaitingCorrection: ['correction-lapsed', 'correction-received'],
  awaitingReasons: ['reasons-given'],
  awaitingFee: ['fee-lapsed', 'fee-paid'],
}

const COMPOSE_WORDS = {
  none: '拟写答复',
  draft: '继续拟写答复',
  returned: '修改退回的答复',
  submitted: '查看送审稿',
  approved: '查看答复稿',
}

type Seen = Pick<CaseView, 'phase' | 'clock' | 'today' | 'draft' | 'may' | 'mayDraft' | 'sending' | 'content'>

export function deedsOf(view: Seen): Deeds {
  const allowed = (kind: FormKind) => view.may[kind].allowed
  const next = nextOf(view)
  const offered = RECORDED.filter((kind) => !(next && 'record' in next && next.record === kind))
  const refused: Deeds['refused'] = []
  const notMine: FormKind[] = []
  for (const kind of offered) {
    const may = view.may[kind]
    if (may.allowed) continue
    if (may.refusal.code === 'not-permitted') notMine.push(kind)
    else refused.push({ kind, refusal: may.refusal })
  }
  const open = offered.filter(allowed)
  const likely: readonly FormKind[] = stepsOf(view)
  return {
    next,
    others: [...open.filter((kind) => likely.includes(kind)), ...open.filter((kind) => !likely.includes(kind))],
    refused,
    notMine,
  }
}

function nextOf(view: Seen): Next | null {
  const { draft, may, mayDraft } = view
  if (replyIsNext(view)) {
    if (draft?.state === 'submitted' && may['reply-approved'].allowed)
      return { go: 'approve', words: draft.unreviewed.length > 0 ? '查看送审稿' : '审批答复稿' }
    if (draft?.state === 'approved' && may.replied.allowed) return { record: 'replied' }
    return mayDraft.allowed ? { go: 'compose', words: COMPOSE_WORDS[draft?.state ?? 'none'] } : null
  }
  const kind = stepsOf(view).find((one) => may[one].allowed)
  return kind ? { record: kind } : null
}

function stepsOf({ sending, content, phase }: Seen): readonly FormKind[] {
  return sending ? stepsAt(sending, content.delivery) : (NEXT_IN[phase] ?? [])
}
