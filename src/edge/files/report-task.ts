/** What is asked of the thread that checks reports, and what it answers. */
import type { CheckedFile, Correction } from '../../record/reports/checked-file.ts'
import type { SheetCode } from '../../record/reports/sheet-code.ts'
import type { NamedBytes } from './reader.ts'

export interface ReportTask {
  file: NamedBytes
  /** Last year's report, for what must go on from it. */
  previous: NamedBytes | null
}

/** A report that a page carried, with what was put in its cells: its words are a stranger's still. */
export interface CorrectionTask {
  carried: CheckedFile
  correction: Correction
}

export type ReportAnswer =
  | {
      ok: true
      file: CheckedFile
      /** All that stands in the file, as running text. */
      text: string
      /** Of a 填报表 that was handed out here. */
      sheetCode: SheetCode | null
    }
  /** `of`: which of the two files it is about. */
  | { ok: false; why: string; of: 'file' | 'previous' }
