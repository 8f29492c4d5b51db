/** The words of a report as read from a file, by paragraph: without headings, tables, agency and day under the text. */
import { flatten, type SourceDocument } from './grid.ts'
import { withoutPageNumbers } from './normalise.ts'
import type { ReportProse } from './prose.ts'
import { splitSections } from './sections.ts'

/** A longer line without a full stop is half a paragraph, not a heading. */
const LONGEST_HEADING = 40
const SENTENCE = /[。；！？;!?]/
const DAY =
  /^[\d〇○零一二三四五六七八九十]{2,4}\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月\s*[\d一二三四五六七八九十]{1,3}\s*日$|^\d{4}-\d{2}-\d{2}$/
const NOTHING = /^无[。.]?$/

export function readProse(source: SourceDocument): ReportProse {
  const sections = splitSections(withoutPageNumbers(flatten(source).text.replace(/\r\n?/g, '\n')))
  return {
    preface: paragraphs(sections.opening).filter((line) => SENTENCE.test(line)),
    overall: belowHeading(sections.overall),
    problems: belowHeading(sections.problems),
    other: unsigned(belowHeading(sections.other)).filter((line) => !NOTHING.test(line)),
  }
}

function belowHeading(text: string): string[] {
  const [first, ...rest] = paragraphs(text)
  if (first === undefined) return []
  return SENTENCE.test(first) || first.length > LONGEST_HEADING ? [first, ...rest] : rest
}

/** Without agency and day, which stand under the last section. */
function unsigned(lines: readonly string[]): string[] {
  const day = lines.findLastIndex((line) => DAY.test(line))
  if (day < 0) return [...lines]
  const name = lines[day - 1]
  return lines.slice(0, name !== undefined && !SENTENCE.test(name) && !NOTHING.test(name) ? day - 1 : day)
}

/** Sources break paragraphs at the ends of their pages: what does not end a sentence goes on in the next line. Rows of tables have tabs. */
function paragraphs(text: string): string[] {
  const whole: string[] = []
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '' || line.includes('\t')) continue
    const before = whole.at(-1)
    const goesOn = before !== undefined && before.length > LONGEST_HEADING && /[，、\p{Script=Han}]$/u.test(before)
    if (goesOn) whole[whole.length - 1] = before + line
    else whole.push(line)
  }
  return whole
}
