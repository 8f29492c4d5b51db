/** Fonts of a PDF: entries that the standard needs, and of letters only those that are still written somewhere. */
import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream, PDFString } from '@cantoo/pdf-lib'
import { normalise } from '../../record/reports/normalise.ts'
import { keepOnly, keepPlain, leaveOut, type Scrub } from './pdf-keep.ts'
import { unpackedStream } from './pdf-stream.ts'

const FONT_PLAIN = [
  'Type',
  'Subtype',
  'BaseFont',
  'FirstChar',
  'LastChar',
  'Widths',
  'DW',
  'DW2',
  'W',
  'W2',
  'FontBBox',
  'FontMatrix',
]
const FONT = [
  ...FONT_PLAIN,
  'Encoding',
  'DescendantFonts',
  'ToUnicode',
  'FontDescriptor',
  'CIDSystemInfo',
  'CIDToGIDMap',
  'CharProcs',
  'Resources',
]
const DESCRIPTOR_PLAIN = [
  'Type',
  'FontName',
  'FontStretch',
  'FontWeight',
  'Flags',
  'FontBBox',
  'ItalicAngle',
  'Ascent',
  'Descent',
  'Leading',
  'CapHeight',
  'XHeight',
  'StemV',
  'StemH',
  'AvgWidth',
  'MaxWidth',
  'MissingWidth',
]
const PROGRAMS = ['FontFile', 'FontFile2', 'FontFile3']
const PROGRAM = ['Subtype', 'Length1', 'Length2', 'Length3', 'Filter', 'DecodeParms', 'Length']
const CMAP = ['Type', 'CMapName', 'CIDSystemInfo', 'WMode', 'UseCMap', 'Filter', 'DecodeParms', 'Length']
/** Collections of letters (9.7.3). */
const ORDERINGS = ['Identity', 'GB1', 'CNS1', 'Japan1', 'Japan2', 'Korea1', 'KR', 'UCS']
/** A code reads as one letter, or as the few that are joined in one sign. */
const MOST_LETTERS = 4

const name = (word: string) => PDFName.of(word)

/** The drawings of a font's letters, where it has them from instructions (Type 3). */
export function scrubFont(scrub: Scrub, font: PDFDict): PDFRawStream[] {
  // Strings are not known before all pages are read; tables of letters wait until then.
  if (!scrub.strings.has(font)) scrub.strings.set(font, [])
  keepOnly(scrub, font, FONT)
  keepPlain(scrub, font, FONT_PLAIN)
  collection(font)
  descriptor(scrub, font)
  encodingMap(scrub, font)
  const inner = font.lookup(name('DescendantFonts'))
  const descendant = inner instanceof PDFArray ? inner.lookup(0) : undefined
  if (descendant instanceof PDFDict) {
    keepOnly(scrub, descendant, FONT)
    keepPlain(scrub, descendant, FONT_PLAIN)
    collection(descendant)
    descriptor(scrub, descendant)
  }
  const drawings = font.lookup(name('CharProcs'))
  if (!(drawings instanceof PDFDict)) return []
  return drawings.keys().flatMap((key) => {
    const drawing = drawings.lookup(key)
    return drawing instanceof PDFRawStream ? [drawing] : []
  })
}

function collection(font: PDFDict): void {
  const found = font.lookup(name('CIDSystemInfo'))
  if (!(found instanceof PDFDict)) return
  const said = found.lookup(name('Ordering'))?.toString().replace(/[()]/g, '') ?? ''
  const supplement = found.lookup(name('Supplement'))
  for (const key of found.keys()) found.delete(key)
  found.set(name('Registry'), PDFString.of('Adobe'))
  found.set(name('Ordering'), PDFString.of(ORDERINGS.find((one) => one === said) ?? 'Identity'))
  found.set(name('Supplement'), supplement instanceof PDFNumber ? supplement : PDFNumber.of(0))
}

function descriptor(scrub: Scrub, font: PDFDict): void {
  const found = font.lookup(name('FontDescriptor'))
  if (!(found instanceof PDFDict)) return
  const families = ['FontFamily', 'CharSet', 'CIDSet', 'Style', 'Lang'].filter((key) => found.has(name(key)))
  for (const key of families) found.delete(name(key))
  keepOnly(scrub, found, [...DESCRIPTOR_PLAIN, ...PROGRAMS])
  keepPlain(scrub, found, DESCRIPTOR_PLAIN)
  for (const key of PROGRAMS) {
    const program = found.lookup(name(key))
    if (program instanceof PDFRawStream) keepOnly(scrub, program.dict, PROGRAM)
  }
}

