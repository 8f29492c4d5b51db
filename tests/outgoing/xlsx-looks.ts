/** Excel files with a secret on a sheet that can't be seen there: by the theme, the window, the header, the chart. */
import { bytesOf } from '../../src/edge/outgoing/made.testing.ts'
import { dot, type Hiding } from './docx-made.ts'
import {
  anchor,
  byHand,
  byLibrary,
  drawn,
  inline,
  inSheet,
  OF_SHEET,
  plainXlsx,
  R,
  relate,
  replaced,
  shape,
  SHEET,
} from './xlsx-made.ts'

const STYLES = 'xl/styles.xml'
const WORKBOOK_RELS = 'xl/_rels/workbook.xml.rels'
const A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'

type Parts = Record<string, Uint8Array>
type Text = (name: string) => string

/** A cell of a look of its own. */
function worn(parts: Parts, text: Text, secret: string, font: string, fill = '<patternFill patternType="none"/>'): void {
  const styles = text(STYLES)
  const count = (name: string, of: string) =>
    new RegExp(`<${name}[^>]*>(.*?)</${name}>`, 's').exec(styles)?.[1]?.split(`<${of}`).length ?? 1
  const [fonts, fills, formats] = [count('fonts', 'font>') - 1, count('fills', 'fill>') - 1, count('cellXfs', 'xf ') - 1]
  parts[STYLES] = bytesOf(
    styles
      .replace('</fonts>', `<font>${font}<name val="Calibri"/></font></fonts>`)
      .replace('</fills>', `<fill>${fill}</fill></fills>`)
      .replace('</cellXfs>', `<xf numFmtId="0" fontId="${fonts}" fillId="${fills}" borderId="0" xfId="0"/></cellXfs>`),
  )
  replaced(
    parts,
    text,
    SHEET,
    '</sheetData>',
    `<row r="9"><c r="A9" s="${formats}" t="inlineStr">${inline(secret)}</c></row></sheetData>`,
  )
}
const looking = (place: string, font: string, fill?: string): Hiding =>
  byHand(place, (parts, text, secret) => worn(parts, text, secret, font, fill))
const themed = (place: string, dark: string, font: string): Hiding =>
  byHand(place, (parts, text, secret) => {
    parts['xl/theme/theme1.xml'] = bytesOf(
      `<a:theme ${A}><a:themeElements><a:clrScheme name=""><a:dk2><a:srgbClr val="${dark}"/></a:dk2><a:lt1><a:srgbClr val="FFFFFF"/></a:lt1></a:clrScheme></a:themeElements></a:theme>`,
    )
    if (!text(WORKBOOK_RELS).includes('/theme"')) relate(parts, text, WORKBOOK_RELS, 'theme', '/xl/theme/theme1.xml')
    worn(parts, text, secret, font)
  })

const HEAD = (code: (secret: string) => string) => (secret: string) =>
  `<headerFooter><oddHeader>${code(secret)}</oddHeader></headerFooter>`

interface Chart {
  name?: string
  categories?: string[]
  count?: number
  axis?: string
  rest?: string
}
const chart = (place: string, of: (secret: string) => Chart): Hiding =>
  byHand(place, (parts, text, secret) => {
    const {
      name = '人数',
      categories = ['一小', '二小'],
      count = categories.length,
      axis = '',
      rest = '<c:legend/>',
    } = of(secret)
    const points = categories.map((one, at) => `<c:pt idx="${at}"><c:v>${one}</c:v></c:pt>`).join('')
    parts['xl/charts/chart1.xml'] = bytesOf(
      `<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" ${A}><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:barChart><c:ser><c:tx><c:strRef><c:f>a</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${name}</c:v></c:pt></c:strCache></c:strRef></c:tx><c:cat><c:strRef><c:f>b</c:f><c:strCache><c:ptCount val="${count}"/>${points}</c:strCache></c:strRef></c:cat></c:ser></c:barChart><c:catAx>${axis}</c:catAx></c:plotArea>${rest}<c:plotVisOnly val="1"/></c:chart></c:chartSpace>`,
    )
    const frame = `<xdr:graphicFrame><xdr:nvGraphicFramePr><xdr:cNvPr id="3" name=""/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="${R}" r:id="rIdX1"/></a:graphicData></a:graphic></xdr:graphicFrame>`
    parts['xl/drawings/drawing1.xml'] = bytesOf(
      `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" ${A}>${anchor(frame)}</xdr:wsDr>`,
    )
    relate(parts, text, 'xl/drawings/_rels/drawing1.xml.rels', 'chart', '/xl/charts/chart1.xml')
    relate(parts, text, OF_SHEET, 'drawing', '/xl/drawings/drawing1.xml')
    replaced(parts, text, SHEET, '</worksheet>', `<drawing xmlns:r="${R}" r:id="rIdX1"/></worksheet>`)
  })

export const PLAIN_CHART = chart('图表', (words) => ({ name: words }))

