/** 校对的文本: the words of a field, each letter with its place in what is stored; of the body also its tables, cell by cell. */

export interface Cell {
  text: string
  /** Where its words stand in the text. */
  from: number
  to: number
  row: number
  column: number
  /** How many columns and rows it takes. */
  wide: number
  tall: number
}

export interface ProofTable {
  rows: Cell[][]
  /** Where it stands in the text. */
  from: number
  to: number
}

export interface ProofText {
  text: string
  /** For each letter of the text where it begins in the stored source; one more for the end. */
  at: number[]
  tables: ProofTable[]
}

/** A field without markup. */
export function plainProof(source: string): ProofText {
  return { text: source, at: Array.from({ length: source.length + 1 }, (_, at) => at), tables: [] }
}

const TOKEN = /<(\/?)([a-z0-9]+)([^>]*)>|&(amp|lt|gt|quot|nbsp|#39);|[^<&]+|[\s\S]/gi
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': "'" }
const BREAKS: readonly string[] = ['p', 'br', 'h2', 'h3', 'h4', 'li', 'tr', 'caption', 'blockquote', 'hr', 'table']

/** The words of a clean HTML body: a paragraph is a line, the cells of a row are apart by a tab. */
export function htmlProof(source: string): ProofText {
  const letters: string[] = []
  const at: number[] = []
  const reader = new TableReader()
  let length = 0
  for (const { 0: whole, 1: closing = '', 2: name, 3: attributes = '', 4: entity, index } of source.matchAll(TOKEN)) {
    let letter = entity === undefined ? whole : (ENTITIES[entity.toLowerCase()] ?? ' ')
    if (name !== undefined) {
      const tag = name.toLowerCase()
      // Within a cell paragraphs are apart by a blank: the row stays on one line.
      const within = reader.inCell
      reader.take(tag, closing === '/', attributes, length)
      if (closing === '' && tag !== 'br' && tag !== 'hr') continue
      if (tag === 'td' || tag === 'th') letter = '\t'
      else if (BREAKS.includes(tag)) letter = within ? ' ' : '\n'
      else continue
    }
    letters.push(letter)
    // A run of plain words comes as one.
    for (let offset = 0; offset < letter.length; offset += 1)
      at.push(entity === undefined && name === undefined ? index + offset : index)
    length += letter.length
  }
  at.push(source.length)
  const text = letters.join('')
  for (const cell of reader.tables.flatMap(({ rows }) => rows.flat())) settle(cell, text)
  return { text, at, tables: reader.tables }
}

/** Its words without blanks at the ends. */
function settle(cell: Cell, text: string): void {
  const words = text.slice(cell.from, cell.to)
  cell.from += words.length - words.trimStart().length
  cell.text = words.trim()
  cell.to = cell.from + cell.text.length
}

/** No table of an office is wider or deeper; whatever claims more is read as this much. */
const MOST_WIDE = 60
const MOST_TALL = 300

class TableReader {
  readonly tables: ProofTable[] = []
  #table: ProofTable | null = null
  #cell: Cell | null = null
  /** Places that a cell above reaches into, as `row,column`. */
  #taken = new Set<string>()

  get inCell(): boolean {
    return this.#cell !== null
  }

  take(tag: string, closing: boolean, attributes: string, length: number): void {
    if (tag === 'table') this.#ofTable(closing, length)
    else if (tag === 'tr' && !closing) this.#table?.rows.push([])
    else if (tag === 'td' || tag === 'th') this.#ofCell(closing, attributes, length)
  }

  #ofTable(closing: boolean, length: number): void {
    if (closing) {
      if (this.#table) this.#table.to = length
      this.#table = null
      return
    }
    this.#table = { rows: [], from: length, to: length }
    this.#taken = new Set()
    this.tables.push(this.#table)
  }

  #ofCell(closing: boolean, attributes: string, length: number): void {
    if (closing) {
      if (this.#cell) this.#cell.to = length
      this.#cell = null
      return
    }
    const rows = this.#table?.rows
    const current = rows?.at(-1)
    if (!rows || !current) return
    const row = rows.length - 1
    const last = current.at(-1)
    let column = last ? last.column + last.wide : 0
    while (this.#taken.has(`${row},${column}`)) column += 1
    const wide = Math.min(spanOf('colspan', attributes), MOST_WIDE)
    const tall = Math.min(spanOf('rowspan', attributes), MOST_TALL)
    for (let below = 1; below < tall; below += 1)
      for (let beside = 0; beside < wide; beside += 1) this.#taken.add(`${row + below},${column + beside}`)
    this.#cell = { text: '', from: length, to: length, row, column, wide, tall }
    current.push(this.#cell)
  }
}

function spanOf(name: string, attributes: string): number {
  return Math.max(1, Number(new RegExp(`${name}="?(\\d{1,3})`).exec(attributes)?.[1] ?? 1))
}

/** The stored source with a stretch of the text replaced; null where markup stands within the stretch. */
export function replaced(
  source: string,
  { at }: ProofText,
  { from, to }: { from: number; to: number },
  words: string,
  isHtml: boolean,
): string | null {
  const [start, last] = [at[from], at[to - 1]]
  if (start === undefined || last === undefined) return null
  if (isHtml && source.slice(start, last).includes('<')) return null
  return source.slice(0, start) + (isHtml ? escaped(words) : words) + source.slice(endOfLetter(source, last, isHtml))
}

/** Behind a letter that may be written as an entity. */
function endOfLetter(source: string, at: number, html: boolean): number {
  const entity = html ? /^&(?:amp|lt|gt|quot|nbsp|#39);/.exec(source.slice(at, at + 8)) : null
  return at + (entity ? entity[0].length : 1)
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
