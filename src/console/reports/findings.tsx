import { Button } from 'antd'
import { useState } from 'react'
import type { Finding } from '../../law/reports/model.ts'
import type { ReportView } from '../../record/reports/view.ts'
import { Mark } from '../parts/days-left-mark.tsx'
import { Panel } from '../parts/page.tsx'
import { Refusals } from '../parts/refusals.tsx'
import { useDeed } from '../queries.ts'
import { TextArea } from '../parts/text-area.tsx'

/** The one relation that may fail for a stated reason: last year's 结转 against this year's. */
const EXPLAINABLE = 'X4'

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
      {inOrder.length === 0 && (
        <p>
          <Mark tone="done">勾稽关系全部成立</Mark>
        </p>
      )}
      <ul className="findings">
        {inOrder.map((finding, index) => (
          <li key={`${finding.code}${index}`} className={finding === pointed ? 'is-pointed' : ''}>
            <button type="button" className="finding" onClick={() => onPoint(finding)}>
              <Mark
                tone={finding.level === 'error' ? 'late' : 'soon'}
              >{`${finding.level === 'error' ? '错误' : '提示'} ${finding.code}`}</Mark>
              <span>{finding.message}</span>
              {finding.expected !== null && finding.found !== null && (
                <span className="quiet small">
                  应为 {finding.expected}，现为 {finding.found}
                </span>
              )}
              <span className="quiet small">{finding.cite}</span>
            </button>
            {finding.code === EXPLAINABLE &&
              view.may.edit.allowed &&
              inOrder.findIndex(({ code }) => code === EXPLAINABLE) === index && <Explain view={view} />}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Explain({ view }: { view: ReportView }) {
  const [text, setText] = useState(view.explained[EXPLAINABLE] ?? '')
  const explain = useDeed('reports.explain')
  return (
    <div className="field-stack">
      <Refusals refusals={explain.error?.refusals ?? []} />
      <TextArea
        aria-label="说明与上年结转不一致的原因"
        placeholder="确有原因的（如机构合并、上年报告更正），写明说明"
        rows={2}
        maxLength={500}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button
        size="small"
        disabled={text === (view.explained[EXPLAINABLE] ?? '')}
        loading={explain.isPending}
        onClick={() => explain.mutate({ year: view.year, code: EXPLAINABLE, text })}
      >
        保存说明
      </Button>
    </div>
  )
}
