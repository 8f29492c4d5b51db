import { FILE_PATHS } from '../../edge/console/contract.ts'
import { chineseDate } from '../../law/date.ts'
import type { ReportView } from '../../record/reports/view.ts'
import { fileAddress } from '../api.ts'
import { Panel } from '../parts/page.tsx'
import { sizeWords } from '../../record/publication/edition-files.ts'

/** 来源: who imported the report, and the file that it was read from. */
export function ImportedPanel({ year, imported }: { year: number; imported: NonNullable<ReportView['imported']> }) {
  const { by, on, bytes } = imported
  return (
    <Panel title="来源">
      <p>
        {by}于{chineseDate(on)}导入存档。
      </p>
      <p>
        <a href={fileAddress(FILE_PATHS.reportOriginal(year))}>下载原件（{sizeWords(bytes)}）</a>
      </p>
      <p className="quiet small">表格照原件读出；由人对照原件填写的格子，在检查结果中列为 R09。</p>
    </Panel>
  )
}
