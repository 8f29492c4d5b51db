/** 办理步骤: the way of a case as the guide shows it, and which parts of it a case had no need of. */
import type { CaseView } from '../requests/view.ts'

/** The stations that a beginner sees above the step. */
export const STATIONS = ['登记', '确认收到', '审核内容', '检索', '征求意见', '拟写答复', '审查审批', '发出送达', '办结'] as const
export type Station = (typeof STATIONS)[number]

/** Stations behind the one where it stands that this case had no need of: nobody was asked for an opinion, nothing was replied. */
export function unneededStations(
  { phase, acts, consultations }: Pick<CaseView, 'phase' | 'acts' | 'consultations'>,
  { station }: { station: Station },
): Station[] {
  const unreplied = phase === 'lapsed' || phase === 'withdrawn'
  const unneeded: Partial<Record<Station, boolean>> = {
    检索: unreplied && !acts.some(({ kind, annulled }) => kind === 'searched' && !annulled),
    征求意见: consultations.length === 0,
    拟写答复: unreplied,
    审查审批: unreplied,
  }
  return STATIONS.slice(0, STATIONS.indexOf(station)).filter((one) => unneeded[one])
}
