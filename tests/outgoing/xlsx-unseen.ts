/** Excel files with a secret on a sheet, where nobody sees it: one maker for each place. */
import sharp from 'sharp'
import { bytesOf } from '../../src/edge/outgoing/made.testing.ts'
import { dot, type Hiding } from './docx-made.ts'
import { pngWith } from './png.ts'
import {
  byLibrary,
  byHand,
  replaced,
  inSheet,
  inCells,
  relate,
  OF_SHEET,
  inline,
  drawn,
  anchor,
  shape,
  picture,
  SHEET,
  R,
} from './xlsx-made.ts'

export const UNSEEN_IN_XLSX: readonly Hiding[] = [
  byLibrary('隐藏的表', (book, _, secret) => void book.addWorksheet('备份', { state: 'hidden' }).addRow([secret])),
  byLibrary('深度隐藏的表', (book, _, secret) => void book.addWorksheet('备份', { state: 'veryHidden' }).addRow([secret])),
  byLibrary('隐藏的表的名称', (book, _, secret) => void book.addWorksheet(secret, { state: 'hidden' })),
  byLibrary('隐藏的行', (_, sheet, secret) => void (sheet.addRow([secret]).hidden = true)),
  byLibrary('高度为零的行', (_, sheet, secret) => void (sheet.addRow([secret]).height = 0.1)),
  byLibrary('隐藏的列', (_, sheet, secret) => {
    sheet.getCell('D1').value = secret
    sheet.getColumn(4).hidden = true
  }),
  byLibrary('极窄的列', (_, sheet, secret) => {
    sheet.getCell('D1').value = secret
    sheet.getColumn(4).width = 0.1
  }),
  byHand('没有说明的行都隐藏', (parts, text, secret) => {
    replaced(parts, text, SHEET, /<sheetFormatPr[^>]*\/>/, '<sheetFormatPr defaultRowHeight="15" zeroHeight="1"/>')
    parts[SHEET] = bytesOf(text(SHEET).replace(/<row r="(1|2)"/g, '<row r="$1" ht="15" customHeight="1"'))
    replaced(parts, text, SHEET, '</sheetData>', `<row r="9"><c r="A9" t="inlineStr">${inline(secret)}</c></row></sheetData>`)
  }),
  byHand('合并后被盖住的格', (parts, text, secret) => {
    const row = `<row r="9"><c r="A9"><v>1</v></c><c r="B9" t="inlineStr">${inline(secret)}</c></row>`
    replaced(parts, text, SHEET, '</sheetData>', `${row}</sheetData><mergeCells count="1"><mergeCell ref="A9:B9"/></mergeCells>`)
  }),
  byLibrary('批注', (_, sheet, secret) => void (sheet.getCell('A1').note = secret)),
  inSheet(
    '数据有效性：列表',
    (secret) =>
      `<dataValidations count="1"><dataValidation type="list" sqref="A1"><formula1>"a,${secret}"</formula1></dataValidation></dataValidations>`,
  ),
  inSheet(
    '数据有效性：提示',
    (secret) => `<dataValidations count="1"><dataValidation sqref="A1" prompt="${secret}" error="${secret}"/></dataValidations>`,
  ),
  byLibrary('白色文字', (_, sheet, secret) => {
    sheet.getCell('D1').value = secret
    sheet.getCell('D1').font = { color: { argb: 'FFFFFFFF' } }
  }),
  byLibrary('近乎白色的文字', (_, sheet, secret) => {
    sheet.getCell('D1').value = secret
    sheet.getCell('D1').font = { color: { argb: 'FFFDFEFD' } }
  }),
  byLibrary('黑底黑字', (_, sheet, secret) => {
    sheet.getCell('D1').value = secret
    sheet.getCell('D1').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF000000' } }
  }),
  byLibrary('极小的文字', (_, sheet, secret) => {
    sheet.getCell('D1').value = secret
    sheet.getCell('D1').font = { size: 1 }
  }),
  byLibrary('一格里几个字是白色的', (_, sheet, secret) => {
    sheet.getCell('D1').value = { richText: [{ text: '看得见' }, { text: secret, font: { color: { argb: 'FFFFFFFF' } } }] }
  }),
  byLibrary('数字格式 ;;;', (_, sheet, secret) => {
    sheet.getCell('D1').value = secret
    sheet.getCell('D1').numFmt = ';;;'
  }),
  byLibrary('数字格式只印别的字', (_, sheet, secret) => {
    sheet.getCell('D1').value = secret
    sheet.getCell('D1').numFmt = '0;0;0;"——"'
  }),
  byLibrary('数字格式只印别的字：数', (_, sheet, secret) => {
    sheet.getCell('D1').value = Number(secret)
    sheet.getCell('D1').numFmt = '"***"'
  }),
  byLibrary('数字格式里的白色', (_, sheet, secret) => {
    sheet.getCell('D1').value = secret
    sheet.getCell('D1').numFmt = '[White]General;;;[White]@'
  }),
  byLibrary(
    '公式里的文字',
    (_, sheet, secret) => void (sheet.getCell('D1').value = { formula: `IF(1=1,"一","${secret}")`, result: '一' }),
  ),
  byLibrary(
    '公式引用的本机路径',
    (_, sheet, secret) => void (sheet.getCell('D1').value = { formula: `'C:\\${secret}\\[a.xlsx]b'!A1`, result: 3 }),
  ),
  inCells('格里两种值', (secret) => `<row r="9"><c r="A9"><v>1</v>${inline(secret)}</c></row>`),
  inSheet(
    '条件格式：包含的文字',
    (secret) =>
      `<conditionalFormatting sqref="A1"><cfRule type="containsText" priority="1" operator="containsText" text="${secret}"><formula>NOT(ISERROR(SEARCH("${secret}",A1)))</formula></cfRule></conditionalFormatting>`,
  ),
  byLibrary('条件格式：变成白色', (_, sheet, secret) => {
    sheet.getCell('D1').value = secret
    sheet.addConditionalFormatting({
      ref: 'D1',
      rules: [{ type: 'expression', priority: 1, formulae: ['TRUE'], style: { font: { color: { argb: 'FFFFFFFF' } } } }],
    })
  }),
  inSheet(
    '筛选的条件',
    (secret) =>
      `<autoFilter ref="A1:B2"><filterColumn colId="0"><filters><filter val="${secret}"/></filters></filterColumn></autoFilter>`,
  ),
  inSheet(
    '方案',
    (secret) => `<scenarios><scenario name="a" user="${secret}"><inputCells r="A1" val="${secret}"/></scenario></scenarios>`,
  ),
  inSheet('工作表保护的散列', (secret) => `<sheetProtection sheet="1" hashValue="${secret}"/>`),
  inSheet('允许编辑的区域', (secret) => `<protectedRanges><protectedRange name="${secret}" sqref="A1"/></protectedRanges>`),
  inSheet(
    '链接的提示',
    (secret) => `<hyperlinks><hyperlink ref="A1" location="B1" tooltip="${secret}" display="${secret}"/></hyperlinks>`,
  ),
  inSheet('不印的首页页眉', (secret) => `<headerFooter><firstHeader>${secret}</firstHeader></headerFooter>`),
  inSheet('工作表的扩展', (secret) => `<extLst><ext uri="{1}"><a>${secret}</a></ext></extLst>`),
  inSheet('不认识的元素', (secret) => `<zz>${secret}</zz>`),
  inSheet('XML 的注释', (secret) => `<!-- ${secret} -->`),
  byLibrary('表格的列名：那一列隐藏了', (_, sheet, secret) => {
    sheet.addTable({ name: 'T', ref: 'D1', columns: [{ name: '甲' }, { name: secret }], rows: [['一', '二']] })
    sheet.getColumn(5).hidden = true
  }),
  drawn('图形：隐藏的', (secret) => anchor(shape('', secret, 'name="" hidden="1"'))),
  drawn('图形：名称和替代文字', (secret) => anchor(shape('', '看得见', `name="${secret}" descr="${secret}"`))),
  drawn('图形：宏和链接的格', (secret) => anchor(shape('', '看得见').replace('textlink=""', `textlink="${secret}!A1"`))),
  drawn('图形：不显示的扩展', (secret) =>
    anchor(shape(`<a:extLst><a:ext uri="{1}"><a:t>${secret}</a:t></a:ext></a:extLst>`, '看得见')),
  ),
  byHand('图形：放在隐藏的行里', (parts, text, secret) => {
    const a = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    const xdr = 'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"'
    parts['xl/drawings/drawing1.xml'] = bytesOf(`<xdr:wsDr ${xdr} ${a}>${anchor(shape('', secret), [3, 8, 5, 8])}</xdr:wsDr>`)
    relate(parts, text, OF_SHEET, 'drawing', '/xl/drawings/drawing1.xml')
    replaced(parts, text, SHEET, '</sheetData>', '<row r="9" hidden="1"/></sheetData>')
    replaced(parts, text, SHEET, '</worksheet>', `<drawing xmlns:r="${R}" r:id="rIdX1"/></worksheet>`)
  }),
  picture('图片：文字块', async (secret) => pngWith(await dot(), 'tEXt', Buffer.from(`Comment\0${secret}`))),
  picture(
    '图片：拍摄信息',
    async (secret) =>
      sharp(await dot('jpeg'))
        .withExif({ IFD0: { Artist: secret } })
        .jpeg()
        .toBuffer(),
    'jpeg',
  ),
  picture('图片：结尾之后的字节', async (secret) => Buffer.concat([await dot('jpeg'), Buffer.from(secret)]), 'jpeg'),
  picture(
    '图片：GIF 的注释',
    async (secret) => {
      const gif = await sharp(await dot())
        .gif()
        .toBuffer()
      const note = Buffer.concat([Buffer.from([0x21, 0xfe, secret.length]), Buffer.from(secret), Buffer.from([0])])
      return Buffer.concat([gif.subarray(0, -1), note, gif.subarray(-1)])
    },
    'gif',
  ),
]

/** Files that only their own program can mend. */
export const COVERED_XLSX: Hiding = drawn('盖在格上的色块', () =>
  anchor(shape('<a:prstGeom prst="rect"/><a:solidFill><a:srgbClr val="000000"/></a:solidFill>', '', 'name=""', ''), [0, 0, 3, 3]),
)
