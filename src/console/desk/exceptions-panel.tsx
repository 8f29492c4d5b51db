/** 例外清单 on the work list: by kind, what to do next and why; the cases of the kind that is open below it. */
import { useState } from 'react'
import { Link } from 'react-router'
import { chineseDate } from '../../law/date.ts'
import { EXCEPTION_KINDS, EXCEPTION_TABLE, type ExceptionKind, type ExceptionRow } from '../../record/desk/exceptions.ts'
import { Mark } from '../parts/days-left-mark.tsx'
import { Panel } from '../parts/page.tsx'
import { useRead } from '../queries.ts'
import { pathTo } from '../route-table.ts'

export function ExceptionsPanel() {
  const { data } = useRead('desk.exceptions', {})
  const rows = data?.rows ?? []
  const kinds = EXCEPTION_KINDS.filter((kind) => rows.some((row) => row.kind === kind)).toSorted(
    (a, b) => Number(EXCEPTION_TABLE[b].grave) - Number(EXCEPTION_TABLE[a].grave),
  )
  if (kinds.length === 0) return null
  return (
    <Panel title="例外情形" extra={<span className="quiet small">点开一项，看是哪几件</span>}>
      <ul className="exceptions">
        {kinds.map((kind) => (
          <Kind key={kind} kind={kind} rows={rows.filter((row) => row.kind === kind)} />
        ))}
      </ul>
    </Panel>
  )
}

function Kind({ kind, rows }: { kind: ExceptionKind; rows: readonly ExceptionRow[] }) {
  const { what, then, why, grave } = EXCEPTION_TABLE[kind]
  const [open, setOpen] = useState(false)
  return (
    <li>
      <button type="button" className="exception" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Mark tone={grave ? 'late' : 'soon'}>{`${rows.length} 件`}</Mark>
        <span className="exception-words">
          <b>{what}</b>
          <span>{then}</span>
          <span className="quiet small">依据：{why}</span>
        </span>
      </button>
      {open && (
        <ul className="exception-cases">
          {rows.map((row) => (
            <li key={`${row.dispute?.id ?? row.caseId}${row.party ?? ''}${row.since}`}>
              <Link to={row.dispute ? pathTo('dispute', { id: row.dispute.id }) : pathTo('case', { id: row.caseId })}>
                {row.number}
              </Link>
              <span className="clamp-one">
                {row.party && `${row.party}：`}
                {row.subject}
              </span>
              <span className="quiet small">
                {row.waitsFor && `等${row.waitsFor}，`}
                {row.dispute ? `${chineseDate(row.dispute.due)}届满` : `自${chineseDate(row.since)}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
