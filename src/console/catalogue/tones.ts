import type { DutyState } from '../../record/publication/duties.ts'

/** The look of a duty's state; the word stands beside it. */
export const TONE: Record<DutyState, string> = {
  overdue: 'mark-late',
  due: 'mark-soon',
  upcoming: 'mark-calm',
  covered: 'mark-done',
  notApplicable: 'mark-paused',
}
