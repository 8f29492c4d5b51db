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
