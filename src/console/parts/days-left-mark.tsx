/** How far away a due day is: a word and a shape, the colour only beside them. */
import type { DaysLeft } from '../../record/requests/view.ts'

const SHAPES: Record<DaysLeft['tone'], string> = { late: '▲', soon: '◆', calm: '●', paused: '‖', done: '✓', unknown: '○' }

export function DaysLeftMark({ left }: { left: DaysLeft }) {
  return (
    <span className={`mark mark-${left.tone}`}>
      <span aria-hidden="true">{SHAPES[left.tone]}</span> {left.words}
    </span>
  )
}

export function Mark({ tone, children }: { tone: DaysLeft['tone']; children: string }) {
  return (
    <span className={`mark mark-${tone}`}>
      <span aria-hidden="true">{SHAPES[tone]}</span> {children}
    </span>
  )
}
