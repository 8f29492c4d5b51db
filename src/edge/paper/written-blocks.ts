/** The text of a published document (cleaned HTML) as blocks that can be set: paragraphs, headings, lists, quotations, tables, pictures. */
import { load } from 'cheerio'
import { printable } from './prose.ts'

export interface Run {
  text: string
  bold: boolean
  italic: boolean
  /** Raised, lowered, or on the line. */
  script: 'sup' | 'sub' | ''
}
export interface WrittenCell {
  blocks: Block[]
  head: boolean
  colspan: number
  rowspan: number
}
/** A picture of the text, as it is set. */
export interface PrintedPicture {
  /** JPEG as a `data:` address. */
  source: string
  alt: string
  /** In pixels. */
  width: number
  height: number
}
export type Block =
  | { kind: 'paragraph'; runs: Run[] }
  | { kind: 'heading'; level: number; runs: Run[] }
  | { kind: 'list'; ordered: boolean; items: Block[][] }
  | { kind: 'quote'; blocks: Block[] }
  | { kind: 'rule' }
  | ({ kind: 'picture' } & PrintedPicture)
  /** `heads`: how many rows at the top are headings, printed again on every page. */
  | { kind: 'table'; caption: Run[]; columns: number; heads: number; rows: WrittenCell[][] }

type Dom = ReturnType<typeof load>
/** A node of the parser's tree, as far as it is read here. */
interface Node {
  type: string
  name?: string
  data?: string
  children?: Node[]
  attribs?: Record<string, string>
}

const PLAIN: Omit<Run, 'text'> = { bold: false, italic: false, script: '' }
const BLOCKS = new Set(['p', 'h2', 'h3', 'h4', 'ul', 'ol', 'blockquote', 'table', 'hr'])
/** More columns than any sheet could hold. */
const MOST_COLUMNS = 30

type Pictures = ReadonlyMap<string, PrintedPicture>

/** `pictures`: by the id of the file; what is not among them is left out. */
export function writtenBlocks(body: string, pictures: Pictures = new Map()): Block[] {
  const dom: Dom = load(body, null, false)
  return blocksOf((dom.root()[0] as unknown as Node).children ?? [], pictures)
}

function blocksOf(nodes: readonly Node[], pictures: Pictures): Block[] {
  const blocks: Block[] = []
  let loose: Node[] = []
  const close = () => {
    blocks.push(...paragraphOf(loose, pictures))
    loose = []
  }
  for (const node of nodes) {
    if (!BLOCKS.has(node.name ?? '')) {
      loose.push(node)
      continue
    }
    close()
    blocks.push(...blockOf(node, pictures))
  }
  close()
  return blocks
}

/** Its words, then the pictures that stand among them. */
function paragraphOf(nodes: readonly Node[], pictures: Pictures): Block[] {
  const runs = runsOf(nodes)
  const shown = picturesOf(nodes, pictures)
  return runs.some(({ text }) => text.trim() !== '') ? [{ kind: 'paragraph', runs }, ...shown] : shown
}

function picturesOf(nodes: readonly Node[], pictures: Pictures): Block[] {
  return nodes.flatMap(({ name, attribs, children = [] }): Block[] => {
    const picture = name === 'img' && pictures.get(attribs?.['data-file'] ?? '')
    return picture ? [{ kind: 'picture', ...picture }] : picturesOf(children, pictures)
  })
}

function blockOf(node: Node, pictures: Pictures): Block[] {
  const children = node.children ?? []
  switch (node.name) {
    case 'h2':
    case 'h3':
    case 'h4':
      return [{ kind: 'heading', level: Number(node.name.slice(1)), runs: runsOf(children) }, ...picturesOf(children, pictures)]
    case 'ul':
    case 'ol':
      return [
        {
          kind: 'list',
          ordered: node.name === 'ol',
          items: children.filter(({ name }) => name === 'li').map((item) => blocksOf(item.children ?? [], pictures)),
        },
      ]
    case 'blockquote':
      return [{ kind: 'quote', blocks: blocksOf(children, pictures) }]
    case 'hr':
      return [{ kind: 'rule' }]
    case 'table':
      return tableOf(node, pictures)
    default:
      return paragraphOf(children, pictures)
  }
}

function runsOf(nodes: readonly Node[], how = PLAIN): Run[] {
  return nodes.flatMap((node): Run[] => {
    if (node.type === 'text') {
      const text = printable((node.data ?? '').replace(/\s+/g, ' '))
      return text === '' ? [] : [{ ...how, text }]
    }
    if (node.name === 'br') return [{ ...how, text: '\n' }]
    const inside = {
      bold: how.bold || node.name === 'strong',
      italic: how.italic || node.name === 'em',
      script: node.name === 'sup' || node.name === 'sub' ? node.name : how.script,
    } satisfies Omit<Run, 'text'>
    return runsOf(node.children ?? [], inside)
  })
}

/**
 * Cells placed as browsers place them: each in the first free column, the table as wide as its widest row. A span is cut where
 * it would reach below the table or into another; what has no column left joins the cell before it, so that no word is lost.
 */
function tableOf(table: Node, pictures: Pictures): Block[] {
  const rows = descendants(table, 'tr')
  const taken: boolean[][] = rows.map(() => [])
  let last: WrittenCell | undefined
  const placed = rows.map((row, at) => {
    const cells: WrittenCell[] = []
    for (const cell of (row.children ?? []).filter(({ name }) => name === 'td' || name === 'th')) {
      const line = taken[at] ?? []
      let from = 0
      while (line[from]) from += 1
      const blocks = blocksOf(cell.children ?? [], pictures)
      if (from >= MOST_COLUMNS) {
        last?.blocks.push(...blocks)
        continue
      }
      let colspan = 1
      const widest = Math.min(span(cell, 'colspan'), MOST_COLUMNS - from)
      while (colspan < widest && !line[from + colspan]) colspan += 1
      const rowspan = Math.min(span(cell, 'rowspan'), rows.length - at)
      for (const below of taken.slice(at, at + rowspan))
        for (let across = 0; across < colspan; across += 1) below[from + across] = true
      last = { blocks, head: cell.name === 'th', colspan, rowspan }
      cells.push(last)
    }
    return cells
  })
  const columns = Math.max(0, ...taken.map((line) => line.length))
  if (columns === 0) return []
  const set = placed.map((cells, at) => {
    const free = Array.from({ length: columns }, (_, column) => !taken[at]?.[column]).filter(Boolean).length
    return [...cells, ...Array.from({ length: free }, () => ({ blocks: [], head: false, colspan: 1, rowspan: 1 }))]
  })
  const body = set.findIndex((row) => row.some(({ head }) => !head))
  const [caption] = descendants(table, 'caption')
  return [
    {
      kind: 'table',
      caption: runsOf(caption?.children ?? []),
      columns,
      heads: Math.min(body < 0 ? 0 : body, MOST_HEADS),
      rows: set,
    },
  ]
}

const MOST_HEADS = 4

/** Not those of a table inside it. */
function descendants(node: Node, name: string): Node[] {
  return (node.children ?? []).flatMap((child) =>
    child.name === name ? [child] : child.name === 'table' ? [] : descendants(child, name),
  )
}

function span(cell: Node, name: 'colspan' | 'rowspan'): number {
  const given = Number(cell.attribs?.[name] ?? 1)
  return Number.isInteger(given) && given >= 1 ? Math.min(given, 1000) : 1
}
