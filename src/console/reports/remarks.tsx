import { Button } from 'antd'
import type { ReportFormat, ReportTables } from '../../law/reports/model.ts'
import type { Remark } from '../../record/reports/hand-in.ts'
import { placeOf } from '../../record/reports/remark-place.ts'

/** 批注, each with the place it stands at. */
export function Remarks({
  remarks,
  report,
  onDrop,
}: {
  remarks: readonly Remark[]
  report: { format: ReportFormat; tables: ReportTables } | null
  onDrop?: (remark: Remark) => void
}) {
  return (
    <ul className="plain-list remarks">
      {remarks.map((remark) => (
        <li key={JSON.stringify(remark)}>
          <b>{placeOf(remark, report)}</b>：{remark.text}{' '}
          {onDrop && (
            <Button type="link" size="small" className="inline-link" onClick={() => onDrop(remark)}>
              删去
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
