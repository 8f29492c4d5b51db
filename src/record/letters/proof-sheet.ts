/** 核对单 — for one letter: each element that it must contain, where it stands, and which article wants it there. */
import { arl, cite, feeMeasures, reg, whole, type Citation } from '../../law/cite.ts'
import { CONVERSION_BY } from '../../law/publication/conversion.ts'
import { outcomeRule } from '../../law/requests/outcomes.ts'
import { type Element, elementsOf, isReply } from './check.ts'
import type { LetterFacts } from './facts.ts'
import type { Letter, LetterCode } from './model.ts'

export interface SheetRow {
  what: string
  /** 标题、正文第二段、落款; null where it is missing. */
  place: string | null
  by: string
}

export interface ProofSheet {
  code: LetterCode
  title: string
  number: string
  rows: SheetRow[]
}

const PAPER_STANDARD = 'GB/T 9704—2012'

/** The article behind a letter of the course; a reply has those of its outcome. */
const BASIS: Partial<Record<LetterCode, Citation>> = {
  D01: reg('33.2'),
  D02: reg('30'),
  D03: reg('35'),
  D04: reg('33.2'),
  D05: reg('32'),
  D06: reg('32'),
  D07: reg('33.3'),
  D08: reg('34'),
  D09: reg('32'),
  D10: feeMeasures('6'),
  D24: reg('30'),
  D25: reg('35'),
  D26: reg('41'),
  D27: reg('45'),
  D28: whole('serviceReply'),
  D29: CONVERSION_BY,
  D30: arl('22.2'),
}

export function proofSheet<C extends LetterCode>(letter: Letter, facts: LetterFacts<C>): ProofSheet {
  const special: LetterFacts = facts as LetterFacts
  const basis = isReply(special) ? outcomeRule(special.act.content.outcome).articles[0] : BASIS[letter.code]
  const rows = elementsOf(letter, facts).map((element): SheetRow => {
    const by = element.by === 'paper' ? PAPER_STANDARD : element.by ? cite(element.by) : basis ? cite(basis) : ''
    return { what: element.what, place: placeOf(letter, element), by }
  })
  return { code: letter.code, title: letter.title, number: letter.number, rows }
}

/** Every place in which one of the element's texts stands; null where any of them stands nowhere. */
function placeOf(letter: Letter, { texts }: Element): string | null {
  if (texts.length === 0) return null
  const found = texts.map((text) => (text === '' ? undefined : places(letter).find(([, words]) => words.includes(text))?.[0]))
  return found.every((one) => one !== undefined) ? [...new Set(found)].join('、') : null
}

function places(letter: Letter): [string, string][] {
  const blocks = letter.blocks.flatMap((block, index): [string, string][] => {
    const part = `正文第${index + 1}段`
    if (block.kind === 'list') return block.items.map((item, place) => [`${part}第${place + 1}项`, item])
    if (block.kind === 'form') return block.rows.map(({ label, value }) => [`“${label}”栏`, `${label}\n${value}`])
    return [[part, block.text]]
  })
  return [
    ['发文机关标志', letter.agency],
    ['发文字号', letter.number],
    ['标题', letter.title],
    ['主送', letter.addressee ?? ''],
    ...blocks,
    ...letter.attachments.map((name, index): [string, string] => [`附件${index + 1}`, name]),
    ['署名', letter.signature.agency],
    ['成文日期', letter.signature.date],
  ]
}