/** A table from codes to glyphs that stands in the file: a program for printers, without its comments. */
function encodingMap(scrub: Scrub, font: PDFDict): void {
  const map = font.lookup(name('Encoding'))
  if (!(map instanceof PDFRawStream)) return
  keepOnly(scrub, map.dict, CMAP)
  collection(map.dict)
  const program = Buffer.from(unpackedStream(map).bytes).toString('latin1')
  const made = scrub.context.flateStream(Buffer.from(program.replace(/%(?!!)[^\r\n]*/g, ''), 'latin1'))
  for (const key of ['Type', 'CMapName', 'CIDSystemInfo', 'WMode', 'UseCMap']) {
    const value = map.dict.get(name(key))
    if (value) made.dict.set(name(key), value)
  }
  font.set(name('Encoding'), scrub.context.register(made))
}

/** Now that every string is known: tables keep the codes that are written, and no others. */
export function scrubFonts(scrub: Scrub): void {
  for (const [font, strings] of scrub.strings) {
    const codes = scrub.unsureFonts ? null : codesOf(font, strings)
    differences(scrub, font, codes)
    const map = font.lookup(name('ToUnicode'))
    if (map instanceof PDFRawStream) font.set(name('ToUnicode'), scrub.context.register(reading(scrub, map, codes)))
    else if (!(map instanceof PDFName)) font.delete(name('ToUnicode'))
  }
}

interface Codes {
  /** Bytes of a code. */
  width: 1 | 2
  used: ReadonlySet<number>
}

/** Null where the codes are of several lengths. */
function codesOf(font: PDFDict, strings: readonly Uint8Array[]): Codes | null {
  const isComposite = font.lookup(name('Subtype')) === name('Type0')
  const encoding = font.lookup(name('Encoding'))
  const isIdentity = encoding instanceof PDFName && /^Identity-[HV]$/.test(encoding.decodeText())
  if (isComposite && !isIdentity) return null
  const used = new Set<number>()
  for (const string of strings)
    if (!isComposite) for (const byte of string) used.add(byte)
    else for (let at = 0; at + 1 < string.length; at += 2) used.add(((string[at] ?? 0) << 8) | (string[at + 1] ?? 0))
  return { width: isComposite ? 2 : 1, used }
}

/** Names of glyphs, from a code upwards; a drawing whose name is gone goes with it. Fonts share such lists: each gets its own. */
function differences(scrub: Scrub, font: PDFDict, codes: Codes | null): void {
  const shared = font.lookup(name('Encoding'))
  if (!(shared instanceof PDFDict)) return
  const encoding = shared.clone(scrub.context)
  font.set(name('Encoding'), encoding)
  keepOnly(scrub, encoding, ['Type', 'BaseEncoding', 'Differences'])
  keepPlain(scrub, encoding, ['Type', 'BaseEncoding', 'Differences'])
  const list = encoding.lookup(name('Differences'))
  if (!(list instanceof PDFArray) || codes === null) return
  const kept = scrub.context.obj([]) as PDFArray
  const glyphs = new Set<string>()
  let [code, last] = [0, -2]
  for (let at = 0; at < list.size(); at++) {
    const one = list.lookup(at)
    if (one instanceof PDFNumber) code = one.asNumber()
    if (!(one instanceof PDFName)) continue
    if (codes.used.has(code)) {
      if (code !== last + 1) kept.push(PDFNumber.of(code))
      kept.push(one)
      glyphs.add(one.decodeText())
      last = code
    } else if (isOdd(one.decodeText())) leaveOut(scrub, 'extraParts')
    code += 1
  }
  encoding.set(name('Differences'), kept)
  const drawings = font.lookup(name('CharProcs'))
  if (!(drawings instanceof PDFDict)) return
  const own = drawings.clone(scrub.context)
  font.set(name('CharProcs'), own)
  for (const key of own.keys()) if (!glyphs.has(key.decodeText())) own.delete(key)
}

/** Programs list whole alphabets; a name that is none of a letter says something else. */
function isOdd(glyph: string): boolean {
  return !/^(?:[A-Za-z]{1,20}(?:\.\w{1,8})?|(?:uni|u|g|gid|glyph|cid|c|G|C|a|f)\d?[0-9A-Fa-f]{1,6}|\.notdef)$/.test(glyph)
}

