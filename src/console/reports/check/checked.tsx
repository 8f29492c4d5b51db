/** A report that was checked: source, tables, findings side by side, and what can be done with it. */
import { Button, Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { Navigate } from 'react-router'
import type { Finding } from '../../../law/reports/model.ts'
import { type CheckedFile, corrected, formatOf } from '../../../record/reports/checked-file.ts'
import { checkView, type NumberedFinding } from '../../../record/reports/check-view.ts'
import { readEntry } from '../../../record/reports/entry.ts'
import { placesOf } from '../../../record/reports/finding-places.ts'
import { type CellEntries, formCells, placeKey, valueAt } from '../../../record/reports/form-cells.ts'
import type { Rewording } from '../../../record/reports/quoted.ts'
import { LeaveGuard } from '../../parts/leave-guard.tsx'
import { Panel } from '../../parts/page.tsx'
import { pathTo } from '../../route-table.ts'
import type { AskedCell } from '../asked-cell.ts'
import { ReportTables } from '../report-tables.tsx'
import { CellField } from './cell-field.tsx'
import type { Brought } from './use-check.ts'
import { CheckFindings } from './check-findings.tsx'
import { CorrectPanel } from './correct-panel.tsx'
import { ImportPanel } from './import-panel.tsx'
import { PreviousReport } from './previous-report.tsx'
import { SourcePanel } from './source-panel.tsx'

type Task = 'import' | 'correct'
/** What was written into cells, by place. */
export type Written = Readonly<Record<string, string>>

export function Checked({
  brought,
  onBrought,
  onOther,
}: {
  brought: Brought
  onBrought: (brought: Brought) => void
  onOther: () => void
}) {
  const { file: source, answer } = brought
  const { report } = answer.file
  const format = formatOf(report)
  const [task, setTask] = useState<Task>(answer.mayImport.allowed ? 'import' : 'correct')
  const [given, setGiven] = useState<Written>({})
  const [edits, setEdits] = useState<Written>({})
  const [rewordings, setRewordings] = useState<readonly Rewording[]>([])
  const [imported, setImported] = useState<number | null>(null)
  const [pointed, setPointed] = useState<Finding | null>(null)
  const asRead = useMemo(() => checkView(answer.file), [answer])
  const [written, setWritten] = task === 'import' ? [given, setGiven] : [edits, setEdits]
  const entries = useMemo(() => entriesOf(written, answer.file), [written, answer])
  const now = useMemo(
    () =>
      corrected(answer.file, {
        entries: entries.read,
        rewordings: task === 'correct' ? rewordings : [],
        agency: report.agency,
        year: report.year,
      }),
    [answer, entries, report, rewordings, task],
  )
  const view = useMemo(() => checkView(now), [now])
  const { tables } = now.report
  const places = pointed ? new Set(placesOf(pointed, { format, tables }).map(placeKey)) : new Set<string>()
  const open = task === 'import' ? asRead.unread : new Set([...asRead.open, ...view.open])
  const take = (proposal: NonNullable<NumberedFinding['proposal']>) => {
    setEdits((before) => ({ ...before, ...writtenOf(proposal.entries) }))
    const { rewording } = proposal
    if (rewording) setRewordings((before) => [...before, rewording])
  }
  const point = (finding: Finding) => {
    setPointed(finding)
    document.getElementById(finding.table === 'text' ? 'source' : `table-${finding.table}`)?.scrollIntoView({ block: 'start' })
  }
  const fieldOf = (cell: AskedCell) => {
    const key = placeKey(cell)
    if (!open.has(key)) return null
    return (
      <CellField
        words={cell.words}
        isUnread={asRead.unread.has(key)}
        numbers={view.at.get(key) ?? []}
        value={written[key] ?? asWritten(answer.file, key)}
        wrong={entries.wrong.has(key)}
        onChange={(text) => setWritten((before) => ({ ...before, [key]: text }))}
      />
    )
  }
  // Without the guard: what was written is kept now.
  if (imported !== null) return <Navigate to={pathTo('report', { year: imported })} />
  return (
    <>
      <LeaveGuard when={Object.keys(given).length + Object.keys(edits).length + rewordings.length > 0} />
      <div className="check">
        <div className="check-work">
          <Panel
            title={`${report.agency ?? '没有读出名称的机关'} ${report.year ?? '没有读出年度'}`}
            extra={<Button onClick={onOther}>检查另一份</Button>}
          >
            <div className="check-task">
              <p>
                按 {format} 年格式检查
                {answer.previousFrom === 'file' && '，并与选择的上一年度报告核对'}
                {answer.previousFrom === 'archive' && '，并与存档中的上一年度报告核对'}。
              </p>
              <PreviousReport brought={brought} onBrought={onBrought} />
              <Segmented<Task>
                aria-label="要做什么"
                options={[
                  { value: 'import', label: '导入存档' },
                  { value: 'correct', label: '改正后下载' },
                ]}
                value={task}
                onChange={setTask}
              />
              {task === 'import' ? (
                <ImportPanel brought={brought} unread={asRead.unread.size} given={entries} onImported={setImported} />
              ) : (
                <CorrectPanel
                  file={now}
                  wrong={entries.wrong}
                  changed={view.changed.size}
                  rewordings={rewordings}
                  onUndo={() => setRewordings([])}
                />
              )}
            </div>
          </Panel>
        </div>
        <div className="check-found">
          <CheckFindings view={view} pointed={pointed} onPoint={point} onTake={task === 'correct' ? take : undefined} />
        </div>
        <div className="check-source">
          <SourcePanel file={source} text={answer.text} pages={answer.pages} />
        </div>
        <div className="check-tables">
          <ReportTables view={{ format, tables }} pointed={(cell) => places.has(placeKey(cell))} field={fieldOf} />
        </div>
      </div>
    </>
  )
}

export interface Entries {
  read: CellEntries
  /** Cells in which there is no number, with their words. */
  wrong: ReadonlyMap<string, string>
}

function entriesOf(written: Written, { report }: CheckedFile): Entries {
  const format = formatOf(report)
  const read = new Map<string, number | string | null>()
  const wrong = new Map<string, string>()
  for (const cell of formCells(format)) {
    const key = placeKey(cell)
    const text = written[key]
    if (text === undefined) continue
    const value = readEntry(text, cell, format)
    if (value === undefined) wrong.set(key, cell.words)
    else read.set(key, value)
  }
  return { read, wrong }
}

function writtenOf(entries: CellEntries): Written {
  return Object.fromEntries([...entries].map(([key, value]) => [key, String(value ?? '')]))
}

function asWritten({ report }: CheckedFile, key: string): string {
  const cell = formCells(formatOf(report)).find((one) => placeKey(one) === key)
  return cell ? String(valueAt(report.tables, cell) ?? '') : ''
}
