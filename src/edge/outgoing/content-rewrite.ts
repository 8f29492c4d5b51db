/**
 * A page's instructions written anew: those that the standard knows (PDF 32000-1, annex A), with the operands that they take, and
 * nothing else. Marks (what a piece is called, which layer it lies on) paint nothing and are left out.
 */
import { type Operand, type Step, stepsOf, written } from './content-stream.ts'

/** What each instruction takes: n number, N name, s string, a array; `*` any numbers, and a name behind them. */
const TAKES: Record<string, string> = {
  w: 'n',
  J: 'n',
  j: 'n',
  M: 'n',
  d: 'an',
  ri: 'N',
  i: 'n',
  gs: 'N',
  q: '',
  Q: '',
  cm: 'nnnnnn',
  m: 'nn',
  l: 'nn',
  c: 'nnnnnn',
  v: 'nnnn',
  y: 'nnnn',
  h: '',
  re: 'nnnn',
  S: '',
  s: '',
  f: '',
  F: '',
  'f*': '',
  B: '',
  'B*': '',
  b: '',
  'b*': '',
  n: '',
  W: '',
  'W*': '',
  BT: '',
  ET: '',
  Tc: 'n',
  Tw: 'n',
  Tz: 'n',
  TL: 'n',
  Tf: 'Nn',
  Tr: 'n',
  Ts: 'n',
  Td: 'nn',
  TD: 'nn',
  Tm: 'nnnnnn',
  'T*': '',
  Tj: 's',
  TJ: 'a',
  "'": 's',
  '"': 'nns',
  d0: 'nn',
  d1: 'nnnnnn',
  CS: 'N',
  cs: 'N',
  SC: '*',
  SCN: '*',
  sc: '*',
  scn: '*',
  G: 'n',
  g: 'n',
  RG: 'nnn',
  rg: 'nnn',
  K: 'nnnn',
  k: 'nnnn',
  sh: 'N',
  Do: 'N',
}
const MARKS = new Set(['BMC', 'BDC', 'EMC', 'MP', 'DP', 'BX', 'EX'])
const INLINE_KEYS = new Set(
  'W Width H Height BPC BitsPerComponent CS ColorSpace F Filter DP DecodeParms D Decode I Interpolate IM ImageMask'.split(' '),
)

/** Where the instructions name something that stands in the resources. */
export type ResourceKind = 'Font' | 'XObject' | 'ExtGState' | 'ColorSpace' | 'Pattern' | 'Shading'
const NAMES: Record<string, ResourceKind> = {
  Tf: 'Font',
  Do: 'XObject',
  gs: 'ExtGState',
  CS: 'ColorSpace',
  cs: 'ColorSpace',
  sh: 'Shading',
  SCN: 'Pattern',
  scn: 'Pattern',
}

export interface Rewritten {
  content: string
  uses: Record<ResourceKind, Set<string>>
  /** What is written with each font: its name here, and the bytes of every string. */
  strings: { font: string; bytes: Uint8Array }[]
  /** Names of the layers that pieces lie on; an empty one where the mark says it itself. */
  layers: string[]
  /** Names of the other lists of properties that marks refer to. */
  properties: string[]
  /** Marks that say themselves what their piece reads as, or else. */
  telling: number
  /** Instructions that nobody knows, operands that none takes, comments. */
  strays: number
}

/**
 * @param readings of instructions whose marks have been looked at: what such a list of properties says a piece reads as. That stays,
 * and nothing else of a mark. Without it, none does.
 */
export function rewritten(bytes: Uint8Array, readings?: (properties: string) => Uint8Array | null): Rewritten {
  const made: Rewritten = {
    content: '',
    uses: {
      Font: new Set(),
      XObject: new Set(),
      ExtGState: new Set(),
      ColorSpace: new Set(),
      Pattern: new Set(),
      Shading: new Set(),
    },
    strings: [],
    layers: [],
    properties: [],
    telling: 0,
    strays: 0,
  }
  const lines: string[] = []
  const fonts = ['']
  /** Of every mark that is open: what it says, null where it goes; and the line behind it. */
  const open: { reading: Uint8Array | null; from: number }[] = []
  for (const step of stepsOf(bytes)) {
    if (step.operator === 'BI') lines.push(inlineImage(step))
    else if (step.operator === '%') made.strays += 1
    else if (MARKS.has(step.operator)) {
      const isOpen = open.some(({ reading }) => reading !== null)
      const reading = readings && !isOpen && step.operator === 'BDC' ? readingOf(step, readings) : null
      if (reading === null) noteMark(step, made)
      if (step.operator === 'BDC' || step.operator === 'BMC') open.push({ reading, from: lines.length })
      const closed = step.operator === 'EMC' ? open.pop() : undefined
      if (closed?.reading) markUp(lines, closed.from, closed.reading)
    } else {
      const operands = taken(step)
      made.strays += step.operands.length - (operands?.length ?? 0)
      if (operands === null) continue
      note(step.operator, operands, made, fonts)
      lines.push([...operands.map(written), step.operator].join(' '))
    }
  }
  made.content = lines.join('\n')
  return made
}

