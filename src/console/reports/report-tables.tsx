import type { ReactNode } from 'react'
import { Panel } from '../parts/page.tsx'
import type { TableProps } from './cell.tsx'
import { DisclosedTable } from './table-disclosed.tsx'
import { DisputesTable } from './table-disputes.tsx'
import { RequestsTable } from './table-requests.tsx'

/** Tables 二, 三 and 四 in their order; `counts` stands beneath table 二. */
export function ReportTables({ counts, ...props }: TableProps & { counts?: ReactNode }) {
  return (
    <>
      <p className="phone-only quiet small gap-below">表格较宽，可左右滑动查看。</p>
      <Panel title="二、主动公开政府信息情况">
        <DisclosedTable {...props} />
        {counts}
      </Panel>
      <Panel title="三、收到和处理政府信息公开申请情况">
        <RequestsTable {...props} />
      </Panel>
      <Panel title="四、政府信息公开行政复议、行政诉讼情况">
        <DisputesTable {...props} />
      </Panel>
    </>
  )
}
