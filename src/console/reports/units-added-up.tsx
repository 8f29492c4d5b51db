import { Link } from 'react-router'
import type { UnitsAddedUp as Units } from '../../record/reports/notice.ts'
import { Panel } from '../parts/page.tsx'
import { pathTo } from '../route-table.ts'

/** 汇总范围: whose reports stand in the totals, who is missing, who is left out and why. */
export function UnitsAddedUp({ units }: { units: Units }) {
  const { notice, accepted, missing, excused } = units
  return (
    <Panel title="汇总范围">
      <p>
        表中数字为本机关的登记簿加上所属单位审核通过的年度报告 <b>{accepted}</b> 份（
        <Link to={pathTo('handIn', { id: notice.id })}>{notice.number}</Link>）。
      </p>
      {missing.length > 0 && <LeftOut title={`未计入：未报送或者未审核通过 ${missing.length} 个`} names={missing} />}
      {excused.length > 0 && (
        <LeftOut
          title={`不计入：不需报送 ${excused.length} 个`}
          names={excused.map(({ name, because }) => `${name}（${because}）`)}
        />
      )}
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
