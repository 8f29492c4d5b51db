import { App, Button } from 'antd'
import { useState } from 'react'
import type { LastProblem, ReportView } from '../../record/reports/view.ts'
import { ChangedMeanwhile } from './changed-meanwhile.tsx'
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
  const [edited, setEdited] = useState<Record<string, Edited>>({})
  const answerOf = ({ problem, answer }: LastProblem) => edited[problem]?.text ?? answer
  const write = ({ problem, answer }: LastProblem, text: string) =>
    setEdited((before) => ({ ...before, [problem]: { text, was: before[problem]?.was ?? answer } }))
  const send = () =>
    save.mutate(
      {
        year: view.year,
        answers: problems.map((one) => ({
          problem: one.problem,
          answer: answerOf(one),
          was: edited[one.problem]?.was ?? one.answer,
        })),
      },
      {
        onSuccess: () => {
          setEdited({})
          void message.success('已保存，并写入第五部分末段')
        },
      },
    )
  const refusals = save.error?.refusals ?? []
  return (
    <div className="last-problems">
      <h4 className="small-heading">上年问题的改进情况（{view.year - 1} 年报告所列的问题和打算）</h4>
      <Refusals refusals={refusals.filter(({ field }) => !problems.some((_, index) => field === fieldOf(index)))} />
      {problems.map((one, index) => (
        <div key={one.problem} className="field-stack">
          <span>{one.problem}</span>
          <TextArea
            aria-label={`改进情况：${one.problem}`}
            placeholder="做了什么、效果如何；没有完成的写明原因和打算"
            rows={1}
            maxLength={1000}
            value={answerOf(one)}
            onChange={({ target }) => write(one, target.value)}
          />
          {edited[one.problem] && refusals.some(({ field }) => field === fieldOf(index)) && (
            <ChangedMeanwhile
              refusals={refusals.filter(({ field }) => field === fieldOf(index))}
              stands={one.answer ? [one.answer] : []}
              onTake={() => setEdited(({ [one.problem]: _mine, ...others }) => others)}
              onKeep={() => setEdited((before) => ({ ...before, [one.problem]: { text: answerOf(one), was: one.answer } }))}
            />
          )}
        </div>
      ))}
      <Button size="small" disabled={Object.keys(edited).length === 0} loading={save.isPending} onClick={send}>
        保存改进情况
      </Button>
    </div>
  )
}

/** What was typed, and the answer as it stood when the typing began. */
interface Edited {
  text: string
  was: string
}

/** As refusals name it. */
function fieldOf(index: number): string {
  return `answers.${index}.answer`
}
