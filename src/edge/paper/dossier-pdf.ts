import type { SheetBlock } from '../../record/archive/bundle.ts'
import type { LocalDate } from '../../law/date.ts'
import { balancedLines } from './balanced-lines.ts'
import { TITLE_CAPACITY } from './letter-pdf.ts'
import { theSharedPress } from './press.ts'
import { printable, timestampOf } from './prose.ts'

export interface DossierSheet {
  agency: string
  number: string
  title: string
  on: LocalDate
  blocks: readonly SheetBlock[]
  watermark?: string
}

/** A sheet of a case volume as PDF. Rejects with PaperFailure. */
export function renderDossierPdf(sheet: DossierSheet): Promise<Uint8Array> {
  const title = printable(sheet.title)
  return theSharedPress().typeset({
    template: 'dossier',
    timestamp: timestampOf(sheet.on),
    data: {
      agency: printable(sheet.agency),
      number: printable(sheet.number),
      title,
      titleLines: balancedLines(title, TITLE_CAPACITY),
      blocks: sheet.blocks.map(printableBlock),
      watermark: sheet.watermark ?? null,
    },
  })
}

function printableBlock(block: SheetBlock): SheetBlock {
  switch (block.kind) {
    case 'text':
    case 'heading':
      return { ...block, text: printable(block.text) }
    case 'rows':
      return { ...block, rows: block.rows.map(([label, value]) => [printable(label), printable(value)] as const) }
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map(printable)) }
  }
}
