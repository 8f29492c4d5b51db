import { Button } from 'antd'
import { useState } from 'react'
import type { Finding } from '../../law/reports/model.ts'
import { isReason, reasonKey } from '../../record/reports/explanation.ts'
import type { ReportView } from '../../record/reports/view.ts'
import { ChangedMeanwhile } from './changed-meanwhile.tsx'
import { Mark } from '../parts/days-left-mark.tsx'
import { Panel } from '../parts/page.tsx'
import { Refusals } from '../parts/refusals.tsx'
import { useDeed } from '../queries.ts'
import { ZeroLooked, ZeroReport } from './zero-report.tsx'
import { TextArea } from '../parts/text-area.tsx'

/** What an explanation is asked for. */
const EXPLAIN: Record<string, { label: string; hint: string }> = {
  X4: { label: '说明与上年结转不一致的原因', hint: '确有原因的（如机构合并、上年报告更正），写明说明' },
  L05: { label: '说明与上年雷同的原因', hint: '确属固定表述的，写明理由；否则请改写' },
  L06: { label: '说明与其他单位雷同的原因', hint: '确属统一表述的，写明理由；否则请改写' },
}

/** 检查: what is wrong, where, by which rule; each points to its cell. */
export function Findings({
  view,
  pointed,
  onPoint,
}: {
  view: ReportView
  pointed: Finding | null
  onPoint: (finding: Finding) => void
}) {
  const inOrder = view.findings.toSorted((a, b) => Number(a.level === 'warning') - Number(b.level === 'warning'))
  return (
    <Panel title="检查">
      {!inOrder.some(({ table, code }) => table !== 'text' && code !== 'R12') && (
        <p>
          <Mark tone="done">各项数字都对得上</Mark>
        </p>
      )}
      <ul className="findings">
        {inOrder.map((finding, index) => (
          <li key={`${finding.code}${index}`} className={finding === pointed ? 'is-pointed' : ''}>
            <button type="button" className="finding" onClick={() => onPoint(finding)}>
              <FindingWords finding={finding} explained={isExplained(view, finding)} />
            </button>
            {finding.code === 'L10' && view.may.edit.allowed && <ZeroReport view={view} finding={finding} />}
            {finding.level === 'error' && finding.code in EXPLAIN && view.may.edit.allowed && (
              <Explain key={reasonKey(finding)} view={view} finding={finding} />
            )}
          </li>
        ))}
      </ul>
      <ZeroLooked view={view} />
    </Panel>
  )
}

function isExplained({ explained }: ReportView, finding: Finding): boolean {
  return finding.code in EXPLAIN && isReason(explained[reasonKey(finding)])
}

/** What is wrong, where, by which rule, and how it is put right; `explained`: a reason stands in the place of a repair. */
export function FindingWords({ finding, explained = false }: { finding: Finding; explained?: boolean }) {
  const isError = finding.level === 'error'
  return (
    <>
      <Mark
        tone={explained ? 'done' : isError ? 'late' : 'soon'}
      >{`${explained ? '已说明' : isError ? '错误' : '提示'} ${finding.code}`}</Mark>
      <span>{finding.message}</span>
      {finding.expected !== null && finding.found !== null && (
        <span className="quiet small">
          应为 {finding.expected}，现为 {finding.found}
        </span>
      )}
      {finding.beside && (
        <span className="beside small">
          {finding.words === finding.beside.words ? (
            <span className="quiet">两处文字完全相同：</span>
          ) : (
            <>
              <q>{finding.words}</q>
              <span className="quiet">{finding.beside.source}：</span>
            </>
          )}
          <q>{finding.beside.words}</q>
        </span>
      )}
      {finding.repair && <span className="small">{finding.repair}</span>}
      <span className="quiet small">{finding.cite}</span>
    </>
  )
}

/** Each difference and each sentence needs its own reason; where it is the same one, it need not be typed twice. */
function Explain({ view, finding }: { view: ReportView; finding: Finding }) {
  const { code } = finding
  const key = reasonKey(finding)
  const before = view.explained[key] ?? ''
  const said = view.findings.map((one) => (one.code === code ? view.explained[reasonKey(one)] : undefined)).find(Boolean)
  const [text, setText] = useState(before)
  // As it stood when the typing began: what others wrote since is not written over.
  const [was, setWas] = useState(before)
  const explain = useDeed('reports.explain')
  const refusals = explain.error?.refusals ?? []
  const meanwhile = refusals.filter((one) => one.code === 'changed-meanwhile')
  return (
    <div className="field-stack">
      <Refusals refusals={refusals.filter((one) => one.code !== 'changed-meanwhile')} />
      {meanwhile.length > 0 && (
        <ChangedMeanwhile
          refusals={meanwhile}
          stands={before ? [before] : []}
          onTake={() => {
            setWas(before)
            setText(before)
          }}
          onKeep={() => setWas(before)}
        />
      )}
      <TextArea
        aria-label={`${EXPLAIN[code]?.label ?? ''}：${finding.message}`}
        placeholder={EXPLAIN[code]?.hint ?? ''}
        rows={2}
        maxLength={500}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="button-row">
        <Button
          size="small"
          disabled={text === before}
          loading={explain.isPending}
          onClick={() => explain.mutate({ year: view.year, finding: key, text, was }, { onSuccess: () => setWas(text.trim()) })}
        >
          保存说明
        </Button>
        {said && text === '' && (
          <Button size="small" type="link" onClick={() => setText(said)}>
            与上一处原因相同
          </Button>
        )}
      </div>
    </div>
  )
}
