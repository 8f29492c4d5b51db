import { Link } from 'react-router'
import type { UnitsAddedUp as Units } from '../../record/reports/notice.ts'
import { scopeOf } from '../../record/reports/scope.ts'
import { Panel } from '../parts/page.tsx'
import { pathTo } from '../route-table.ts'
import { useSession } from '../session.tsx'

/** 汇总范围: whose reports stand in the totals, who is missing, who is left out and why. */
export function UnitsAddedUp({ units }: { units: Units }) {
  const { may } = useSession()
  const { lead, parts } = scopeOf(units)
  return (
    <Panel title="汇总范围">
      <p>{lead}</p>
      {may('handIns.view') && units.notices.length > 0 && (
        <ul className="plain-list">
          {units.notices.map(({ id, number, title }) => (
            <li key={id}>
              <Link to={pathTo('handIn', { id })}>
                {title}（{number}）
              </Link>
            </li>
          ))}
        </ul>
      )}
      {parts.map(({ title, names }) => (
        <LeftOut key={title} title={title} names={names} />
      ))}
    </Panel>
  )
}

/** Named, however many. */
export function LeftOut({ title, names }: { title: string; names: readonly string[] }) {
  return (
    <details open={names.length <= 10} className="left-out">
      <summary>{title}</summary>
      <ul className="plain-list">
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </details>
  )
}
