/** The last pass over a remade PDF: nothing in it but pages, and in their fonts no trace of letters that are no longer there. */
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFRawStream,
  PDFRef,
  type PDFObject,
} from '@cantoo/pdf-lib'

const PAGE_KEYS = new Set(['Type', 'Parent', 'MediaBox', 'CropBox', 'Rotate', 'Resources', 'Contents', 'Group', 'UserUnit'])
const CATALOG_KEYS = new Set(['Type', 'Pages'])
/** Of any dictionary: descriptions, private data of programs, layers, replacement texts. */
const TELLING = [
  'Metadata',
  'PieceInfo',
  'OC',
  'OCProperties',
  'StructParent',
  'StructParents',
  'Alternates',
  'OPI',
  'LastModified',
  'AA',
  'Alt',
]

/** @param left every letter that may still be read in the document */
export async function scrubPdf(bytes: Uint8Array, left: ReadonlySet<string>): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: false })
  const { context } = document
  keepOnly(document.catalog, CATALOG_KEYS)
  for (const page of document.getPages()) keepOnly(page.node, PAGE_KEYS)
  delete context.trailerInfo.Info
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    const dict = object instanceof PDFRawStream ? object.dict : object
    if (!(dict instanceof PDFDict)) continue
    for (const key of TELLING) dict.delete(PDFName.of(key))
    const properties = dict.lookup(PDFName.of('Properties'))
    if (properties instanceof PDFDict) keepReplacements(context, properties)
    const unicode = dict.get(PDFName.of('ToUnicode'))
    if (unicode instanceof PDFRef) forgetLetters(context, unicode, left)
    if (object instanceof PDFRawStream && dict.get(PDFName.of('Type')) === PDFName.of('Metadata')) context.delete(ref)
  }
  dropUnreached(document)
  return document.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false })
}

function keepOnly(dict: PDFDict, kept: ReadonlySet<string>): void {
  for (const key of dict.keys()) if (!kept.has(key.decodeText())) dict.delete(key)
}

/** Named marks: only those that say how letters read, without anything else. */
function keepReplacements(context: PDFDocument['context'], properties: PDFDict): void {
  for (const key of properties.keys()) {
    const named = properties.lookup(key)
    const replacement = named instanceof PDFDict ? named.get(PDFName.of('ActualText')) : undefined
    if (replacement) properties.set(key, context.obj({ ActualText: replacement }))
    else properties.delete(key)
  }
}

/** The table from a font's codes to letters: lines for letters that stand nowhere any more are taken out. */
function forgetLetters(context: PDFDocument['context'], ref: PDFRef, left: ReadonlySet<string>): void {
  const stream = context.lookup(ref)
  if (!(stream instanceof PDFRawStream)) return
  const text = new TextDecoder('latin1').decode(decodePDFRawStream(stream).decode())
  const kept = text
    .replace(/beginbfchar([\s\S]*?)endbfchar/g, (_, body: string) =>
      charSection(pairs(body).filter(({ to }) => isLeft(to, left))),
    )
    .replace(/beginbfrange([\s\S]*?)endbfrange/g, (_, body: string) =>
      charSection(ranges(body).filter(({ to }) => isLeft(to, left))),
    )
    .replace(/\d+\s+(?=beginbf(?:char|range))/g, '')
  const counted = kept.replace(/beginbfchar([\s\S]*?)endbfchar/g, (whole, body: string) => `${pairs(body).length} ${whole}`)
  context.assign(ref, context.flateStream(counted))
}

interface Mapping {
  from: string
  to: string
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

function bare(hex: string): string {
  return hex.replace(/\s+/g, '').toLowerCase()
}

function isLeft(hex: string, left: ReadonlySet<string>): boolean {
  const units = hex.match(/.{4}/g) ?? []
  const text = String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16)))
  return [...text].every((letter) => left.has(letter) || left.has(letter.normalize('NFKC')))
}

/** At most a hundred lines a section (Adobe technical note 5014). */
function charSection(mappings: readonly Mapping[]): string {
  const sections: string[] = []
  for (let start = 0; start < mappings.length; start += 100)
    sections.push(
      `beginbfchar\n${mappings
        .slice(start, start + 100)
        .map(({ from, to }) => `<${from}> <${to}>`)
        .join('\n')}\nendbfchar`,
    )
  return sections.join('\n')
}

/** Objects that no page leads to any more. */
function dropUnreached(document: PDFDocument): void {
  const { context } = document
  const reached = new Set<string>()
  const open: (PDFObject | undefined)[] = [context.trailerInfo.Root]
  while (open.length > 0) {
    const object = open.pop()
    if (object instanceof PDFRef) {
      if (reached.has(object.tag)) continue
      reached.add(object.tag)
      open.push(context.lookup(object))
    } else if (object instanceof PDFRawStream) open.push(object.dict)
    else if (object instanceof PDFDict) open.push(...object.values())
    else if (object instanceof PDFArray) open.push(...object.asArray())
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref.tag)) context.delete(ref)
}

/** Every stream of the document unpacked, and every string: what a search through the bytes would see. */
export async function unpackedTexts(bytes: Uint8Array): Promise<string[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: false })
  return document.context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (!(object instanceof PDFRawStream)) return [object.toString()]
    const subtype = object.dict.get(PDFName.of('Subtype'))
    if (subtype === PDFName.of('Image')) return [object.dict.toString()]
    try {
      return [object.dict.toString(), Buffer.from(decodePDFRawStream(object).decode()).toString('latin1')]
    } catch {
      return [object.dict.toString()]
    }
  })
}