/** The operands that the instruction takes: the last ones. Null where it is none, or where they are not there. */
function taken({ operator, operands }: Step): Operand[] | null {
  const takes = Object.hasOwn(TAKES, operator) ? TAKES[operator] : undefined
  if (takes === undefined) return null
  if (takes === '*')
    return operands.filter(({ kind }, at) => kind === 'number' || (kind === 'name' && at === operands.length - 1))
  const last = takes === '' ? [] : operands.slice(-takes.length)
  if (last.length < takes.length) return null
  const kinds = { n: 'number', N: 'name', s: 'string', a: 'array' } as const
  const fits = last.every((operand, at) => operand.kind === kinds[takes[at] as keyof typeof kinds])
  return fits ? last.map(plainArray) : null
}

/** Of an array, the numbers and the strings: nothing else stands in one. */
function plainArray(operand: Operand): Operand {
  if (operand.kind !== 'array') return operand
  return { kind: 'array', items: operand.items.filter(({ kind }) => kind === 'number' || kind === 'string') }
}

function note(operator: string, operands: readonly Operand[], made: Rewritten, fonts: string[]): void {
  if (operator === 'q') fonts.push(fonts.at(-1) ?? '')
  if (operator === 'Q' && fonts.length > 1) fonts.pop()
  const named = operands.find((operand) => operand.kind === 'name')
  const kind = NAMES[operator]
  if (kind && named) made.uses[kind].add(named.name)
  if (operator === 'Tf' && named) fonts[fonts.length - 1] = named.name
  const font = fonts.at(-1) ?? ''
  for (const operand of operands)
    for (const piece of operand.kind === 'array' ? operand.items : [operand])
      if (piece.kind === 'string') made.strings.push({ font, bytes: piece.bytes })
}

const SHOWS = /(?:^| )(?:Tj|TJ|'|")$/

/** Around the letters themselves: where a mark stands outside of what moves them, readers look for them in the wrong place. */
function markUp(lines: string[], from: number, reading: Uint8Array): void {
  const own = lines.slice(from)
  const [first, last] = [own.findIndex((line) => SHOWS.test(line)), own.findLastIndex((line) => SHOWS.test(line))]
  // Letters of several texts are not one piece to be read.
  if (first === -1 || own.slice(first, last).includes('ET')) return
  const mark = `/Span << /ActualText ${written({ kind: 'string', bytes: reading })} >> BDC`
  lines.splice(from, own.length, ...own.slice(0, first), mark, ...own.slice(first, last + 1), 'EMC', ...own.slice(last + 1))
}

function readingOf({ operands }: Step, readings: (properties: string) => Uint8Array | null): Uint8Array | null {
  const properties = operands.at(-1)
  if (properties?.kind === 'name') return readings(properties.name)
  if (properties?.kind !== 'dict') return null
  const reading = properties.entries.get('ActualText')
  return reading?.kind === 'string' ? reading.bytes : null
}

function noteMark({ operator, operands }: Step, made: Rewritten): void {
  const [tag, properties] = operands.slice(-2)
  if (operator !== 'BDC' && operator !== 'DP') return
  const named = properties?.kind === 'name' ? properties.name : ''
  if (tag?.kind === 'name' && tag.name === 'OC') made.layers.push(named)
  else if (named !== '') made.properties.push(named)
  else if (properties?.kind === 'dict' && [...properties.entries.values()].some(({ kind }) => kind !== 'number'))
    made.telling += 1
}

function inlineImage({ operands, data }: Step): string {
  const entries = operands[0]?.kind === 'dict' ? [...operands[0].entries] : []
  const kept = entries.filter(([key]) => INLINE_KEYS.has(key))
  const head = kept.map(([key, value]) => `${written({ kind: 'name', name: key })} ${written(value)}`).join(' ')
  return `BI ${head} ID ${Buffer.from(data ?? []).toString('latin1')} EI`
}
