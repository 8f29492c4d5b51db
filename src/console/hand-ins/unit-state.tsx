import { HAND_IN_STATE_WORDS } from '../../record/reports/hand-in.ts'
import type { UnitRow } from '../../record/reports/notice.ts'
import { Mark } from '../parts/days-left-mark.tsx'

const TONES = {
  asked: 'soon',
  seen: 'calm',
  handedIn: 'soon',
  returned: 'paused',
  accepted: 'done',
  excused: 'paused',
} as const

export function UnitState({ row }: { row: Pick<UnitRow, 'state'> }) {
  return <Mark tone={TONES[row.state]}>{HAND_IN_STATE_WORDS[row.state]}</Mark>
}
