/**
 * What the words of a report are held to beside its tables: one set for compiling, files, bundles and the command line. What is not at
 * hand (last year's report, those of other units, the notice, a section that the source does not have) is not judged.
 */
import { finding } from '../../law/reports/checks.ts'
import type { Finding } from '../../law/reports/model.ts'
import { checkAnswers, checkAnswersInWords, type ProblemAnswer } from './last-problems.ts'
import { likeLastYear, likeOthers, type OtherReport } from './prose-likeness.ts'
import type { ReportProse } from './prose.ts'
import { checkContents, checkEmpty } from './prose-wording.ts'

export interface WordsBeside {
  year: number | null
  /** Whose report it is. */
  agency?: string | undefined
  /** Last year's report of the same agency. */
  last?: OtherReport | undefined
  /** What became of last year's problems, told one by one; in a file only the words tell. */
  answers?: readonly ProblemAnswer[]
  /** Reports of other units on the same year. */
  others?: readonly OtherReport[]
  /** The supervisor's notices that asked for it. */
  notices?: readonly { number: string; title: string }[]
}

type Section = keyof ReportProse

/** L04–L06, L08, L09 and L11 of a report as it is written here. */
export function checkWords(prose: ReportProse, beside: WordsBeside): Finding[] {
  return [...alone(prose, []), ...besideOthers(prose, beside)]
}

/**
 * L08 and L11 of a report that comes as a file, whose `unread` sections are not judged. Nobody can explain anything there, and a reader
 * may have missed a section: what fails is told to whoever looks at it and stops nothing.
 */
export function hintsAlone(prose: ReportProse, unread: readonly Section[] = []): Finding[] {
  return asHints(alone(prose, unread))
}

/** L04–L06 and L09 likewise. */
export function hintsBeside(prose: ReportProse, beside: WordsBeside): Finding[] {
  return asHints(besideOthers(prose, beside))
}

function asHints(findings: readonly Finding[]): Finding[] {
  return findings.map((one) => ({ ...one, level: 'warning' }))
}

function alone(prose: ReportProse, unread: readonly Section[]): Finding[] {
  return [
    ...checkEmpty(prose).filter(({ section }) => !unread.some((one) => one === section)),
    ...(unread.includes('overall') ? [] : checkContents(prose.overall.join('\n'))),
  ]
}

function besideOthers(prose: ReportProse, { year, agency, last, answers, others = [], notices = [] }: WordsBeside): Finding[] {
  return [
    ...(last ? likeLastYear(prose, last) : []),
    ...(last && answers ? checkAnswers(last.prose, answers) : []),
    ...(last && !answers && year !== null ? checkAnswersInWords(last.prose, prose, year) : []),
    ...likeOthers(prose, others, agency),
    ...notCited(notices, prose),
  ]
}

/** L04: the preface cites the supervisor's notice by its 文号. */
function notCited(notices: readonly { number: string; title: string }[], { preface }: ReportProse): Finding[] {
  const words = preface.join('\n')
  return notices
    .filter(({ number }) => !words.includes(number))
    .map(({ number, title }) =>
      finding('L04', 'text', `引言没有引用《${title}》（${number}）`, {
        section: 'preface',
        repair: `在引言中写明“根据《${title}》（${number}）”。`,
      }),
    )
}