export const XLSX_LOOKS: readonly Hiding[] = [
  looking('主题的白色略深', '<color theme="0" tint="-0.01"/>'),
  looking('三磅的文字', '<sz val="3"/>'),
  looking('调色板的近白色', '<color indexed="9"/>'),
  looking(
    '两端同色的渐变',
    '<color rgb="FF1F4E79"/>',
    '<gradientFill><stop position="0"><color rgb="FF1F4E79"/></stop><stop position="1"><color rgb="FF1F4E79"/></stop></gradientFill>',
  ),
  looking('淡网点上的白字', '<color rgb="FFFFFFFF"/>', '<patternFill patternType="gray125"/>'),
  looking(
    '两色相同的花纹',
    '<color rgb="FFC00000"/>',
    '<patternFill patternType="darkGrid"><fgColor rgb="FFC00000"/><bgColor rgb="FFC00000"/></patternFill>',
  ),
  themed('主题的深色是白的', 'FFFFFF', '<color theme="3"/>'),
  byHand('自定的调色板', (parts, text, secret) => {
    worn(parts, text, secret, '<color indexed="2"/>')
    replaced(
      parts,
      text,
      STYLES,
      '</styleSheet>',
      '<colors><indexedColors><rgbColor rgb="FF000000"/><rgbColor rgb="FFFFFFFF"/><rgbColor rgb="FFFFFFFF"/></indexedColors></colors></styleSheet>',
    )
  }),
  byLibrary('图形字体的文字', (_, sheet, secret) => {
    sheet.getCell('D1').value = secret
    sheet.getCell('D1').font = { name: 'Wingdings' }
  }),
  byLibrary('两磅高的行', (_, sheet, secret) => void (sheet.addRow([secret]).height = 2)),
  byLibrary('半个字宽的列', (_, sheet, secret) => {
    sheet.getCell('D1').value = secret
    sheet.getColumn(4).width = 0.6
  }),
  byHand('没有标签可点的工作表', (parts, text, secret) => {
    parts['xl/worksheets/sheet2.xml'] = bytesOf(
      `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr">${inline(secret)}</c></row></sheetData></worksheet>`,
    )
    relate(parts, text, WORKBOOK_RELS, 'worksheet', '/xl/worksheets/sheet2.xml')
    replaced(parts, text, 'xl/workbook.xml', '</sheets>', '<sheet name="乙" sheetId="9" r:id="rIdX1"/></sheets>')
    parts['xl/workbook.xml'] = bytesOf(
      text('xl/workbook.xml')
        .replace(/<bookViews>.*?<\/bookViews>|<bookViews\/>/s, '')
        .replace('<sheets>', '<bookViews><workbookView showSheetTabs="0"/></bookViews><sheets>'),
    )
  }),
  inSheet(
    '页眉的字体',
    HEAD((secret) => `&amp;C&amp;"${secret},Regular"一`),
  ),
  inSheet(
    '页眉的主题白色',
    HEAD((secret) => `&amp;C&amp;K00+000${secret}`),
  ),
  inSheet(
    '页眉极小的文字',
    HEAD((secret) => `&amp;C&amp;1 ${secret}`),
  ),
  chart('图表：没有图例的系列', (secret) => ({ name: secret, rest: '' })),
  chart('图表：去掉的图例项', (secret) => ({
    name: secret,
    rest: '<c:legend><c:legendEntry><c:idx val="0"/><c:delete val="1"/></c:legendEntry></c:legend>',
  })),
  chart('图表：去掉的轴', (secret) => ({ categories: ['一', secret], axis: '<c:delete val="1"/>' })),
  chart('图表：轴上不写字', (secret) => ({ categories: ['一', secret], axis: '<c:tickLblPos val="none"/>' })),
  chart('图表：数目以外的点', (secret) => ({ categories: ['一', '二', secret], count: 2 })),
]

/** Its window begins below the first rows, and nobody can go up. */
export const FROZEN = byHand('冻结窗格上面的行', (parts, text, secret) => {
  replaced(
    parts,
    text,
    SHEET,
    /<sheetFormatPr/,
    '<sheetViews><sheetView workbookViewId="0" topLeftCell="A9"><pane ySplit="1" topLeftCell="A20" state="frozen"/></sheetView></sheetViews><sheetFormatPr',
  )
  parts[SHEET] = bytesOf(
    text(SHEET)
      .replace(/<row r="(1|2)"/g, '<row r="1$1"')
      .replace(/ r="([A-Z])(1|2)"/g, ' r="$11$2"'),
  )
  replaced(parts, text, SHEET, '<sheetData>', `<sheetData><row r="3"><c r="A3" t="inlineStr">${inline(secret)}</c></row>`)
})

/** Files that only their own program can mend. */
export const OUTSIDE_XLSX: readonly (Hiding & { says: string })[] = [
  {
    ...drawn('盖在格上、写了字的文本框', () =>
      anchor(shape('<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>', '字'), [0, 0, 3, 3]),
    ),
    says: 'coveringShape',
  },
  {
    place: '盖在格上的图片',
    make: async () => {
      const buffer = await dot()
      return plainXlsx((book, sheet) => sheet.addImage(book.addImage({ buffer: buffer as never, extension: 'png' }), 'A1:C3'))
    },
    says: 'coveringShape',
  },
]
