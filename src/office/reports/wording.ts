/**
 * Two wordings of one text: sentence by sentence, and inside a sentence that was only reworked, word by word. What is only in one
 * of them is marked there with a word and a line, not with colour alone.
 */
import { diffArrays, diffWordsWithSpace } from 'diff'
import { proseParts, type ReportProse } from '../../record/reports/prose.ts'
import type { ReportFormat } from '../../law/reports/model.ts'
import type { Piece, WordingChange, WordingPiece } from '../../record/reports/wording.ts'

interface Wordings {
  one: Piece[]
  other: Piece[]
}

/** So long one comparison may take; longer, and everything that is not the same sentence is marked as a whole. */
const MS = 100
/** A sentence of which less than this remains is another sentence. */
const REWORKED = 0.5

const WORDS = new Intl.Segmenter('zh', { granularity: 'word' })

/** Sentences with what ends them; paragraphs end in a line break. */
function sentences(paragraphs: readonly string[]): string[] {
  return paragraphs.flatMap((paragraph) => [...(`${paragraph}\n`.match(/[^。！？；\n]*[。！？；\n]/g) ?? [])])
}

/** As one running text: what went stands before what came in its place. */
export function wordingPieces(before: readonly string[], now: readonly string[]): WordingPiece[] {
  const [was, is] = [sentences(before), sentences(now)]
  const changes = diffArrays(was, is, { timeout: MS })
  if (!changes) return replaced(was.join(''), is.join(''))
  const pieces: WordingPiece[] = []
  let gone = ''
  for (const { value, removed, added } of changes) {
    const text = value.join('')
    if (removed) {
      gone = text
      continue
    }
    pieces.push(...(added ? reworked(gone, text) : [...replaced(gone, ''), { kind: 'kept' as const, text }]))
    gone = ''
  }
  return joined([...pieces, ...replaced(gone, '')])
}

/** What follows each other and is of one kind stands in one piece. */
function joined(pieces: readonly WordingPiece[]): WordingPiece[] {
  const whole: WordingPiece[] = []
  for (const { kind, text } of pieces) {
    const last = whole.at(-1)
    if (last?.kind === kind) last.text += text
    else whole.push({ kind, text })
  }
  return whole
}

function replaced(gone: string, text: string): WordingPiece[] {
  return [
    { kind: 'gone' as const, text: gone },
    { kind: 'new' as const, text },
  ].filter((piece) => piece.text !== '')
}

function reworked(before: string, now: string): WordingPiece[] {
  const whole = replaced(before, now)
  if (!before) return whole
  const changes = diffWordsWithSpace(before, now, { intlSegmenter: WORDS, timeout: MS })
  if (!changes) return whole
  const kept = changes.filter(({ added, removed }) => !added && !removed).reduce((sum, { value }) => sum + value.length, 0)
  if (kept < Math.max(before.length, now.length) * REWORKED) return whole
  return changes.map(({ value, added, removed }) => ({ kind: added ? 'new' : removed ? 'gone' : 'kept', text: value }))
}

/** Side by side. */
export function compareWordings(one: readonly string[], other: readonly string[]): Wordings {
  const pieces = wordingPieces(one, other)
  const side = (only: WordingPiece['kind']): Piece[] =>
    pieces.filter(({ kind }) => kind === 'kept' || kind === only).map(({ kind, text }) => ({ text, only: kind === only }))
  return { one: side('gone'), other: side('new') }
}

/** The parts of a report whose words changed, in the order of the form. */
export function changedWordings(
  before: ReportProse,
  { prose, format }: { prose: ReportProse; format: ReportFormat },
): WordingChange[] {
  return proseParts(format)
    .map(({ key, words }) => ({ words, pieces: wordingPieces(before[key], prose[key]) }))
    .filter(({ pieces }) => pieces.some(({ kind }) => kind !== 'kept'))
}
