import { Button } from 'antd'
import type { ReportProse } from '../../record/reports/prose.ts'
import { useRead } from '../queries.ts'

/** 可写入的事实: what the system holds for this section, each sentence with its source; chosen ones are written in. */
export function Facts({
  year,
  section,
  title,
  written,
  onWrite,
}: {
  year: number
  section: keyof ReportProse
  title: string
  written: string
  onWrite: (sentence: string) => void
}) {
  const { data } = useRead('reports.facts', { year })
  const facts = data?.facts.filter((fact) => fact.section === section && !written.includes(fact.sentence)) ?? []
  if (facts.length === 0) return null
  return (
    <details className="fact-sources">
      <summary>系统中可写入的事实 {facts.length} 条</summary>
      <ul className="plain-list" aria-label={`${title}：可写入的事实`}>
        {facts.map(({ sentence, source }) => (
          <li key={sentence}>
            {sentence}
            <div className="quiet small">来源：{source}</div>
            <Button size="small" onClick={() => onWrite(sentence)}>
              写入
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}
