import { type ServiceState, SERVICE_STATE_WORDS } from '../../record/requests/service.ts'
import type { DaysLeft } from '../../record/requests/view.ts'
import { Mark } from './days-left-mark.tsx'

const TONES: Record<ServiceState, DaysLeft['tone']> = {
  unsent: 'soon',
  unproven: 'late',
  arrived: 'soon',
  returned: 'late',
  noticed: 'paused',
  noticeOver: 'soon',
  proven: 'done',
  overturned: 'unknown',
  void: 'unknown',
}

/** 送达情况 of a letter: what was sent and is not proven stays red. */
export function ServiceMark({ state }: { state: ServiceState }) {
  return <Mark tone={TONES[state]}>{SERVICE_STATE_WORDS[state]}</Mark>
}
