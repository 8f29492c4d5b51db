/**
 * The last pass over a remade PDF: of everything that a page leads to, what the standard needs to show it, and nothing else. Whatever
 * is left out is counted by its kind: of a file that nobody has cleaned, that is what it carries besides its pages.
 */
import { createHash } from 'node:crypto'
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNull,
  PDFRawStream,
  PDFRef,
  type PDFContext,
  type PDFObject,
} from '@cantoo/pdf-lib'
import type { FindingKind } from '../../record/outgoing/findings.ts'
import { keepOnly, leaveOut, type Met, type Scrub } from './pdf-keep.ts'
import { scrubFonts } from './pdf-scrub-fonts.ts'
import { scrubPage } from './pdf-scrub-pages.ts'
import type { ResourceKind } from './content-rewrite.ts'
import { unpackedStream } from './pdf-stream.ts'

export interface Scrubbed {
  bytes: Uint8Array
  leftOut: Map<FindingKind, number>
  /** One for each page. */
  pages: Met[]
}

/** A font's table, its description, the font, the list of fonts: each round joins one of them. */
const MOST_ROUNDS = 6
const CATALOG = ['Type', 'Pages']
const PAGE_TREE = ['Type', 'Kids', 'Count', 'Parent', 'Resources', 'MediaBox', 'CropBox', 'Rotate']
const PAGE = ['Type', 'Parent', 'MediaBox', 'CropBox', 'Rotate', 'Resources', 'Contents', 'Group', 'UserUnit']

/** @param left letters that may still be read, null to leave the fonts' tables alone */
export async function scrubPdf(bytes: Uint8Array, left: ReadonlySet<string> | null): Promise<Scrubbed> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: false })
  const { context } = document
  const scrub: Scrub = {
    context,
    left,
    leftOut: new Map(),
    met: new Map(),
    strings: new Map(),
    unsureFonts: false,
    used: new Map(),
  }
  noteStrays(scrub)
  const pages: Met[] = []
  for (const page of document.getPages()) {
    // What a page has from the sheet above it, it has itself from here on.
    const resources = page.node.Resources()
    if (resources) page.node.set(PDFName.of('Resources'), resources)
    keepOnly(scrub, page.node, PAGE)
    pages.push(await scrubPage(scrub, page.node))
  }
  scrubFonts(scrub)
  dropUnused(scrub)
  keepOnly(scrub, document.catalog, CATALOG)
  keepPageTree(scrub, document.catalog.lookup(PDFName.of('Pages')))
  delete context.trailerInfo.Info
  joinSame(context)
  dropUnreached(context)
  const made = await document.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false })
  return { bytes: made, leftOut: scrub.leftOut, pages }
}

function keepPageTree(scrub: Scrub, node: PDFObject | undefined, depth = 0): void {
  if (!(node instanceof PDFDict) || depth > 50) return
  const kids = node.lookup(PDFName.of('Kids'))
  if (!(kids instanceof PDFArray)) return
  for (let at = 0; at < kids.size(); at++) keepPageTree(scrub, kids.lookup(at), depth + 1)
  node.delete(PDFName.of('Resources'))
  keepOnly(scrub, node, PAGE_TREE)
}

/** Names that no instruction uses lead to nothing that is shown. */
function dropUnused(scrub: Scrub): void {
  for (const [resources, used] of scrub.used) {
    resources.delete(PDFName.of('Properties'))
    for (const kind of Object.keys(used) as ResourceKind[]) {
      const named = resources.lookup(PDFName.of(kind))
      if (!(named instanceof PDFDict)) continue
      for (const key of named.keys())
        if (!used[kind].has(key.decodeText())) {
          named.delete(key)
          // Fonts, colours and states are often listed and not used; a picture or a form is something to be seen.
          if (kind === 'XObject' || kind === 'Pattern') leaveOut(scrub, 'extraParts')
        }
    }
  }
}

/** Objects that nothing leads to from the file's root: readers don't show them, everybody can unpack them. */
function noteStrays(scrub: Scrub): void {
  const { context } = scrub
  const { Root, Info, Encrypt } = context.trailerInfo
  const reached = reachedFrom(context, [Root, Info, Encrypt])
  const strays = context.enumerateIndirectObjects().filter(([ref, object]) => {
    const type = object instanceof PDFRawStream ? object.dict.lookup(PDFName.of('Type'))?.toString() : ''
    // What holds the file itself together, and is read before anything else.
    return !reached.has(ref.tag) && type !== '/XRef' && type !== '/ObjStm' && object !== PDFNull
  })
  leaveOut(scrub, 'extraParts', strays.length)
}

function reachedFrom(context: PDFContext, roots: readonly (PDFObject | undefined)[]): Set<string> {
  const reached = new Set<string>()
  const open = [...roots]
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
  return reached
}

/** Objects that no page leads to any more. */
function dropUnreached(context: PDFContext): void {
  const reached = reachedFrom(context, [context.trailerInfo.Root])
  for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref.tag)) context.delete(ref)
}

/** Pages that are carried over one by one bring their fonts along, each its own: the same objects are kept once. */
function joinSame(context: PDFContext): void {
  for (let joined = 1, round = 0; joined > 0 && round < MOST_ROUNDS; round++) {
    const first = new Map<string, PDFRef>()
    const same = new Map<string, PDFRef>()
    for (const [ref, object] of context.enumerateIndirectObjects()) {
      if (!(object instanceof PDFRawStream || object instanceof PDFDict) || isPage(object)) continue
      const print = createHash('sha256').update(object instanceof PDFRawStream ? object.dict.toString() : object.toString())
      if (object instanceof PDFRawStream) print.update(object.contents)
      const text = print.digest('base64')
      const known = first.get(text)
      if (known) same.set(ref.tag, known)
      else first.set(text, ref)
    }
    joined = same.size
    for (const [ref, object] of context.enumerateIndirectObjects()) {
      if (same.has(ref.tag)) context.delete(ref)
      else redirect(object, same)
    }
  }
}

/** Every page is itself, whatever it shows. */
function isPage(object: PDFObject): boolean {
  return object instanceof PDFDict && (object.has(PDFName.of('Parent')) || object.has(PDFName.of('Kids')))
}

function redirect(object: PDFObject, same: ReadonlyMap<string, PDFRef>): void {
  const to = (value: PDFObject) => (value instanceof PDFRef ? same.get(value.tag) : undefined)
  if (object instanceof PDFRawStream) redirect(object.dict, same)
  else if (object instanceof PDFDict)
    for (const [key, value] of object.entries()) {
      const other = to(value)
      if (other) object.set(key, other)
      else redirect(value, same)
    }
  else if (object instanceof PDFArray)
    object.asArray().forEach((value, at) => {
      const other = to(value)
      if (other) object.set(at, other)
      else redirect(value, same)
    })
}

/** Every stream of the document unpacked, and every string: what a search through the bytes would see. */
export async function unpackedTexts(bytes: Uint8Array): Promise<string[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: false })
  return document.context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (!(object instanceof PDFRawStream)) return [object.toString()]
    const isPicture = object.dict.get(PDFName.of('Subtype')) === PDFName.of('Image')
    try {
      return [object.dict.toString(), isPicture ? '' : Buffer.from(unpackedStream(object).bytes).toString('latin1')]
    } catch {
      return [object.dict.toString()]
    }
  })
}
