/** How our spreadsheets look and print: ruled, across, all columns on one sheet of A4, heads repeated. */
import type { PageSetup } from 'exceljs'

export const FONT = '宋体'
const LINE = { style: 'thin', color: { argb: 'FF808080' } } as const
export const BORDER = { top: LINE, left: LINE, bottom: LINE, right: LINE }
export const fill = (argb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } }) as const
export const HEAD_FILL = fill('FFF0F0EE')
export const PAGE_FOOT = '&C第 &P 页，共 &N 页'

/** @param heads the rows that every page repeats, as a range: `2:3` */
export function printedAcross(heads: string): Partial<PageSetup> {
  const A4 = 9
  return {
    paperSize: A4,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    printTitlesRow: heads,
  }
}
