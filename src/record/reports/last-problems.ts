/** 上年问题的改进情况: what last year's report named as problems, one by one, and the paragraph that answers them (L09). */
import { finding } from '../../law/reports/checks.ts'
import type { Finding } from '../../law/reports/model.ts'
import type { ReportProse } from './prose.ts'

const ORDINAL =
  /(?:^|[。；，：])\s*(?:第?[一二三四五六七八九十]+是|第[一二三四五六七八九十]+[，、]|（[一二三四五六七八九十]+）|\(?[一二三四五六七八九十\d]+[)）、.．])/g
/** From here on the section speaks of what will be done. */
const PLANS = /(?:20\d\d年|下一步|下一年|明年|今后|接下来)[^。]{0,12}(?:将|拟|要|计划|打算|改进|工作)|改进(?:措施|情况|方向)/
/** What such a paragraph begins with. */
export const ANSWERS_LEAD = '对上一年度报告所列问题的改进情况：'
const SHORTEST = 6

/** The problems of a section 五, without its plans. */
export function problemsOf(paragraphs: readonly string[]): string[] {
  const text = paragraphs.filter((one) => !one.startsWith(ANSWERS_LEAD)).join('\n')
  const plans = text.search(PLANS)
  const told = (plans > 0 ? text.slice(0, plans) : text).replace(ORDINAL, (mark) => `${/^[。；，：]/.exec(mark)?.[0] ?? ''}\n`)
  return told
    .split('\n')
    .map((line) => line.trim().replace(/[。；，]$/, ''))
    .filter(
      (line) =>
        line.length >= SHORTEST &&
        !/^(?:20\d\d年|虽然|我局|本机关)?[^。]{0,30}(?:存在|还有)[^。]{0,20}(?:问题|不足|差距)[^。]{0,12}$/.test(line),
    )
}

/** Last year's problem and what became of it. */
export interface ProblemAnswer {
  problem: string
  answer: string
}

/** The section with the answers as its last paragraph, in the place of earlier ones. */
export function withAnswers(problems: readonly string[], answers: readonly ProblemAnswer[]): string[] {
  const others = problems.filter((one) => !one.startsWith(ANSWERS_LEAD))
  const told = answers.filter(({ answer }) => answer.trim() !== '')
  if (told.length === 0) return others
  const words = told.map(({ problem, answer }, index) => `${index + 1}.“${problem}”：${answer.trim().replace(/[。；]$/, '')}`)
  return [...others, `${ANSWERS_LEAD}${words.join('；')}。`]
}

/** Something is said of last year's problems, or of what became better. */
const TOLD =
  /(?:上一?年度?|去年)[^。]{0,40}(?:问题|不足|整改|改进)|已(?:经)?(?:整改|改进|解决|完善)|改进情况|整改(?:情况|落实)|得到[^。]{0,8}(?:改善|解决|提升|加强|提高)|有(?:所|了)[^。]{0,8}(?:改善|提升|提高|改进)/

/** L09 from the words alone: last year's report named problems, and section 五 says nothing of what became of any. */
export function checkAnswersInWords(last: ReportProse, { problems }: Pick<ReportProse, 'problems'>, year: number): Finding[] {
  const named = problemsOf(last.problems)
  const words = problems.join('')
  if (named.length === 0 || words === '' || TOLD.test(words) || words.includes(`${year - 1}年`)) return []
  const message = `上年报告列出${named.length}个问题，第五部分没有写到改进情况：${named.map((one) => `“${one}”`).join('、')}`
  return [finding('L09', 'text', message, { section: 'problems', found: named.length })]
}

/** L09: each of last year's problems needs an answer. */
export function checkAnswers(last: ReportProse, answers: readonly ProblemAnswer[]): Finding[] {
  const open = problemsOf(last.problems).filter(
    (problem) => !answers.some((one) => one.problem === problem && one.answer.trim() !== ''),
  )
  if (open.length === 0) return []
  return [
    finding('L09', 'text', `上年报告所列的${open.length}个问题还没有说明改进情况：${open.map((one) => `“${one}”`).join('、')}`, {
      section: 'problems',
      found: open.length,
    }),
  ]
}
