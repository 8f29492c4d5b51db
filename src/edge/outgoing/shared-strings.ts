/** xl/sharedStrings.xml: one list of texts for all sheets, hidden ones too. After cleaning it holds what visible cells show. */
import type { OfficePackage } from './package.ts'
import { type Cell, cellsOf, type Sheet } from './sheet.ts'
import { childrenOf, elements, remove, setText, textOf, type Xml, type XmlElement } from './xml.ts'

/** Of a text in several pieces, the pieces that are seen in this cell. */
export type SeenPiece = (piece: XmlElement, cell: Cell) => boolean

function partOf(office: OfficePackage): string {
  return office.related(office.main(), 'sharedStrings') ?? ''
}

export class SharedStrings {
  readonly #xml: Xml | null
  readonly #items: XmlElement[]

  constructor(office: OfficePackage) {
    this.#xml = office.xml(partOf(office))
    this.#items = this.#xml ? elements(this.#xml, 'si') : []
  }

  /** What the cell shows, as far as a text can say it. */
  textOf(cell: Cell, isSeen: SeenPiece = () => true): string {
    const item = this.itemOf(cell)
    if (item) return shownText(item, (piece) => isSeen(piece, cell))
    const value = childrenOf(cell.element, 'v')[0]
    return value && cell.element.attribs['t'] !== 's' ? textOf(value) : ''
  }

  /** The text in its pieces, from the cell itself or from the list; undefined for a number or a result. */
  itemOf({ element }: Cell): XmlElement | undefined {
    if (element.attribs['t'] === 'inlineStr') return childrenOf(element, 'is')[0]
    const value = childrenOf(element, 'v')[0]
    return element.attribs['t'] === 's' && value ? this.#items[Number(textOf(value))] : undefined
  }

  /** Gives the cell its text to itself, so that it can be changed without changing others. */
  makeInline(xml: Xml, cell: Cell): void {
    const { element } = cell
    if (element.attribs['t'] === 'inlineStr') return
    const shared = element.attribs['t'] === 's'
    const item = this.#items[Number(textOf(childrenOf(element, 'v')[0] ?? element))]
    const text = this.textOf(cell)
    const markup = shared && item && this.#xml ? childrenMarkup(this.#xml, item) : null
    element.attribs['t'] = 'inlineStr'
    xml(element).html(`<is>${markup ?? '<t></t>'}</is>`)
    const plain = childrenOf(childrenOf(element, 'is')[0] ?? element, 't')[0]
    if (markup === null && plain) setText(xml, plain, text)
  }

  /** Phonetic guides of the texts: shown only where somebody asks for them. */
  guides(): number {
    return this.#xml ? elements(this.#xml, 'rPh').filter((guide) => textOf(guide).trim() !== '').length : 0
  }

  /** Texts of the list that no cell shows. */
  unused(cells: readonly Cell[]): number {
    const used = new Set(
      cells
        .filter(({ element }) => element.attribs['t'] === 's')
        .map(({ element }) => Number(textOf(childrenOf(element, 'v')[0] ?? element))),
    )
    return this.#items.filter((_, index) => !used.has(index)).length
  }
}

/** Phonetic guides are not part of what is read. */
function shownText(item: XmlElement, isSeen: (piece: XmlElement) => boolean): string {
  const pieces = childrenOf(item, 'r').filter(isSeen)
  return [...childrenOf(item, 't'), ...pieces.flatMap((piece) => childrenOf(piece, 't'))].map(textOf).join('')
}

function childrenMarkup(xml: Xml, item: XmlElement): string {
  return [...childrenOf(item, 't'), ...childrenOf(item, 'r')].map((child) => xml.xml(child)).join('')
}

/** Leaves only the texts that these sheets use, and numbers them anew. */
export function pruneSharedStrings(office: OfficePackage, sheets: readonly Sheet[]): void {
  const xml = office.xml(partOf(office))
  if (!xml) return
  const items = elements(xml, 'si')
  const places = new Map<number, number>()
  let uses = 0
  for (const sheet of sheets)
    for (const { element } of cellsOf(sheet)) {
      const value = childrenOf(element, 'v')[0]
      if (element.attribs['t'] !== 's' || !value) continue
      const index = Number(textOf(value))
      const place = places.get(index) ?? places.size
      places.set(index, place)
      uses += 1
      setText(sheet.xml, value, String(place))
    }
  const list = elements(xml, 'sst')[0]
  if (!list) return
  for (const phonetic of elements(xml, 'rPh', 'phoneticPr')) remove(xml, phonetic)
  const kept = [...places.keys()].flatMap((index) => items[index] ?? [])
  xml(list).empty()
  xml(list).append(kept)
  list.attribs['count'] = String(uses)
  list.attribs['uniqueCount'] = String(kept.length)
}
