/** What the last pass over a PDF keeps of a dictionary, and what it counts of the rest. */
import { PDFArray, PDFBool, PDFDict, PDFName, PDFNull, PDFNumber, type PDFContext, type PDFObject } from '@cantoo/pdf-lib'
import type { FindingKind } from '../../record/outgoing/findings.ts'
import type { ResourceKind } from './content-rewrite.ts'

export interface Scrub {
  context: PDFContext
  /** Every letter that may still be read in the document; null where nothing has been taken out of it. */
  left: ReadonlySet<string> | null
  leftOut: Map<FindingKind, number>
  /** What was met on the way from a page, so that it is done once. */
  met: Map<PDFObject, Met>
  /** Every string that is written with a font. */
  strings: Map<PDFDict, Uint8Array[]>
  /** Something is written with a font that cannot be told. */
  unsureFonts: boolean
  /** Names of resources that some instruction uses. */
  used: Map<PDFDict, Record<ResourceKind, Set<string>>>
}

/** What a page has on it, as far as it matters for whether the page can be trusted. */
export interface Met {
  /** Pieces on layers that are told from others by a condition. */
  conditions: boolean
  layers: boolean
  patterns: boolean
  /** Text or pictures where no reader of text sees them; pictures of which it can't be told what is seen. */
  unsure: boolean
}

export const nothingMet = (): Met => ({ conditions: false, layers: false, patterns: false, unsure: false })

/** Of keys that are left out, those that tell of something; the others are data that no page needs. */
const TELLING: Record<string, FindingKind> = {
  Metadata: 'metadata',
  PieceInfo: 'metadata',
  AF: 'attachments',
  EmbeddedFiles: 'attachments',
  Collection: 'attachments',
  AA: 'scripts',
  OpenAction: 'scripts',
  JavaScript: 'scripts',
  Outlines: 'bookmarks',
  StructTreeRoot: 'bookmarks',
  PageLabels: 'bookmarks',
  Dests: 'bookmarks',
  Lang: 'bookmarks',
  AcroForm: 'annotations',
  Annots: 'annotations',
}
/** They may stand there as long as they hold a number, a name or a switch: every program writes them, they tell nothing. */
const SILENT = new Set(
  'ProcSet StructParent StructParents MarkInfo Tabs PageMode PageLayout ViewerPreferences Version BleedBox TrimBox ArtBox Trapped Name OPM FormType CIDSet CharSet'.split(
    ' ',
  ),
)

export function leaveOut(scrub: Scrub, kind: FindingKind, count = 1): void {
  if (count > 0) scrub.leftOut.set(kind, (scrub.leftOut.get(kind) ?? 0) + count)
}

/** Takes every other entry out; what tells of something is counted. */
export function keepOnly(scrub: Scrub, dict: PDFDict, kept: readonly string[]): void {
  for (const key of dict.keys()) {
    const name = key.decodeText()
    if (kept.includes(name)) continue
    const value = dict.lookup(key)
    const isEmpty = value instanceof PDFArray && value.size() === 0
    if (!isEmpty && !(SILENT.has(name) && isPlain(value))) leaveOut(scrub, TELLING[name] ?? 'extraParts')
    dict.delete(key)
  }
}

/** Keeps, of these entries, those that are numbers, names and switches, alone or in rows. */
export function keepPlain(scrub: Scrub, dict: PDFDict, names: readonly string[]): void {
  for (const name of names) {
    const value = dict.lookup(PDFName.of(name))
    if (value === undefined || (isPlain(value) && !(value instanceof PDFDict))) continue
    dict.delete(PDFName.of(name))
    leaveOut(scrub, 'extraParts')
  }
}

/** Numbers, names and switches, alone, in rows and in dictionaries. */
export function isPlain(value: PDFObject | undefined): boolean {
  if (value instanceof PDFDict) return value.keys().every((key) => isPlain(value.lookup(key)))
  if (value instanceof PDFArray)
    return Array.from({ length: value.size() }, (_, at) => value.lookup(at)).every((one) => isPlain(one))
  return value instanceof PDFNumber || value instanceof PDFName || value instanceof PDFBool || value === PDFNull
}
