/** WordprocessingML and what is drawn in it (ECMA-376), as far as it shows something on a page. */
import { BUILT_IN } from './docx-parts.ts'
import type { Dialect } from './markup.ts'
import { TYPEFACE } from './typefaces.ts'
import { TONGUE } from './values.ts'
import type { XmlElement } from './xml.ts'

const names = (words: string) => words.trim().split(/\s+/)

const BODY = names(`
  document body background hdr ftr footnotes footnote endnotes endnote p r t tab br cr noBreakHyphen softHyphen sym pgNum ptab
  dayShort monthShort yearShort dayLong monthLong yearLong fldChar fldSimple instrText ffData checkBox size sizeAuto default checked
  hyperlink bookmarkStart bookmarkEnd bdo dir val
  ruby rubyPr rubyAlign hps hpsRaise hpsBaseText lid rt rubyBase drawing pict object txbxContent
  footnoteReference endnoteReference footnoteRef endnoteRef separator continuationSeparator lastRenderedPageBreak
  tbl tr tc tblPr tblPrEx tblGrid gridCol trPr tcPr`)

const RUN = names(`
  rPr rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden
  color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath`)

const PARAGRAPH = names(`
  pPr pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr ilvl numId suppressLineNumbers pBdr top left start bottom
  right end between bar shd tabs tab suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi
  adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment
  textboxTightWrap outlineLvl cnfStyle sectPr`)

const SECTION = names(`
  headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols col formProt vAlign
  noEndnote titlePg textDirection bidi rtlGutter docGrid pos numFmt numStart numRestart footnote endnote`)

const TABLE = names(`
  tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW tblCellSpacing tblInd tblBorders insideH insideV
  tblLayout tblCellMar tblLook gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader hidden tcW gridSpan vMerge hMerge
  tcBorders tl2br tr2bl noWrap tcMar tcFitText hideMark`)

const STYLES = names(`
  styles docDefaults rPrDefault pPrDefault style name basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed
  qFormat locked tblStylePr numbering abstractNum abstractNumId multiLevelType lvl start numFmt lvlRestart isLgl suff lvlText
  lvlPicBulletId legacy lvlJc num lvlOverride startOverride numPicBullet styleLink numStyleLink`)

const SETTINGS = names(`
  settings evenAndOddHeaders mirrorMargins gutterAtTop bordersDoNotSurroundHeader bordersDoNotSurroundFooter displayBackgroundShape
  defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps characterSpacingControl
  drawingGridHorizontalSpacing drawingGridVerticalSpacing displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery
  doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin drawingGridVerticalOrigin printTwoOnOne bookFoldPrinting
  bookFoldRevPrinting bookFoldPrintingSheets noPunctuationKerning strictFirstAndLastChars footnotePr endnotePr compat compatSetting
  spaceForUL balanceSingleByteDoubleByteWidth doNotLeaveBackslashAlone ulTrailSpace doNotExpandShiftReturn adjustLineHeightInTable
  useFELayout themeFontLang clrSchemeMapping decimalSymbol listSeparator`)

const WORD = new Set([...BODY, ...RUN, ...PARAGRAPH, ...SECTION, ...TABLE, ...STYLES, ...SETTINGS].map((name) => `w:${name}`))

/** Languages of which everything that is drawn may stay; where they say something besides, it is named below. */
const DRAWN = /^(?:m|wp|wp14|a|a14|pic|wps|wpg|wpc|c|c14|cs|dgm|dsp|v|o|w10|w14|mc):[A-Za-z]\w*$/
const NOT_DRAWN =
  /^(?:\w+:(?:extLst|ext)|o:(?:OLEObject|FieldCodes|LinkType|LockedField|signatureline|ink|relationtable|idmap)|dgm:(?:title|desc|catLst|sampData|styleData|clrData)|c:(?:externalData|userShapes|printSettings)|a:(?:hlinkHover|snd|custClrLst|objectDefaults)|w14:(?:contentPart|checkbox|docId|conflict\w*)|mc:(?:ProcessContent|MustUnderstand))$/
