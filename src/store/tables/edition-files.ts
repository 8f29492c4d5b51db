/** 附件和图片: the table as TypeScript sees it. */
import type { LocalDate } from '../../law/date.ts'
import type { FileKind } from '../../record/publication/edition-files.ts'

export interface EditionFilesTables {
  edition_file: {
    agency_id: string
    id: string
    document_id: string
    hash: string
    kind: FileKind
    size: number
    width: number | null
    height: number | null
    sealed: Buffer
    root_id: string
    added_by: string
    added_on: LocalDate
  }
}
