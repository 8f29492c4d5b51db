/** Passages that findings point to, as the report has them: readers compare words made plain (a comma of half width), people look for their own. */
import type { Finding } from '../../law/reports/model.ts'
import { normalise } from './normalise.ts'
import type { ReportProse } from './prose.ts'

/** A passage of a section to be put in other words, as the section has it. */
export interface Rewording {
  section: keyof ReportProse
  words: string
  instead: string
}

/** Findings with their passages quoted as written, and where only the year in a passage is wrong (X12), how it would read. */
export function quoted(findings: readonly Finding[], prose: ReportProse): Finding[] {
  return findings.map((finding) => {
    const { section, words } = finding
    if (finding.table !== 'text' || !words || !section || section === 'requests') return finding
    const written = prose[section].map((paragraph) => passageIn(paragraph, words)).find((passage) => passage !== null)
    if (!written) return finding
    const instead = finding.code === 'X12' ? withYear(written, finding) : null
    return { ...finding, words: written, ...(instead && { instead, repair: `“${written}”改为“${instead}”。` }) }
  })
}

/** What a finding would put in place of its passage; null for one that has no single answer. */
export function rewordingOf({ section, words, instead }: Finding, prose: ReportProse): Rewording | null {
  if (!section || section === 'requests' || !words || !instead) return null
  return prose[section].some((paragraph) => paragraph.includes(words)) ? { section, words, instead } : null
}

/** The prose with one passage, the first that reads so, put in other words. */
export function reworded(prose: ReportProse, { section, words, instead }: Rewording): ReportProse {
  const at = prose[section].findIndex((paragraph) => paragraph.includes(words))
  const paragraphs = prose[section].map((paragraph, index) =>
    index === at ? paragraph.replace(words, () => instead) : paragraph,
  )
  return { ...prose, [section]: paragraphs }
}

/** The stretch of a paragraph that reads so when both are made plain and blanks are left out. */
function passageIn(paragraph: string, words: string): string | null {
  if (paragraph.includes(words)) return words
  const plain = (text: string) => normalise(text).replace(/\s+/g, '')
  const sought = plain(words)
  if (!plain(paragraph).includes(sought)) return null
  let read = ''
  const from: number[] = []
  const to: number[] = []
  let offset = 0
  for (const character of paragraph) {
    for (const unit of plain(character)) {
      read += unit
      from.push(offset)
      to.push(offset + character.length)
    }
    offset += character.length
  }
  const at = read.indexOf(sought)
  const [first, last] = [from[at], to[at + sought.length - 1]]
  return at < 0 || first === undefined || last === undefined ? null : paragraph.slice(first, last)
}

/** Null where another year would still stand in it. */
function withYear(passage: string, { expected, found }: Finding): string | null {
  if (expected === null || found === null) return null
  const instead = passage.replace(/[\d０-９]{4}/g, (year) => (Number(normalise(year)) === found ? String(expected) : year))
  const years = [...normalise(instead).matchAll(/\d{4}/g)].map(([year]) => Number(year))
  return instead !== passage && years.every((year) => year === expected) ? instead : null
}
