/** 各渠道: where the document stands besides the column, and what proves it. */
import type { EditionView } from '../../record/publication/edition.ts'
import { type OutletState, stateWords } from '../../record/publication/outlet-items.ts'
import { faultWords, type OutletAt } from '../../record/publication/outlet-view.ts'
import { Mark } from '../parts/days-left-mark.tsx'
import { Panel } from '../parts/page.tsx'

export function AtOutlets({ view }: { view: EditionView }) {
  if (view.outlets.length === 0) return null
  return (
    <Panel title="各渠道">
      <ul className="plain-list outlet-list">
        {view.outlets.map((one) => (
          <li key={one.outletId}>
            <b>{one.name}</b>　<OutletMark {...one} wasThere={wasThere(one)} />
            {one.fault && <div className="review-stop small">{faultWords(one.fault)}</div>}
            {one.link && (
              <div className="small">
                <a href={one.link} target="_blank" rel="noreferrer">
                  查看
                </a>
              </div>
            )}
            <ol className="outlet-events">
              {one.events.map((event) => (
                <li key={event.seq} className="quiet small">
                  <span className="day">{event.on}</span>　{stateWords(one.kind, event.state, wasThere(one))}，{event.by}
                  {event.note && `：${event.note}`}
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

const wasThere = ({ events }: OutletAt): boolean => events.some(({ state }) => state === 'confirmed')

const TONES: Partial<Record<OutletState, 'late' | 'soon' | 'calm' | 'paused'>> = {
  failed: 'late',
  leaveFailed: 'late',
  byHand: 'soon',
  leaveByHand: 'soon',
  confirmed: 'calm',
}

export function OutletMark({ state, kind, wasThere: was = true }: Pick<OutletAt, 'state' | 'kind'> & { wasThere?: boolean }) {
  return <Mark tone={TONES[state] ?? 'paused'}>{stateWords(kind, state, was)}</Mark>
}
