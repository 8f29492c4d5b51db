/** What the name of a file that is to leave tells by itself: the name goes out with the file, and no cleaning of the pages reaches it. */
import type { Finding, FindingKind } from './findings.ts'
import { findPersonalData, PERSONAL_WORDS, type PersonalKind } from './personal-data.ts'
import { secrecyMarks } from './secrecy-marks.ts'

/** Numbers that name a person by themselves. Addresses and words of health are titles of matters as often as not. */
const NUMBERS: readonly PersonalKind[] = ['idNumber', 'bankCard', 'mobile', 'likeIdNumber']

interface Telling {
  findings: Finding[]
  /** The name without all that, to be taken in its place; the name itself where it tells nothing. */
  proposed: string
}

/** @param persons what tells of the case's people: their names, and the numbers and homes on file */
export function tellingOfName(name: string, persons: readonly string[]): Telling {
  const [, stem = name, ending = ''] = /^(.*?)(\.[A-Za-z]{3,4})?$/s.exec(name) ?? []
  const numbers = findPersonalData(stem).filter(({ kind }) => NUMBERS.includes(kind))
  const marks = secrecyMarks({ name: stem, titles: [], pages: [] })
  const withoutNumbers = numbers.toReversed().reduce((left, { at, length }) => left.slice(0, at) + left.slice(at + length), stem)
  let bare = withoutNumbers
  // The longest come first: a name inside a longer one goes with it.
  const known = persons.filter((one) => {
    const isIn = bare.includes(one)
    bare = bare.replaceAll(one, '')
    return isIn
  })
  const tells = numbers.length + marks.length + known.length > 0
  const proposed = tells ? `${tidied(marks.reduce((left, { mark }) => left.replace(mark, ''), bare))}${ending}` : name
  const found = (kind: FindingKind, words: readonly string[]): Finding[] =>
    words.length === 0 ? [] : [{ kind, count: words.length, where: [...new Set(words), `清理时改名为“${proposed}”`] }]
  return {
    findings: [
      ...found('tellingName', [...numbers.map(({ kind }) => PERSONAL_WORDS[kind]), ...marks.map(() => '密级或内部标志')]),
      ...found(
        'personInName',
        known.map(() => '案件中的姓名、证件号码、电话或住址'),
      ),
    ],
    proposed,
  }
}

/** Without brackets that hold nothing any more, and without what had set the gone parts off; never empty. */
function tidied(stem: string): string {
  const whole = stem
    .replace(/[(（【[〔「《]\s*[)）】\]〕」》]/gu, '')
    .replace(/([\s_\-—·、，,+])[\s_\-—·、，,+]+/gu, '$1')
    .replace(/^[\s_\-—·、，,.+★☆]+|[\s_\-—·、，,.+★☆]+$/gu, '')
  return whole === '' ? '附件' : whole
}
