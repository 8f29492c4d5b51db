/** 下一步: of what may be recorded, the one that the law asks of this agency now. */
import type { DisputeActKind } from './acts.ts'
import type { DisputeLimitKind } from './fold.ts'
import type { DisputeView } from './view.ts'

const MEETS: Partial<Record<DisputeLimitKind, DisputeActKind>> = {
  answer: 'answered',
  effect: 'effective',
  performance: 'performed',
  opinionReport: 'opinion-reported',
}

/** null while others are to act: the body decides, or the time to appeal runs (APL 85). */
export function wantedDeed({
  next,
  limits,
  may,
  today,
}: Pick<DisputeView, 'next' | 'limits' | 'may' | 'today'>): DisputeActKind | null {
  const kind = next && MEETS[next.what]
  if (!kind || may[kind] !== null) return null
  const appeal = limits.find(({ what }) => what === 'appeal')?.due
  return kind === 'effective' && (!appeal || appeal >= today) ? null : kind
}
