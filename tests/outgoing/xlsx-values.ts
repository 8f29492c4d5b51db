/** Excel files with a secret in values, names and places that hold no words: second values, styles, formats, lists. */
import type { Hiding } from './docx-made.ts'
import {
  anchor,
  byHand,
  byLibrary,
  drawn,
  inCells,
  inline,
  inSheet,
  inStyles,
  inWorkbook,
  part,
  replaced,
  shape,
  SHEET,
  SHOWN_SHEET,
} from './xlsx-made.ts'

const STRINGS = 'xl/sharedStrings.xml'
const STYLES = 'xl/styles.xml'

export const XLSX_VALUES: readonly Hiding[] = [
  inCells('格里的第二个值', (secret) => `<row r="9"><c r="A9"><v>1</v><v>${secret}</v></c></row>`),
  inCells('格里的第二段文字', (secret) => `<row r="9"><c r="A9" t="inlineStr">${inline('一')}${inline(secret)}</c></row>`),
  inCells('是数的格里的文字', (secret) => `<row r="9"><c r="A9" t="n"><v>${secret}</v></c></row>`),
  inCells('是与否的格里的文字', (secret) => `<row r="9"><c r="A9" t="b"><v>${secret}</v></c></row>`),
  inCells('日期的格里的文字', (secret) => `<row r="9"><c r="A9" t="d"><v>${secret}</v></c></row>`),
  inCells('不认识的种类', (secret) => `<row r="9"><c r="A9" t="zz"><v>${secret}</v></c></row>`),
  inCells('行里的文字', (secret) => `<row r="9"><t>${secret}</t></row>`),
  inCells('格里的文字', (secret) => `<row r="9"><c r="A9"><t>${secret}</t></c></row>`),
  inCells('格里的格', (secret) => `<row r="9"><c r="A9"><c r="B9" t="inlineStr">${inline(secret)}</c></c></row>`),
  inCells(
    '文字里的文字',
    (secret) => `<row r="9"><c r="A9" t="inlineStr"><is><r><rPr><t>${secret}</t></rPr><t>一</t></r></is></c></row>`,
  ),
  inCells('格的位置', (secret) => `<row r="9"><c r="A9${secret}"><v>1</v></c></row>`),
  inCells('行高', (secret) => `<row r="9" ht="${secret}"><c r="A9"><v>1</v></c></row>`),
  inSheet('单元格之外的行', (secret) => `<row r="9"><c r="A9" t="inlineStr">${inline(secret)}</c></row>`),
  inSheet('第二份单元格', (secret) => `<sheetData><row r="9"><c r="A9" t="inlineStr">${inline(secret)}</c></row></sheetData>`),
  inSheet('合并的范围', (secret) => `<mergeCells><mergeCell ref="${secret}"/></mergeCells>`),
  inSheet('纸张', (secret) => `<pageSetup paperSize="9" orientation="${secret}"/>`),
  inSheet(
    '色阶的颜色',
    (secret) =>
      `<conditionalFormatting sqref="A1"><cfRule type="colorScale" priority="1"><colorScale><cfvo type="min"/><cfvo type="max"/><color rgb="${secret}"/><color rgb="FFFFFF00"/></colorScale></cfRule></conditionalFormatting>`,
  ),
  inSheet(
    '条件格式的范围',
    (secret) =>
      `<conditionalFormatting sqref="${secret}"><cfRule type="colorScale" priority="1"><colorScale><cfvo type="min"/><cfvo type="max"/><color rgb="FFFF0000"/><color rgb="FFFFFF00"/></colorScale></cfRule></conditionalFormatting>`,
  ),
  byHand('选中的范围', (parts, text, secret) =>
    replaced(parts, text, SHEET, /<sheetFormatPr/, `<sheetViews><sheetView topLeftCell="${secret}"/></sheetViews><sheetFormatPr`),
  ),
  byHand('字符串表里的元素', (parts, text, secret) => replaced(parts, text, STRINGS, '</sst>', `<t>${secret}</t></sst>`)),
  byHand('字符串里的第二段', (parts, text, secret) =>
    replaced(parts, text, STRINGS, '</si>', `<r><rPr><color rgb="FFFFFFFF"/></rPr><t>${secret}</t></r></si>`),
  ),
  byHand('字体的名称', (parts, text, secret) => replaced(parts, text, STYLES, /<name val="[^"]*"\/>/, `<name val="${secret}"/>`)),
  byHand('字体的族', (parts, text, secret) =>
    replaced(parts, text, STYLES, /<name val="[^"]*"\/>/, `<name val="Calibri"/><charset val="${secret}"/>`),
  ),
  byHand('常用样式的名称', (parts, text, secret) =>
    replaced(parts, text, STYLES, /<cellStyle [^>]*\/>/, `<cellStyle name="${secret}" xfId="0" builtinId="0"/>`),
  ),
  byHand('对齐的方式', (parts, text, secret) =>
    replaced(
      parts,
      text,
      STYLES,
      /<cellXfs([^>]*)><xf ([^>]*?)\/?>/,
      `<cellXfs$1><xf quotePrefix="${secret}" $2/>`.replace('//', '/'),
    ),
  ),
  inStyles(
    '差异样式的数字格式',
    (secret) => `<dxfs count="1"><dxf><numFmt numFmtId="170" formatCode="0&quot;${secret}&quot;"/></dxf></dxfs>`,
  ),
  inStyles('差异样式的字体', (secret) => `<dxfs count="1"><dxf><font><name val="${secret}"/></font></dxf></dxfs>`),
  inStyles('颜色表', (secret) => `<colors><indexedColors><rgbColor rgb="${secret}"/></indexedColors></colors>`),
  byLibrary('数字格式里用不上的一段', (_, sheet, secret) => {
    sheet.getCell('D1').value = 3
    sheet.getCell('D1').numFmt = `0;"${secret}"`
  }),
  byLibrary('数字格式里有条件的一段', (_, sheet, secret) => {
    sheet.getCell('D1').value = 3
    sheet.getCell('D1').numFmt = `[>99999]"${secret}";General`
  }),
  byLibrary('数字格式按条件不印', (_, sheet, secret) => {
    sheet.getCell('D1').value = secret
    sheet.getCell('D1').numFmt = '[=1]0;;;'
  }),
  byLibrary('数字格式按条件不印：数', (_, sheet, secret) => {
    sheet.getCell('D1').value = Number(secret)
    sheet.getCell('D1').numFmt = '[=1]0;'
  }),
  byLibrary('数字格式里按号数的白色', (_, sheet, secret) => {
    sheet.getCell('D1').value = secret
    sheet.getCell('D1').numFmt = '[Color2]@'
  }),
  inWorkbook(
    '打印区域的列',
    (secret) =>
      `<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">'${SHOWN_SHEET}'!$${secret.replace(/\d/g, '')}${secret.replace(/\D/g, '')}</definedName></definedNames>`,
  ),
  inWorkbook('工作簿视图', (secret) => `<bookViews><workbookView visibility="${secret}"/></bookViews>`),
  byHand('工作表的状态', (parts, text, secret) =>
    replaced(parts, text, 'xl/workbook.xml', '<sheet ', `<sheet state="${secret}" `),
  ),
  part(
    '主题指向另一张表',
    'xl/worksheets/sheet9.xml',
    'theme',
    (secret) =>
      `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr">${inline(secret)}</c></row></sheetData></worksheet>`,
  ),
  drawn('图形的位置', (secret) => anchor(shape('', '看得见')).replace('<xdr:colOff>0', `<xdr:colOff>${secret}`)),
  drawn('图形的形状', (secret) => anchor(shape(`<a:prstGeom prst="${secret}"/>`, '看得见'))),
  drawn('图形里段落之外的文字', (secret) => anchor(shape('', '看得见').replace('</a:p>', `</a:p><a:t>${secret}</a:t>`))),
  drawn('图形里极小的文字', (secret) => anchor(shape('', secret).replace('<a:r>', '<a:r><a:rPr sz="100"/>'))),
  drawn('图形里没有墨的文字', (secret) => anchor(shape('', secret).replace('<a:r>', '<a:r><a:rPr><a:noFill/></a:rPr>'))),
  drawn('图形里黑底黑字', (secret) =>
    anchor(
      shape('<a:solidFill><a:srgbClr val="000000"/></a:solidFill>', secret).replace(
        '<a:r>',
        '<a:r><a:rPr><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:rPr>',
      ),
    ),
  ),
]
