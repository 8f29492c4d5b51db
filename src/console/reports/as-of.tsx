/** 截至某日: the tables as they stood at the end of an earlier day of the year, to look at. */
import { Button } from 'antd'
import { useState } from 'react'
import { fromParts, type LocalDate } from '../../law/date.ts'
import type { ReportView } from '../../record/reports/view.ts'
import { DayField } from '../parts/day-field.tsx'
import { Refusals } from '../parts/refusals.tsx'
import { useDeed } from '../queries.ts'
import { useSession } from '../session.tsx'

export function AsOf({ view }: { view: ReportView }) {
  const { rules } = useSession()
  const [day, setDay] = useState<LocalDate | null>(null)
  const compile = useDeed('reports.compile')
  const last = fromParts(view.year, 12, 30)
  return (
    <details className="gap-above">
      <summary className="quiet small">只看截至某日的数字</summary>
      <Refusals refusals={compile.error?.refusals ?? []} />
      <div className="line-form">
        <DayField
          aria-label="截至"
          value={day}
          onChange={setDay}
          min={fromParts(view.year, 1, 1)}
          max={rules.today < last ? rules.today : last}
        />
        <Button disabled={!day} loading={compile.isPending} onClick={() => day && compile.mutate({ year: view.year, upTo: day })}>
          汇编到这一天
        </Button>
      </div>
      <p className="quiet small">其后收到、办结的不计；只供查看，送审前重新汇编全年数据。</p>
    </details>
  )
}
