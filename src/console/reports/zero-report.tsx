import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import type { ReportView } from '../../record/reports/view.ts'
import { ZERO_CONFIRMED, ZERO_QUESTIONS } from '../../record/reports/zero-report.ts'
import { Refusals } from '../parts/refusals.tsx'
import { useDeed } from '../queries.ts'

/** 零报告: the ways by which a request can come, asked one by one. */
export function ZeroReport({ view }: { view: ReportView }) {
  const [looked, setLooked] = useState<readonly string[]>([])
  const explain = useDeed('reports.explain')
  if (view.explained.L10) return <p className="quiet small">{view.explained.L10}</p>
  return (
    <div className="field-stack">
      <Refusals refusals={explain.error?.refusals ?? []} />
      <Checkbox.Group
        className="zero-report"
        aria-label="逐项核对各个渠道"
        value={[...looked]}
        onChange={(chosen) => setLooked(chosen.map(String))}
        options={ZERO_QUESTIONS.map((question) => ({ value: question, label: question }))}
      />
      <Button
        size="small"
        disabled={looked.length < ZERO_QUESTIONS.length}
        loading={explain.isPending}
        onClick={() => explain.mutate({ year: view.year, code: 'L10', text: ZERO_CONFIRMED })}
      >
        确认全年没有收到申请
      </Button>
    </div>
  )
}
