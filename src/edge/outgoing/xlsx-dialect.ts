/** SpreadsheetML and what is drawn on sheets (ECMA-376), as far as it shows something. */
import { DRAWN_URI, isInPlace, isText } from './docx-dialect.ts'
import type { Dialect } from './markup.ts'
import { TYPEFACE } from './typefaces.ts'
import { TONGUE } from './values.ts'

const names = (words: string) => words.trim().split(/\s+/)

const KNOWN = new Set(
  names(`
    workbook workbookPr bookViews workbookView sheets sheet definedNames definedName
    worksheet chartsheet sheetPr tabColor outlinePr pageSetUpPr dimension sheetViews sheetView pane selection sheetFormatPr cols col
    sheetData row c v is t r rPr b i u strike sz color rFont family charset scheme vertAlign outline shadow condense extend
    mergeCells mergeCell conditionalFormatting cfRule colorScale dataBar iconSet cfvo formula hyperlinks hyperlink
    printOptions pageMargins pageSetup headerFooter oddHeader oddFooter evenHeader evenFooter firstHeader firstFooter
    rowBreaks colBreaks brk drawing picture
    sst si
    styleSheet numFmts numFmt fonts font name fills fill patternFill gradientFill stop fgColor bgColor borders border left right top
    bottom start end diagonal vertical horizontal cellStyleXfs cellXfs xf alignment protection cellStyles cellStyle dxfs dxf colors
    indexedColors rgbColor`),
)

const DRAWN = /^(?:xdr|a|a14|pic|c|c14|cs|dgm|dsp|mc|xdr14):[A-Za-z]\w*$/
const NOT_DRAWN =
  /^(?:\w+:(?:extLst|ext)|xdr:(?:clientData|contentPart)|dgm:(?:title|desc|catLst|sampData|styleData|clrData)|c:(?:externalData|userShapes|printSettings|pivotSource|pivotFmts)|a:(?:hlinkHover|snd|custClrLst|objectDefaults))$/
/** They share their names with what is left out. */
const NEEDED = new Set(['a:ext', 'xdr:ext', 'xdr:clientData'])

const ATTRIBUTES = /^(?:(?:r|xml|mc|xdr|a14):)?[A-Za-z]\w*$/
const UNSEEN =
  /^(?:descr|title|alt|href|target|tooltip|display|location|macro|textlink|codeName|cm|vm|ph|published|bwMode|fPublished|filterPrivacy|userName|algorithmName|hashValue|saltValue|spinCount|password|uniqueName|shapeId)$/
const NAMED = /:(?:cNvPr|theme|clrScheme|fontScheme|fmtScheme|extraClrScheme)$/
const ANCHOR = { in: /^xdr:(?:from|to)$/, text: /^\s*-?\d{1,10}\s*$/ }
const TEXTS = {
  t: { in: /^(?:is|si|r)$/ },
  v: { in: /^c$/ },
  formula: { in: /^cfRule$/ },
  definedName: { in: /^definedNames$/ },
  ...Object.fromEntries(
    ['odd', 'even', 'first'].flatMap((kind) => ['Header', 'Footer'].map((edge) => [`${kind}${edge}`, { in: /^headerFooter$/ }])),
  ),
  'a:t': { in: /^a:(?:r|fld)$/ },
  'c:v': { in: /^c:(?:pt|tx)$/ },
  'c:f': { in: /^c:(?:str|num|multiLvlStr)Ref$/, text: /^Sheet1!\$A\$1$/ },
  'c:formatCode': { in: /^c:\w+$/, text: /^(?:General|[#0,.%;@?_() \-\\ymdhs:/¥￥$]{1,40})$/ },
  'c:separator': { in: /^c:\w+$/, text: /^\D{1,2}$/ },
  ...Object.fromEntries(['col', 'row', 'colOff', 'rowOff'].map((name) => [`xdr:${name}`, ANCHOR])),
}
/** Where cells and their texts stand: in the wrong place some programs read them, and some do not. */
const PLACES = {
  sheetData: /^worksheet$/,
  row: /^sheetData$/,
  c: /^row$/,
  v: /^c$/,
  is: /^c$/,
  t: /^(?:is|si|r)$/,
  r: /^(?:is|si)$/,
  si: /^sst$/,
}
const ONCE = new Set(['sheetData', 'v', 'is'])

/** A1, $A$1, A1:B2 C3 */
const ADDRESS = /^(?:\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?(?: (?!$)|$))+$/
const CLOSED: Record<string, RegExp> = {
  'name val': TYPEFACE,
  'rFont val': TYPEFACE,
  ...Object.fromEntries(['latin', 'ea', 'cs', 'sym', 'font'].map((name) => [`a:${name} typeface`, TYPEFACE])),
  'row spans': /^\d{1,5}:\d{1,5}(?: \d{1,5}:\d{1,5})*$/,
  ...Object.fromEntries(
    [
      'c r',
      'dimension ref',
      'mergeCell ref',
      'hyperlink ref',
      'selection sqref',
      'selection activeCell',
      'conditionalFormatting sqref',
      'sheetView topLeftCell',
      'pane topLeftCell',
    ].map((name) => [name, ADDRESS]),
  ),
  'sheet name': /^/,
  'numFmt formatCode': /^/,
  'definedName name': /^_xlnm\.Print_(?:Area|Titles)$/,
  'cellStyle name': /^(?:Normal|常规|s\d{1,4})$/,
  'c:lang *': TONGUE,
  'a:graphicData uri': DRAWN_URI,
}

export const SHEET_DIALECT: Dialect = {
  closed: CLOSED,
  hasElement(element) {
    const { name } = element
    if (!name.includes(':')) return KNOWN.has(name) && isInPlace(PLACES, ONCE, element)
    return DRAWN.test(name) && (NEEDED.has(name) || !NOT_DRAWN.test(name))
  },
  hasAttribute({ name: element }, name) {
    if (name === 'uri') return element === 'a:graphicData'
    if (!ATTRIBUTES.test(name) || name === 'r:link') return false
    return !UNSEEN.test(name) && !(name === 'name' && NAMED.test(element))
  },
  hasText: (element, text) => isText(TEXTS, element, text),
}
