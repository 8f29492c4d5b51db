/** 引用 — finds 《…》第…条 in what people write, and judges each by the day: is the text in force, and is there such an article? */
import type { Citation } from '../cite.ts'
import { chineseDate, type LocalDate } from '../date.ts'
import type { Refusal } from '../refusal.ts'
import { bareTitle, type BasisText, isInForce } from './library.ts'
import { articleHeading, numberOf, paragraphsOf } from './text.ts'

export interface CitedPlace {
  article: number
  paragraph: number | null
  item: number | null
}

export interface FoundCitation {
  /** As written, without 《》. */
  title: string
  places: CitedPlace[]
}

const NUMERAL = '[零〇一二三四五六七八九十百千0-9０-９]+'
const TITLE = /《([^《》]*(?:〈[^〉]*〉[^《》]*)?)》(?:（[^（）]{1,40}）)?/g
const PLACE = new RegExp(`^\\s*第(${NUMERAL})条(?:第(${NUMERAL})款)?(?:第[（(]?(${NUMERAL})[）)]?项)?`)
const AND = /^\s*(?:、|，|和|及|以及|与|或者)\s*(?=第)/

/** Every text named in 《》, with the articles that follow its name: 《条例》第十四条、第十五条. */
export function citationsIn(text: string): FoundCitation[] {
  const found: FoundCitation[] = []
  for (const match of text.matchAll(TITLE)) {
    const places: CitedPlace[] = []
    let rest = text.slice(match.index + match[0].length)
    for (let place = PLACE.exec(rest); place; place = PLACE.exec(rest)) {
      const article = numberOf(place[1] ?? '')
      if (article !== null)
        places.push({
          article,
          paragraph: place[2] === undefined ? null : numberOf(place[2]),
          item: place[3] === undefined ? null : numberOf(place[3]),
        })
      rest = rest.slice(place[0].length)
      const and = AND.exec(rest)
      if (!and) break
      rest = rest.slice(and[0].length)
    }
    found.push({ title: match[1] ?? '', places })
  }
  return found
}

function named(library: readonly BasisText[], title: string): BasisText[] {
  const bare = bareTitle(title)
  return library.filter((text) => text.title === bare || text.names.includes(bare) || text.number === bare)
}

/** Which version a name means on a day; undefined where the library does not know it or it is not in force then. */
export function basisOn(library: readonly BasisText[], title: string, on: LocalDate): BasisText | undefined {
  return named(library, title).find((text) => isInForce(text, on))
}

function notInForce(versions: readonly BasisText[], library: readonly BasisText[], on: LocalDate): Refusal {
  const past = versions.filter(({ to }) => to !== null && to < on).toSorted((a, b) => ((a.to ?? '') < (b.to ?? '') ? 1 : -1))[0]
  if (past) {
    const next = library.find(({ key }) => key === past.replacedBy)
    return {
      code: 'basis-not-in-force',
      say: `《${past.title}》（${past.number}）自${chineseDate(past.to ?? on)}后不再施行，不能作为${chineseDate(on)}的依据。`,
      then: next ? `请改引《${next.title}》（${next.number}）的相应条文，并核对内容是否相同。` : '请改引现行有效的规定。',
    }
  }
  const first = versions.toSorted((a, b) => (a.from < b.from ? -1 : 1))[0]
  return {
    code: 'basis-not-in-force',
    say: `《${first?.title ?? ''}》自${chineseDate(first?.from ?? on)}起施行，${chineseDate(on)}还不能引用。`,
    then: '请改引当日有效的规定。',
  }
}

function noSuchPlace(text: BasisText, { article, paragraph, item }: CitedPlace): Refusal | null {
  const missing = (what: string, then: string): Refusal => ({
    code: 'basis-no-such-article',
    say: `《${text.title}》（${text.number}）没有${what}。`,
    then,
  })
  if (article < 1 || (text.articles !== null && article > text.articles))
    return missing(articleHeading(article), `全文共${text.articles ?? ''}条；请打开“依据库”核对条文号。`)
  const words = text.text.find(({ number }) => number === article)
  if (!words) return null
  const paragraphs = paragraphsOf(words)
  const where = articleHeading(article)
  if (paragraph !== null && paragraph > paragraphs.length)
    return missing(`${where}第${paragraph}款`, `${where}共${paragraphs.length}款；请打开“依据库”核对。`)
  const items = paragraph === null ? Math.max(...paragraphs) : (paragraphs[paragraph - 1] ?? 0)
  if (item !== null && item > items) return missing(`${where}第（${item}）项`, `${where}共${items}项；请打开“依据库”核对。`)
  return null
}

/** Faults of what a text cites, on the day of the decision. Texts that the library does not know are not judged. */
export function citationFaults(text: string, on: LocalDate, library: readonly BasisText[]): Refusal[] {
  return citationsIn(text).flatMap(({ title, places }) => {
    const versions = named(library, title)
    if (versions.length === 0) return []
    const current = versions.find((version) => isInForce(version, on))
    if (!current) return [notInForce(versions, library, on)]
    return places.flatMap((place) => noSuchPlace(current, place) ?? [])
  })
}

/** Texts cited that the library does not hold: they can't be checked, and the writer is told so. */
export function unknownTitles(text: string, library: readonly BasisText[]): string[] {
  return [...new Set(citationsIn(text).flatMap(({ title, places }) => (places.length > 0 ? [title] : [])))].filter(
    (title) => named(library, title).length === 0,
  )
}

/** The same for a citation that stands in the product's own rules. */
export function ruleFault(citation: Citation, on: LocalDate, library: readonly BasisText[]): Refusal | null {
  const text = library.find(({ key }) => key === citation.of)
  if (!text) return null
  if (!isInForce(text, on)) return { ...notInForce([text], library, on), cite: citation }
  const place = /^(\d+)(?:\.(\d+))?(?:\((\d+)\))?$/.exec(citation.at ?? '')
  if (!place) return null
  return noSuchPlace(text, {
    article: Number(place[1]),
    paragraph: place[2] === undefined ? null : Number(place[2]),
    item: place[3] === undefined ? null : Number(place[3]),
  })
}
