/** 上年问题的改进情况: what last year's report named as problems and promised, one by one, and the paragraph that answers them (L09). */
import { finding } from '../../law/reports/checks.ts'
import type { Finding } from '../../law/reports/model.ts'
import type { ReportProse } from './prose.ts'

const ORDINAL =
  /(?:^|[。；，：])\s*(?:第?[一二三四五六七八九十]+是|第[一二三四五六七八九十]+[，、]|（[一二三四五六七八九十]+）|\(?[一二三四五六七八九十\d]+[)）、.．])/g
/** From here on the section speaks of what will be done. */
const PLANS = /(?:20\d\d年|下一步|下一年|明年|今后|接下来)[^。]{0,12}(?:将|拟|要|计划|打算|改进|工作)|改进(?:措施|情况|方向)/
/** What such a paragraph begins with. */
export const ANSWERS_LEAD = '对上一年度报告所列问题的改进情况：'
/** A phrase that nothing marks as an item is one from this length on; a numbered one says something with fewer: 一是更新不及时. */
const SHORTEST = 6
const SHORTEST_NUMBERED = 3
/** Leads into a list: 2025年，我局在信息公开工作中还存在一些问题； 下一步，我局将：; 针对以上问题 */
const LEADS =
  /^(?:(?:20\d\d年|虽然|我局|本机关)?[^。]{0,30}(?:存在|还有)[^。]{0,20}(?:问题|不足|差距)[^。]{0,12}|(?:针对|对于|对照)(?:以上|上述|这些|存在).{0,8}|.{0,30}(?:将|拟|要|计划|打算|做到|做好|改进(?:措施|情况|方向)?|措施|工作)[：:，]?(?:(?:重点|着力|主要|继续|进一步)?(?:做好|抓好|从).{0,10}(?:工作|方面|改进)[：:，]?)?)$/

/** What people numbered, or else the sentences, without what leads into them. */
function items(text: string, sentences: RegExp | null): string[] {
  const marked = text.replace(ORDINAL, (mark) => `${/^[。；，：]/.exec(mark)?.[0] ?? ''}\n\r`)
  return marked
    .split('\n')
    .flatMap((line) => (sentences && !line.startsWith('\r') ? line.split(sentences) : [line]))
    .map((line) => ({ numbered: line.startsWith('\r'), said: line.trim().replace(/[。；，]$/, '') }))
    .filter(({ numbered, said }) => said.length >= (numbered ? SHORTEST_NUMBERED : SHORTEST) && !LEADS.test(said))
    .map(({ said }) => said)
}

const TO_PLANS = /(?:针对|对于|对照)(?:以上|上述|这些|存在)[^。；]{0,8}[，,]?\s*$/
const PLANS_HEAD = /^改进(?:措施|情况|方向)[：:]/

/** A section 五 in two: what is wrong, and what is going to be done about it. */
function parted(paragraphs: readonly string[]): { told: string; planned: string } {
  const text = paragraphs.filter((one) => !one.startsWith(ANSWERS_LEAD)).join('\n')
  const plans = text.search(PLANS)
  return plans > 0
    ? { told: text.slice(0, plans).replace(TO_PLANS, ''), planned: text.slice(plans).replace(PLANS_HEAD, '') }
    : { told: text, planned: '' }
}

/** The problems of a section 五, without its plans. */
export function problemsOf(paragraphs: readonly string[]): string[] {
  return items(parted(paragraphs).told, null)
}

/** What a section 五 promised: 一是…, or sentence by sentence. */
function plansOf(paragraphs: readonly string[]): string[] {
  return items(parted(paragraphs).planned, /(?<=[。；])/)
}

/** What next year's report has to answer one by one: the problems, then the promises. */
export function toAnswerOf(paragraphs: readonly string[]): string[] {
  return [...new Set([...problemsOf(paragraphs), ...plansOf(paragraphs)])]
}

/** Last year's problem or promise, and what became of it. */
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

/** L09: each of last year's problems and promises needs an answer. */
export function checkAnswers(last: ReportProse, answers: readonly ProblemAnswer[]): Finding[] {
  const open = toAnswerOf(last.problems).filter(
    (problem) => !answers.some((one) => one.problem === problem && one.answer.trim() !== ''),
  )
  if (open.length === 0) return []
  return [
    finding(
      'L09',
      'text',
      `上年报告所列的${open.length}项问题和打算还没有说明改进情况：${open.map((one) => `“${one}”`).join('、')}`,
      {
        section: 'problems',
        found: open.length,
      },
    ),
  ]
}
