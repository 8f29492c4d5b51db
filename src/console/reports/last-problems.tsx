import { App, Button } from 'antd'
import { useState } from 'react'
import type { LastProblem, ReportView } from '../../record/reports/view.ts'
import { Refusals } from '../parts/refusals.tsx'
import { TextArea } from '../parts/text-area.tsx'
import { useDeed, useRead } from '../queries.ts'

/** 上年问题的改进情况: each problem that last year's report named, and each promise it made, needs an answer. */
export function LastProblems({ view }: { view: ReportView }) {
  const { data } = useRead('reports.facts', { year: view.year })
  if (!data || data.lastProblems.length === 0) return null
  return <Answers view={view} problems={data.lastProblems} />
}

function Answers({ view, problems }: { view: ReportView; problems: readonly LastProblem[] }) {
  const { message } = App.useApp()
  const save = useDeed('reports.answer')
  const [edited, setEdited] = useState<Record<string, string>>({})
  const answerOf = ({ problem, answer }: LastProblem) => edited[problem] ?? answer
  const send = () =>
    save.mutate(
      { year: view.year, answers: problems.map((one) => ({ problem: one.problem, answer: answerOf(one) })) },
      {
        onSuccess: () => {
          setEdited({})
          void message.success('已保存，并写入第五部分末段')
        },
      },
    )
  return (
    <div className="last-problems">
      <h4 className="small-heading">上年问题的改进情况（{view.year - 1} 年报告所列的问题和打算）</h4>
      <Refusals refusals={save.error?.refusals ?? []} />
      {problems.map((one) => (
        <div key={one.problem} className="field-stack">
          <span>{one.problem}</span>
          <TextArea
            aria-label={`改进情况：${one.problem}`}
            placeholder="做了什么、效果如何；没有完成的写明原因和打算"
            rows={1}
            maxLength={1000}
            value={answerOf(one)}
            onChange={({ target }) => setEdited((before) => ({ ...before, [one.problem]: target.value }))}
          />
        </div>
      ))}
      <Button size="small" disabled={Object.keys(edited).length === 0} loading={save.isPending} onClick={send}>
        保存改进情况
      </Button>
    </div>
  )
}
