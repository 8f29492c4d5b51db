/** 首次办理引导 on a case: where it stands, the one next step with its reason, and what to do where the case is unlike others. */
import { Button } from 'antd'
import { useNavigate } from 'react-router'
import { type Guide, type GuideWay, guideOf } from '../../record/desk/guide.ts'
import { type Station, STATIONS, unneededStations } from '../../record/desk/stations.ts'
import type { CaseView } from '../../record/requests/view.ts'
import { Panel } from '../parts/page.tsx'
import { useDeed, useRead } from '../queries.ts'
import { pathTo } from '../route-table.ts'
import type { FormKind } from '../requests/case/deeds.ts'

/** Where on the page that is found which a guide sends one to. */
const PLACES = {
  assignment: 'section[aria-label="承办"]',
  reviews: '.reviews',
  service: 'section[aria-label="送达"]',
  file: 'section[aria-label="案卷"]',
} as const

/** Whether this officer is guided; null until it is known. */
export function useGuided(): boolean | null {
  const { data } = useRead('desk.get', {})
  return data ? data.guided : null
}

export function GuidePanel({ view, onRecord }: { view: CaseView; onRecord: (kind: FormKind) => void }) {
  const go = useNavigate()
  const leave = useDeed('desk.setGuided')
  const { data: deciding } = useRead('requests.deciding', { id: view.id })
  const guide = guideOf(view, { reviews: deciding?.reviews.some(({ may }) => may === 'allowed') ?? false })
  const take = ({ deed }: GuideWay) => {
    if ('record' in deed) return onRecord(deed.record as FormKind)
    if ('go' in deed) return void go(pathTo(deed.go === 'compose' ? 'reply' : 'approval', { id: view.id }))
    const place = document.querySelector<HTMLElement>(PLACES[deed.look])
    place?.scrollIntoView({ block: 'center' })
    place?.querySelector<HTMLElement>('input, textarea, button')?.focus()
  }
  return (
    <Panel
      title="下一步"
      className="guide-panel"
      extra={
        <Button size="small" type="link" loading={leave.isPending} onClick={() => leave.mutate({ guided: false })}>
          不再引导
        </Button>
      }
    >
      <Stations guide={guide} unneeded={unneededStations(view, guide)} />
      <p className="guide-step">{guide.step}</p>
      <p>{guide.why}</p>
      <p className="quiet small">依据：{guide.law}</p>
      {guide.beside && <p className="note">{guide.beside}</p>}
      {guide.way && (
        <Button type="primary" size="large" block className="guide-way" onClick={() => guide.way && take(guide.way)}>
          {guide.way.words}
        </Button>
      )}
      {guide.unlike.length > 0 && (
        <>
          <h3 className="small-heading">遇到这些情况</h3>
          <ul className="deeds">
            {guide.unlike.map((one) => (
              <li key={one.words}>
                <Button block className="wrapped-button" onClick={() => take(one)}>
                  {one.words}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="quiet small">之后：{guide.then}</p>
    </Panel>
  )
}

function Stations({ guide, unneeded }: { guide: Guide; unneeded: readonly Station[] }) {
  const at = STATIONS.indexOf(guide.station)
  return (
    <ol className="stations" aria-label="办理步骤">
      {STATIONS.map((station, index) => (
        <li
          key={station}
          className={index === at ? 'is-here' : index < at && !unneeded.includes(station) ? 'is-past' : ''}
          {...(index === at ? { 'aria-current': 'step' as const } : {})}
        >
          {station}
          {unneeded.includes(station) && '（不需要）'}
        </li>
      ))}
    </ol>
  )
}

/** Opens the guide again, wherever one left it. */
export function GuideButton() {
  const open = useDeed('desk.setGuided')
  return (
    <Button size="small" type="link" loading={open.isPending} onClick={() => open.mutate({ guided: true })}>
      引导我办理
    </Button>
  )
}
