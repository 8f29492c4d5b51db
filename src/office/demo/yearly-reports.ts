/** Last years' annual reports of one agency: compiled from its cases, written, approved by the head, published in January. */
import { fromParts, type LocalDate, yearOf } from '../../law/date.ts'
import { formatFor } from '../../law/reports/formats/index.ts'
import type { Result } from '../../law/refusal.ts'
import type { ReportView } from '../../record/reports/view.ts'
import type { OfficeContext } from '../context.ts'
import { approveReport, submitReport } from '../reports/approve-report.ts'
import { compileReport } from '../reports/compile-report.ts'
import { answerLastProblems, saveProse } from '../reports/edit-report.ts'
import { reportFacts } from '../reports/report-facts.ts'
import { publishReport } from '../reports/publish-report.ts'
import { chanceOf } from './chance.ts'
import type { DemoAgency } from './county.ts'
import { enterLedger } from './decision-ledger.ts'
import { actorFor } from './establish.ts'
import type { Story } from './story.ts'

/** The day in January on which the demo's agencies publish: before the 31st (Art 49). */
export function publicationDay(year: number): LocalDate {
  return fromParts(year + 1, 1, 22)
}

/** Whether a report on that year is compiled in this product's form (2021 and later). */
export function isCompiled(year: number): boolean {
  return formatFor(year)?.compiled ?? false
}

export async function publishYear(
  ctx: OfficeContext,
  agency: DemoAgency,
  year: number,
  stories: readonly Story[],
): Promise<void> {
  const clerk = actorFor(agency, 'clerk')
  const head = actorFor(agency, 'head')
  await enterLedger(ctx, agency, year, fromParts(year, 12, 31))
  const compiled = done(await compileReport(ctx, clerk, year))
  const { preface, overall } = compiled.prose
  done(
    await saveProse(ctx, clerk, year, {
      preface,
      overall: [...openingOf(agency, year), ...overall, ...closingOf(agency, year)],
      problems: problemsOf(agency, year),
      other: otherOf(stories, year),
    }),
  )
  const told = await reportFacts(ctx, clerk, year)
  if (told.ok) {
    const answers = answersTo(
      agency,
      year,
      told.value.lastProblems.map(({ problem }) => problem),
    )
    done(await answerLastProblems(ctx, clerk, { year, answers }))
  }
  done(await submitReport(ctx, clerk, year))
  done(await approveReport(ctx, head, year))
  done(await publishReport(ctx, head, { year }))
}

function done(result: Result<ReportView>): ReportView {
  if (result.ok) return result.value
  throw new Error(`report refused: ${result.refusals.map((refusal) => refusal.say).join('; ')}`)
}

function count(agency: DemoAgency, year: number, what: string, from: number, to: number): number {
  return chanceOf(`${what} ${agency.slug} ${year}`).between(from, to)
}

function openingOf(agency: DemoAgency, year: number): string[] {
  const [published, readings] = [count(agency, year, 'published', 90, 260), count(agency, year, 'readings', 4, 16)]
  return [
    `（一）主动公开。${year}年，${agency.name}公开政策文件、预决算、收费、办事指南等信息${published}条，其中政策解读${readings}篇，与所解读的文件相互链接。`,
  ]
}

function closingOf(agency: DemoAgency, year: number): string[] {
  const [reviewed, returned] = [count(agency, year, 'reviewed', 100, 280), count(agency, year, 'returned', 3, 12)]
  const [columns, fixed] = [count(agency, year, 'columns', 12, 24), count(agency, year, 'fixed', 2, 9)]
  return [
    `（三）政府信息管理。公开前审查信息${reviewed}条，退回补充、修改${returned}条；清理到期文件${count(agency, year, 'cleared', 1, 6)}件。`,
    `（四）平台建设。公开专栏${columns}个栏目全部有内容，改正失效链接${fixed}个。`,
    `（五）监督保障。主要负责人听取政府信息公开工作汇报${count(agency, year, 'heard', 1, 3)}次，组织培训${count(agency, year, 'trained', 1, 3)}次，公开工作人员全部参加。`,
  ]
}

/** Real problems, other ones each year; what will be done, and what was told a year later. */
const PROBLEMS: readonly { problem: (n: number) => string; plan: (n: number) => string; became: (n: number) => string }[] = [
  {
    problem: (n) => `个别答复书说明理由不够充分，有${n}件在送审时退回`,
    plan: (n) => `答复稿写明事实和对应条款，办理${n}次答复书评查`,
    became: (n) => `全年评查答复书${n}次，送审退回的减少`,
  },
  {
    problem: (n) => `部分政策文件的解读晚于文件发布，有${n}件晚于五个工作日`,
    plan: (n) => `把解读材料列为文件送签的必备附件，每季度通报1次（全年${n}次以内）`,
    became: (n) => `解读与文件同步送签，晚于文件发布的降至${Math.max(0, n - 3)}件`,
  },
  {
    problem: (n) => `邮寄送达的凭证归档不及时，年末补归档${n}件`,
    plan: (n) => `送达后3个工作日内登记邮件号并归档，抽查${n}次`,
    became: (n) => `送达凭证当月归档，抽查${n}次没有发现缺漏`,
  },
  {
    problem: (n) => `所属单位公开栏目更新不均衡，有${n}个栏目半年没有更新`,
    plan: (n) => `按目录逐项提示应当更新的内容，现场指导${n}个单位`,
    became: (n) => `现场指导${n}个单位，半年没有更新的栏目已全部更新`,
  },
]

/** The two of a year: other ones than the year before. */
function chosen(agency: DemoAgency, year: number) {
  return [0, 1].map((step) => {
    const index = (2 * year + step) % PROBLEMS.length
    return { words: PROBLEMS[index], n: count(agency, year, `problem ${index}`, 3, 9) }
  })
}

function problemsOf(agency: DemoAgency, year: number): string[] {
  const [first, second] = chosen(agency, year)
  return [
    `一是${first?.words?.problem(first.n) ?? ''}；二是${second?.words?.problem(second.n) ?? ''}。`,
    `${year + 1}年，${agency.name}将：${first?.words?.plan(first.n) ?? ''}；${second?.words?.plan(second.n) ?? ''}。`,
  ]
}

/** What became of last year's problems, in their order. */
function answersTo(agency: DemoAgency, year: number, problems: readonly string[]) {
  const before = chosen(agency, year - 1)
  return problems.map((problem, index) => {
    const one = before[index]
    return { problem, answer: one?.words?.became(one.n) ?? '已改进' }
  })
}

/** 信息处理费 of the year (fee measures): the sum, or that none was collected. */
function otherOf(stories: readonly Story[], year: number): string[] {
  const acts = stories.flatMap(({ steps }) => {
    const noticed = steps.flatMap(({ deed }) => (deed.do === 'record' && deed.act.kind === 'fee-noticed' ? [deed.act.yuan] : []))
    return steps.flatMap(({ on, deed }) =>
      deed.do === 'record' && deed.act.kind === 'fee-paid' && yearOf(on) === year ? noticed : [],
    )
  })
  const yuan = acts.reduce((sum, paid) => sum + paid, 0)
  return [
    yuan > 0
      ? `依照《政府信息公开信息处理费管理办法》，${year}年收取信息处理费${yuan}元，已全部上缴国库。`
      : `${year}年没有收取信息处理费。`,
  ]
}
