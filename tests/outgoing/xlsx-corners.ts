/** Excel files with a secret in corners that no sheet shows: beyond its edges, in values nobody prints, white on white. */
import { SHEET, anchor, byHand, drawn, inCells, inSheet, inWorkbook, replaced } from './xlsx-made.ts'
import type { Hiding } from './docx-made.ts'

const whiteText = (secret: string) =>
  `<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="2" name=""/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr/><xdr:txBody><a:bodyPr/><a:p><a:r><a:rPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></a:rPr><a:t>${secret}</a:t></a:r></a:p></xdr:txBody></xdr:sp>`

export const XLSX_CORNERS: readonly Hiding[] = [
  inSheet('白色的页眉', (secret) => `<headerFooter><oddHeader>&amp;C&amp;KFFFFFF${secret}</oddHeader></headerFooter>`),
  inSheet(
    '色阶的公式',
    (secret) =>
      `<conditionalFormatting sqref="A1"><cfRule type="colorScale" priority="1"><colorScale><cfvo type="formula" val="${secret}"/><cfvo type="max"/><color rgb="FFFF0000"/><color rgb="FFFFFF00"/></colorScale></cfRule></conditionalFormatting>`,
  ),
  inWorkbook(
    '打印区域里没有的工作表',
    (secret) =>
      `<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">'${secret}'!$A$1</definedName></definedNames>`,
  ),
  inCells('别的语言的行', (secret) => `<row xmlns="urn:x" r="3"><c r="A3" t="inlineStr"><is><t>${secret}</t></is></c></row>`),
  inCells(
    '换了前缀的行',
    (secret) =>
      `<x:row xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" r="3"><x:c r="A3" t="inlineStr"><x:is><x:t>${secret}</x:t></x:is></x:c></x:row>`,
  ),
  inCells('行的跨度', (secret) => `<row r="3" spans="${secret}"><c r="A3"><v>1</v></c></row>`),
  inCells('错误值里的文字', (secret) => `<row r="3"><c r="A3" t="e"><v>${secret}</v></c></row>`),
  inCells('最后一列以外的单元格', (secret) => `<row r="3"><c r="ZZZZ3" t="inlineStr"><is><t>${secret}</t></is></c></row>`),
  inCells(
    '最后一行以外的单元格',
    (secret) => `<row r="9999999"><c r="A9999999" t="inlineStr"><is><t>${secret}</t></is></c></row>`,
  ),
  drawn('图形里的白色文字', (secret) => anchor(whiteText(secret))),
  byHand('部件清单里的注释', (parts, text, secret) =>
    replaced(parts, text, '[Content_Types].xml', '</Types>', `<!--${secret}--></Types>`),
  ),
  byHand('关系的编号', (parts, text, secret) => {
    const rels = 'xl/_rels/workbook.xml.rels'
    const id = /Id="([^"]+)"[^>]*\/worksheet"/.exec(text(rels))?.[1] ?? ''
    replaced(parts, text, rels, `Id="${id}"`, `Id="${secret}"`)
    replaced(parts, text, 'xl/workbook.xml', `r:id="${id}"`, `r:id="${secret}"`)
  }),
  byHand('单元格之间的 XML 声明', (parts, text, secret) =>
    replaced(parts, text, SHEET, '<sheetData>', `<sheetData><?xml ${secret}?>`),
  ),
]