/** Extents share their name with extensions. */
const EXTENT = new Set(['a:ext', 'wp:extent', 'wp:effectExtent'])

const ATTRIBUTES = /^(?:(?:w|r|v|o|m|w14|wp14|a14|mc|xml|w10):)?[A-Za-z]\w*$/
/** Names, alternative texts, copies of the drawing, sessions of editing, tips, scripts and addresses of links. */
const UNSEEN_ATTRIBUTES =
  /^(?:w:rsid\w*|w14:(?:paraId|textId|anchorId|editId)|wp14:(?:anchorId|editId)|descr|title|alt|href|target|tooltip|o:(?:gfxdata|href|althref|title|userdrawn|oned|bullet|master|ole|button|spid|connectortype|clip|forcedash)|w:(?:author|date|initials|tooltip|docLocation|tgtFrame|history|original|displacedByCustomXml)|r:(?:link|href)|bwMode|macro|textlink|fPublished|uri)$/
const NAMED = /^(?:\w+:)(?:docPr|cNvPr|theme|clrScheme|fontScheme|fmtScheme|extraClrScheme|custClr|ln|stroke|fill)$/

/** Texts are read where they stand in a run; elsewhere no program looks for them. Places and shares are numbers and words. */
const TEXTS: Readonly<Record<string, { in: RegExp; text?: RegExp }>> = {
  'w:t': { in: /^w:r$/ },
  'w:instrText': { in: /^w:r$/ },
  'm:t': { in: /^m:r$/ },
  'a:t': { in: /^a:(?:r|fld)$/ },
  'c:v': { in: /^c:(?:pt|tx)$/ },
  'c:f': { in: /^c:(?:str|num|multiLvlStr)Ref$/, text: /^Sheet1!\$A\$1$/ },
  'c:formatCode': { in: /^c:\w+$/, text: /^(?:General|[#0,.%;@?_() \-\\ymdhs:/¥￥$]{1,40})$/ },
  'c:separator': { in: /^c:\w+$/, text: /^\D{1,2}$/ },
  'wp:posOffset': { in: /^wp:position[HV]$/, text: /^\s*-?\d{1,9}\s*$/ },
  'wp:align': { in: /^wp:position[HV]$/, text: /^(?:left|right|center|top|bottom|inside|outside)$/ },
  ...Object.fromEntries(
    ['wp14:pctWidth', 'wp14:pctHeight', 'wp14:pctPosHOffset', 'wp14:pctPosVOffset'].map((name) => [
      name,
      { in: /^wp14?:\w+$/, text: /^-?\d{1,6}$/ },
    ]),
  ),
}

export function isText(texts: typeof TEXTS, { name, parent }: XmlElement, text: string): boolean {
  const rule = texts[name]
  if (!rule || !parent || !('name' in parent)) return false
  return rule.in.test(parent.name) && (rule.text?.test(text) ?? true)
}

const BLOCKS = /^(?:w:(?:body|tc|hdr|ftr|footnote|endnote|txbxContent)|mc:(?:Choice|Fallback))$/
/** Where text stands: in the wrong place it is read by no program, or by some only. */
const PLACES: Readonly<Record<string, RegExp>> = {
  'w:body': /^w:document$/,
  'w:p': BLOCKS,
  'w:tbl': BLOCKS,
  'w:tr': /^(?:w:tbl|mc:(?:Choice|Fallback))$/,
  'w:tc': /^(?:w:tr|mc:(?:Choice|Fallback))$/,
  'w:r': /^(?:w:(?:p|hyperlink|fldSimple|rt|rubyBase|dir|bdo)|mc:(?:Choice|Fallback)|m:\w+)$/,
  'w:txbxContent': /^(?:wps:txbx|v:textbox)$/,
}
const ONCE = new Set(['w:body'])

export function isInPlace(places: typeof PLACES, once: ReadonlySet<string>, element: XmlElement): boolean {
  const { name, parent } = element
  const place = places[name]
  if (!place) return true
  if (!parent || !('name' in parent) || !place.test(parent.name)) return false
  return !once.has(name) || parent.children.find((child) => 'name' in child && child.name === name) === element
}

/** What is drawn, by the address of its language. */
export const DRAWN_URI =
  /^http:\/\/(?:schemas\.openxmlformats\.org\/drawingml\/2006|purl\.oclc\.org\/ooxml\/drawingml)\/(?:picture|chart|diagram|lockedCanvas)$|^http:\/\/schemas\.microsoft\.com\/office\/word\/2010\/wordprocessing(?:Shape|Group|Canvas)$/
const OWN_STYLE = /^s\d{1,4}$/
const SIGN = /^\D{0,2}$/u

const CLOSED: Record<string, RegExp> = {
  'w:lang *': TONGUE,
  'w:themeFontLang *': TONGUE,
  'w:lid *': TONGUE,
  'c:lang *': TONGUE,
  'w:em w:val': /^(?:none|dot|comma|circle|underDot)$/,
  'w:listSeparator w:val': SIGN,
  'w:decimalSymbol w:val': SIGN,
  'w:compatSetting w:uri': /^http:\/\/schemas\.microsoft\.com\/office\/word$/,
  'w:compatSetting w:name':
    /^(?:compatibilityMode|overrideTableStyleFontSizeAndJustification|enableOpenTypeFeatures|doNotFlipMirrorIndents|differentiateMultirowTableHeaders|useWord2013TrackBottomHyphenation|allowHyphenationAtTrackBottom|allowTextAfterFloatingTableBreak)$/,
  'w:rFonts *': TYPEFACE,
  'w:sym w:font': TYPEFACE,
  ...Object.fromEntries(['latin', 'ea', 'cs', 'sym', 'font'].map((name) => [`a:${name} typeface`, TYPEFACE])),
  'm:mathFont m:val': TYPEFACE,
  'm:brkBinSub m:val': /^[-+]{2}$/,
  'w:rFonts w:hint': /^(?:default|eastAsia|cs)$/,
  ...Object.fromEntries(
    ['pStyle', 'rStyle', 'tblStyle', 'basedOn', 'link', 'numStyleLink', 'styleLink'].map((name) => [
      `w:${name} w:val`,
      OWN_STYLE,
    ]),
  ),
  'w:style w:styleId': OWN_STYLE,
  'w:name w:val': new RegExp(`${BUILT_IN.source}|${OWN_STYLE.source}`, 'i'),
  'w:lvlText w:val': /^/,
  'w:fldSimple w:instr': /^/,
  'w:bookmarkStart w:name': /^m\d{1,5}$/,
  'w:hyperlink w:anchor': /^m\d{1,5}$/,
  'v:textpath string': /^/,
  ...Object.fromEntries(['chr', 'begChr', 'endChr', 'sepChr'].map((name) => [`m:${name} m:val`, SIGN])),
  'a:graphicData uri': DRAWN_URI,
}

export const WORD_DIALECT: Dialect = {
  closed: CLOSED,
  hasElement(element) {
    const { name } = element
    if (name.startsWith('w:')) return WORD.has(name) && isInPlace(PLACES, ONCE, element)
    return DRAWN.test(name) && (EXTENT.has(name) || !NOT_DRAWN.test(name))
  },
  hasAttribute(element: XmlElement, name: string) {
    if (!ATTRIBUTES.test(name)) return false
    if (name === 'uri') return element.name === 'a:graphicData' || element.name === 'w:compatSetting'
    if (name === 'r:link') return false
    return !UNSEEN_ATTRIBUTES.test(name) && !(name === 'name' && NAMED.test(element.name))
  },
  hasText: (element, text) => isText(TEXTS, element, text),
}
