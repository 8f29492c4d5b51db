/** 法规名称: titles of texts that are no more, versions that no longer hold, and titles copied wrongly. */
import { FORMER_TITLES, KNOWN_TITLES } from '../../../law/basis/known-titles.ts'
import { BUILT_IN_BASIS, bareTitle, type BasisText, isInForce } from '../../../law/basis/library.ts'
import type { LocalDate } from '../../../law/date.ts'
import { isToldAsFormer } from '../../reports/prose-wording.ts'
import { distanceAtMost } from './distance.ts'
import type { Check, Found } from './finding.ts'

const TITLE = /《([^《》\n\t]{3,60})》(?:（([^（）\n]{2,30})）)?/g

export const checkLaws: Check = ({ text }, { today }) =>
  [...text.matchAll(TITLE)].flatMap((one) => {
    const [whole, written = '', note = ''] = one
    if (isToldAsFormer(text, one.index, whole)) return []
    const from = one.index + 1
    const stretch = { from, to: from + written.length }
    const found = former(written, today) ?? oldVersion(written, note, today) ?? misspelt(written)
    return found ? [{ kind: 'laws' as const, ...stretch, ...found }] : []
  })

type Said = Pick<Found, 'say' | 'suggestion' | 'source'>

/** Keeps 中华人民共和国 where it was written. */
function asWritten(written: string, title: string): string {
  return written.startsWith('中华人民共和国') ? `中华人民共和国${title}` : title
}

function former(written: string, today: LocalDate): Said | null {
  const title = bareTitle(written)
  const listed = FORMER_TITLES.find((one) => one.title === title && one.since <= today)
  if (listed) return gone(written, listed.now, listed.source)
  const texts = BUILT_IN_BASIS.filter((one) => one.title === title)
  if (texts.length === 0 || texts.some((one) => isInForce(one, today))) return null
  const [text] = texts
  const next = BUILT_IN_BASIS.find(({ key }) => key === text?.replacedBy)
  return text && next ? gone(written, next.title, text.source) : null
}

function gone(written: string, now: string, source: string): Said {
  return { say: `《${bareTitle(written)}》已经不再施行，现行的是《${now}》。`, suggestion: asWritten(written, now), source }
}

/** 《行政复议法》（2017年修正）: a year that is not that of the text in force. */
function oldVersion(written: string, note: string, today: LocalDate): Said | null {
  const year = /^((?:19|20)\d\d)年?(?:修正|修订|公布|发布)/.exec(note)?.[1]
  const current = year ? BUILT_IN_BASIS.find((one) => one.title === bareTitle(written) && isInForce(one, today)) : undefined
  const now = current && yearOfVersion(current)
  if (!current || !now || now === year) return null
  return { say: `写的是${year}年的版本，现行的是${current.number}。`, suggestion: null, source: current.source }
}

function yearOfVersion({ number }: BasisText): string | null {
  return /((?:19|20)\d\d)年/.exec(number)?.[1] ?? null
}

const TITLES: readonly string[] = [
  ...new Set([...KNOWN_TITLES, ...BUILT_IN_BASIS.map(({ title }) => title), ...FORMER_TITLES.map(({ title }) => title)]),
]
const NAMES: ReadonlySet<string> = new Set([...TITLES, ...BUILT_IN_BASIS.flatMap(({ names }) => names)])
const ENDS = /(?:法|条例|规定|办法|规程|规则|细则)$/

/** One letter otherwise than a title that is known; two in a long one. */
function misspelt(written: string): Said | null {
  const title = bareTitle(written)
  if (NAMES.has(title) || NAMES.has(`${title}（试行）`) || !ENDS.test(title) || title.length < 3) return null
  const near = TITLES.find((known) => known.length >= 4 && distanceAtMost(title, known, known.length >= 9 ? 2 : 1))
  if (!near) return null
  return { say: `没有查到《${title}》，是否为《${near}》。`, suggestion: asWritten(written, near), source: '法规名称对照' }
}
