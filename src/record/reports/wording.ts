/** 文字的差异, as it is told to people: a running text in which what went and what came stand at their places. */

/** Kept, gone from the former wording, or new in the later one. */
export interface WordingPiece {
  kind: 'kept' | 'gone' | 'new'
  text: string
}

/** One part of a report whose words changed: 引言, 一、总体情况 … */
export interface WordingChange {
  words: string
  pieces: WordingPiece[]
}

/** A text beside another one, in pieces. */
export interface Piece {
  text: string
  /** Not in the other wording. */
  only: boolean
}

/** Around a change so many characters that did not change are shown on each side; what lies further is counted. */
const AROUND = 40

/** The pieces with what did not change shortened to what stands next to a change; `left` counts the characters in between. */
export function shortened(pieces: readonly WordingPiece[]): (WordingPiece & { left?: { before: string; count: number } })[] {
  return pieces.map((piece, index) => {
    const text = [...piece.text]
    const head = index === 0 ? 0 : AROUND
    const tail = index === pieces.length - 1 ? 0 : AROUND
    const count = text.length - head - tail
    if (piece.kind !== 'kept' || count <= AROUND) return piece
    return {
      kind: 'kept',
      text: text.slice(text.length - tail, text.length).join(''),
      left: { before: text.slice(0, head).join(''), count },
    }
  })
}
