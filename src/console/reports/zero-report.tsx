import { Checkbox } from 'antd'
import { fromParts } from '../../law/date.ts'
import { formOf } from '../../law/reports/formats/index.ts'
import type { Finding } from '../../law/reports/model.ts'
import type { ReportView } from '../../record/reports/view.ts'
import { lookedAfter, ZERO_QUESTIONS, zeroOf } from '../../record/reports/zero-report.ts'
import { Refusals } from '../parts/refusals.tsx'
import { useDeed } from '../queries.ts'
import { useSession } from '../session.tsx'

/** 零报告: the ways in, asked one by one; each answer is kept with who gave it. */
export function ZeroReport({ view, finding }: { view: ReportView; finding: Finding }) {
  const look = useDeed('reports.lookAt')
  const { rules } = useSession()
  const counted = lookedAfter(view.year, view.zero)
  const running = rules.today <= fromParts(view.year, 12, 31)
  const of = zeroOf(finding, formOf(view.format))
  const asked = ZERO_QUESTIONS.filter((one) => one.of === of)
  return (
    <div className="field-stack zero-report" role="group" aria-label="逐项核对各个渠道">
      <Refusals refusals={look.error?.refusals ?? []} />
      {running && <p className="quiet small">年度结束之后逐项核对，此前核对的不算数。</p>}
      {asked.map(({ key, question }) => (
        <Checkbox
          key={key}
          checked={counted.some((one) => one.key === key)}
          disabled={running || look.isPending}
          onChange={(event) => look.mutate({ year: view.year, key, looked: event.target.checked })}
        >
          {question}
        </Checkbox>
      ))}
    </div>
  )
}

/** What was looked at, once every way in was. */
export function ZeroLooked({ view }: { view: ReportView }) {
  const asked = ZERO_QUESTIONS.flatMap(({ key, question }) =>
    lookedAfter(view.year, view.zero)
      .filter((one) => one.key === key)
      .map(({ by, on }) => ({ key, question, by, on })),
  )
  if (asked.length === 0 || view.findings.some(({ code }) => code === 'L10')) return null
  return (
    <details className="left-out">
      <summary>零报告已逐项核对 {asked.length} 项</summary>
      <ul className="plain-list">
        {asked.map(({ key, question, by, on }) => (
          <li key={key}>
            {question}（{by}，{on}）
          </li>
        ))}
      </ul>
    </details>
  )
}
