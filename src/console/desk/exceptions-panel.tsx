/** 例外清单 on the work list: by kind, what to do next and why; the cases of the kind that is open below it. */
import { Button, Grid } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { chineseDate } from '../../law/date.ts'
import { EXCEPTION_KINDS, EXCEPTION_TABLE, type ExceptionKind, type ExceptionRow } from '../../record/desk/exceptions.ts'
import { Mark } from '../parts/days-left-mark.tsx'
import { Panel } from '../parts/page.tsx'
import { useRead } from '../queries.ts'
import { pathTo } from '../route-table.ts'

/** On a phone the list is folded behind its counts, so that the work itself is on the first screen. */
export function ExceptionsPanel() {
  const { data } = useRead('desk.exceptions', {})
  const { sm: wide } = Grid.useBreakpoint()
  const [unfolded, setUnfolded] = useState(false)
  const rows = data?.rows ?? []
  const kinds = EXCEPTION_KINDS.filter((kind) => rows.some((row) => row.kind === kind)).toSorted(
    (a, b) => Number(EXCEPTION_TABLE[b].grave) - Number(EXCEPTION_TABLE[a].grave),
  )
  if (kinds.length === 0 || wide === undefined) return null
  const grave = rows.filter(({ kind }) => EXCEPTION_TABLE[kind].grave).length
  if (!wide && !unfolded)
    return (
      <Panel
        title="例外情形"
        extra={
          <Button size="small" onClick={() => setUnfolded(true)}>
            展开
          </Button>
        }
      >
        <p className="button-row">
          {grave > 0 && <Mark tone="late">{`${grave} 件须立即处理`}</Mark>}
          {rows.length > grave && <Mark tone="soon">{`${rows.length - grave} 件须留意`}</Mark>}
        </p>
      </Panel>
    )
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
            <li key={`${row.dispute?.id ?? row.objectionId ?? row.stockOf ?? row.caseId}${row.party ?? ''}${row.since}`}>
              <Link to={addressOf(row)}>{row.number}</Link>
              <span className="clamp-one">
                {row.party && `${row.party}：`}
                {row.subject}
              </span>
              <span className="quiet small">
                {row.waitsFor && `等${row.waitsFor}，`}
                {row.dispute?.due ? `${chineseDate(row.dispute.due)}届满` : `自${chineseDate(row.since)}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

function addressOf({ dispute, objectionId, stockOf, caseId }: ExceptionRow): string {
  if (stockOf) return pathTo('stock')
  if (dispute) return pathTo('dispute', { id: dispute.id })
  return objectionId ? pathTo('objection', { id: objectionId }) : pathTo('case', { id: caseId ?? '' })
}