/** The table from codes to letters, written anew. */
function reading(scrub: Scrub, map: PDFRawStream, codes: Codes | null): PDFRawStream {
  const text = Buffer.from(unpackedStream(map).bytes)
    .toString('latin1')
    .replace(/%(?!!)[^\r\n]*/g, '')
  const mappings = [...mappingsIn(text)].map(({ from, to }) => ({ from, to: asWritten(to) }))
  const kept = mappings.filter(({ from, to }) => {
    if (to.length > MOST_LETTERS * 4) return false
    if (codes && from.length === codes.width * 2) return codes.used.has(Number.parseInt(from, 16))
    return scrub.left === null || isLeft(to, scrub.left)
  })
  if (mappings.some(({ to }) => to.length > MOST_LETTERS * 4)) leaveOut(scrub, 'extraParts')
  const spaces = [...text.matchAll(/begincodespacerange([\s\S]*?)endcodespacerange/g)].flatMap(([, body = '']) => pairs(body))
  const head =
    '/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n'
  const ranges = spaces.map(({ from, to }) => `<${from}> <${to}>`).join('\n')
  const space = spaces.length > 0 ? `${spaces.length} begincodespacerange\n${ranges}\nendcodespacerange\n` : ''
  const foot = 'endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend'
  return scrub.context.flateStream(`${head}${space}${sections(kept)}\n${foot}`)
}

interface Mapping {
  from: string
  to: string
}

function* mappingsIn(text: string): Generator<Mapping> {
  for (const [, body = ''] of text.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) yield* pairs(body)
  for (const [, body = ''] of text.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) yield* ranges(body)
}

function pairs(body: string): Mapping[] {
  return [...body.matchAll(/<([0-9a-f\s]+)>\s*<([0-9a-f\s]*)>/gi)].map(([, from = '', to = '']) => ({
    from: bare(from),
    to: bare(to),
  }))
}

function ranges(body: string): Mapping[] {
  return [...body.matchAll(/<([0-9a-f\s]+)>\s*<([0-9a-f\s]+)>\s*(?:<([0-9a-f\s]*)>|\[([^\]]*)\])/gi)].flatMap(
    ([, low = '', high = '', first, list]) => {
      const [from, to] = [Number.parseInt(bare(low), 16), Number.parseInt(bare(high), 16)]
      const places = bare(low).length
      const targets = list === undefined ? null : [...list.matchAll(/<([0-9a-f\s]*)>/gi)].map(([, target = '']) => bare(target))
      const base = bare(first ?? '')
      return Array.from({ length: Math.min(Math.max(0, to - from + 1), 65_536) }, (_, index) => ({
        from: (from + index).toString(16).padStart(places, '0'),
        to: targets
          ? (targets[index] ?? '')
          : base.slice(0, -4) + (Number.parseInt(base.slice(-4), 16) + index).toString(16).padStart(4, '0'),
      }))
    },
  )
}

/** Some programs name the radical where the letter is meant (⼯ for 工): nobody would find the word. */
function asWritten(hex: string): string {
  const code = hex.length === 4 ? Number.parseInt(hex, 16) : 0
  const isLookalike = (code >= 0x2e80 && code <= 0x2fdf) || (code >= 0xf900 && code <= 0xfaff)
  return isLookalike ? normalise(String.fromCharCode(code)).charCodeAt(0).toString(16).padStart(4, '0') : hex
}

function bare(hex: string): string {
  return hex.replace(/\s+/g, '').toLowerCase()
}

function isLeft(hex: string, left: ReadonlySet<string>): boolean {
  const units = hex.match(/.{4}/g) ?? []
  const text = String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16)))
  return [...text].every((letter) => left.has(letter) || left.has(letter.normalize('NFKC')))
}

/** At most a hundred lines a section (Adobe technical note 5014). */
function sections(mappings: readonly Mapping[]): string {
  const made: string[] = []
  for (let start = 0; start < mappings.length; start += 100) {
    const some = mappings.slice(start, start + 100)
    made.push(`${some.length} beginbfchar\n${some.map(({ from, to }) => `<${from}> <${to}>`).join('\n')}\nendbfchar`)
  }
  return made.join('\n')
}
