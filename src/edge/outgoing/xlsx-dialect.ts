/** SpreadsheetML and what is drawn on sheets (ECMA-376), as far as it shows something. */
import { type Dialect, TYPEFACE } from './markup.ts'

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
const TEXTS =
  /^(?:t|v|formula|definedName|(?:odd|even|first)(?:Header|Footer)|a:t|c:(?:v|f|formatCode|separator)|xdr:(?:col|row|colOff|rowOff))$/
const WORDS: Record<string, RegExp> = {
  sheet: /^name$/,
  name: /^val$/,
  rFont: /^val$/,
  numFmt: /^formatCode$/,
  cellStyle: /^name$/,
  selection: /^sqref$/,
}

const CLOSED: Record<string, RegExp> = {
  'name val': TYPEFACE,
  'rFont val': TYPEFACE,
  ...Object.fromEntries(['latin', 'ea', 'cs', 'sym', 'font'].map((name) => [`a:${name} typeface`, TYPEFACE])),
  'row spans': /^\d{1,5}:\d{1,5}(?: \d{1,5}:\d{1,5})*$/,
}

export const SHEET_DIALECT: Dialect = {
  closed: CLOSED,
  hasElement(name) {
    if (!name.includes(':')) return KNOWN.has(name)
    return DRAWN.test(name) && (NEEDED.has(name) || !NOT_DRAWN.test(name))
  },
  hasAttribute({ name: element }, name) {
    if (name === 'uri') return element === 'a:graphicData'
    if (!ATTRIBUTES.test(name) || name === 'r:link') return false
    return !UNSEEN.test(name) && !(name === 'name' && NAMED.test(element))
  },
  hasText: (name) => TEXTS.test(name),
  mayBeWords: (element, attribute) => attribute === 'typeface' || (WORDS[element]?.test(attribute) ?? false),
}
