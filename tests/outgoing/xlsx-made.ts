/** Excel files to hide something in: a plain one, and what puts a secret into one of its parts. */
import ExcelJS from 'exceljs'
import { bytesOf, repacked } from '../../src/edge/outgoing/made.testing.ts'
import type { Hiding } from './docx-made.ts'

export const SHOWN_SHEET = '资助汇总'
/** Address → value. */
export const SHOWN_CELLS: readonly [string, string | number][] = [
  ['A1', '学校'],
  ['B1', '人数'],
  ['A2', '第一小学'],
  ['B2', 12],
]

type Parts = Record<string, Uint8Array>
type Text = (name: string) => string
export const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
export const SHEET = 'xl/worksheets/sheet1.xml'

export async function plainXlsx(
  change: (book: ExcelJS.Workbook, sheet: ExcelJS.Worksheet) => void = () => {},
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet(SHOWN_SHEET)
  sheet.addRow(['学校', '人数'])
  sheet.addRow(['第一小学', 12])
  change(book, sheet)
  // What the library writes of itself is a hiding place of its own.
  return repacked(new Uint8Array(await book.xlsx.writeBuffer()), (parts) => {
    for (const name of Object.keys(parts)) if (name.startsWith('docProps/')) delete parts[name]
  })
}

export const byLibrary = (
  place: string,
  change: (book: ExcelJS.Workbook, sheet: ExcelJS.Worksheet, secret: string) => void,
): Hiding => ({
  place,
  make: (secret) => plainXlsx((book, sheet) => change(book, sheet, secret)),
})

export const byHand = (place: string, change: (parts: Parts, text: Text, secret: string) => void): Hiding => ({
  place,
  make: async (secret) => repacked(await plainXlsx(), (parts, text) => change(parts, text, secret)),
})

export function replaced(parts: Parts, text: Text, name: string, what: string | RegExp, by: string): void {
  const before = text(name)
  const after = before.replace(what, by)
  if (after === before) throw new Error(`${name} has no ${String(what)}`)
  parts[name] = bytesOf(after)
}

/** Behind the cells of the sheet. */
export const inSheet = (place: string, xml: (secret: string) => string): Hiding =>
  byHand(place, (parts, text, secret) => replaced(parts, text, SHEET, '</sheetData>', `</sheetData>${xml(secret)}`))

/** Another row at the end. */
export const inCells = (place: string, xml: (secret: string) => string): Hiding =>
  byHand(place, (parts, text, secret) => replaced(parts, text, SHEET, '</sheetData>', `${xml(secret)}</sheetData>`))

export const inWorkbook = (place: string, xml: (secret: string) => string): Hiding =>
  byHand(place, (parts, text, secret) => replaced(parts, text, 'xl/workbook.xml', '</workbook>', `${xml(secret)}</workbook>`))

export const inStyles = (place: string, xml: (secret: string) => string): Hiding =>
  byHand(place, (parts, text, secret) => replaced(parts, text, 'xl/styles.xml', '</styleSheet>', `${xml(secret)}</styleSheet>`))

export function relate(parts: Parts, text: Text, rels: string, type: string, target: string, external = false): void {
  const known =
    rels in parts
      ? text(rels)
      : '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
  const mode = external ? ' TargetMode="External"' : ''
  parts[rels] = bytesOf(
    known.replace('</Relationships>', `<Relationship Id="rIdX1" Type="${R}/${type}" Target="${target}"${mode}/></Relationships>`),
  )
}

/** A further part that the workbook, or the sheet, leads to. */
export function part(
  place: string,
  name: string,
  type: string,
  content: (secret: string) => string | Uint8Array,
  from = 'xl/_rels/workbook.xml.rels',
): Hiding {
  return byHand(place, (parts, text, secret) => {
    const made = content(secret)
    parts[name] = typeof made === 'string' ? bytesOf(made) : made
    relate(parts, text, from, type, `/${name}`)
    const extension = name.split('.').at(-1)
    if (!text('[Content_Types].xml').includes(`Extension="${extension}"`))
      replaced(
        parts,
        text,
        '[Content_Types].xml',
        '</Types>',
        `<Default Extension="${extension}" ContentType="application/octet-stream"/></Types>`,
      )
  })
}

export const OF_SHEET = 'xl/worksheets/_rels/sheet1.xml.rels'
export const inline = (secret: string) => `<is><t>${secret}</t></is>`

/** A drawing on the sheet, of these anchors. */
export const drawn = (place: string, anchors: (secret: string) => string): Hiding =>
  byHand(place, (parts, text, secret) => {
    const a = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    const xdr = 'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"'
    parts['xl/drawings/drawing1.xml'] = bytesOf(`<xdr:wsDr ${xdr} ${a}>${anchors(secret)}</xdr:wsDr>`)
    relate(parts, text, OF_SHEET, 'drawing', '/xl/drawings/drawing1.xml')
    replaced(parts, text, SHEET, '</worksheet>', `<drawing xmlns:r="${R}" r:id="rIdX1"/></worksheet>`)
  })

export function anchor(inside: string, [left, top, right, bottom] = [3, 3, 5, 6]): string {
  const corner = (column: number, row: number) =>
    `<xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff>`
  return `<xdr:twoCellAnchor><xdr:from>${corner(left ?? 0, top ?? 0)}</xdr:from><xdr:to>${corner(right ?? 0, bottom ?? 0)}</xdr:to>${inside}<xdr:clientData/></xdr:twoCellAnchor>`
}

export function shape(properties: string, words: string, named = 'name=""', of = ''): string {
  const written = words === '' ? '' : `<xdr:txBody><a:bodyPr/><a:p><a:r><a:t>${words}</a:t></a:r></a:p></xdr:txBody>`
  return `<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="2" ${named}/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr>${of}${properties}</xdr:spPr>${written}</xdr:sp>`
}

export const picture = (
  place: string,
  make: (secret: string) => Promise<Buffer>,
  extension: 'png' | 'jpeg' | 'gif' = 'png',
): Hiding => ({
  place,
  make: async (secret) => {
    const buffer = await make(secret)
    return plainXlsx((book, sheet) => {
      const image = book.addImage({ buffer: buffer as never, extension })
      sheet.addImage(image, 'D1:E3')
    })
  },
})
