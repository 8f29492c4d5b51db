/** Last years' annual reports of one agency: compiled from its cases, written, approved by the head, published in January. */
import { fromParts, type LocalDate, yearOf } from '../../law/date.ts'
import { FORM_2021, formOf } from '../../law/reports/formats/index.ts'
import type { Result } from '../../law/refusal.ts'
import type { Actor } from '../../record/people/roles.ts'
import { ZERO_QUESTIONS, zeroOf } from '../../record/reports/zero-report.ts'
import type { ReportView } from '../../record/reports/view.ts'
import type { OfficeContext } from '../context.ts'
import { approveReport, submitReport } from '../reports/approve-report.ts'
import { compileReport } from '../reports/compile-report.ts'
import { answerLastProblems, lookAt, saveProse } from '../reports/edit-report.ts'
import { reportFacts } from '../reports/report-facts.ts'
import { publishReport } from '../reports/publish-report.ts'
import { viewReport } from '../reports/view-report.ts'
import type { DemoAgency } from './county.ts'
import { enterLedger } from './decision-ledger.ts'
import { actorFor } from './establish.ts'
import { answersTo, closingOf, openingOf, problemsOf } from './report-prose.ts'
import type { Story } from './story.ts'
import { yearFacts } from './year-facts.ts'

/** The day in January on which the demo's agencies publish: before the 31st (Art 49). */
export function publicationDay(year: number): LocalDate {
  return fromParts(year + 1, 1, 22)
}

/** Whether the demo's agencies compiled the report on that year: they began with the form of today. */
export function isCompiled(year: number): boolean {
  return year >= FORM_2021.fromYear
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
  const facts = await yearFacts(ctx, agency, year)
  done(
    await saveProse(ctx, clerk, {
      year,
      prose: {
        overall: [...openingOf(agency, year, facts), ...compiled.prose.overall, ...closingOf(facts)],
        problems: problemsOf(agency, year, facts),
        other: otherOf(stories, year),
      },
      was: compiled.prose,
    }),
  )
  const told = await reportFacts(ctx, clerk, year)
  if (told.ok) {
    const before = await yearFacts(ctx, agency, year - 1)
    const answers = answersTo(
      told.value.lastProblems.map(({ problem }) => problem),
      year,
      { before, now: facts },
    )
    done(await answerLastProblems(ctx, clerk, { year, answers: answers.map((one) => ({ ...one, was: '' })) }))
  }
  const { digest } = await lookedAt(ctx, clerk, year)
  done(await submitReport(ctx, clerk, { year, digest }))
  done(await approveReport(ctx, head, { year, digest }))
  done(await publishReport(ctx, head, { year, digest }))
}

/** 零报告: what is asked of a zero is looked at before the report is submitted; the report as it then stands. */
export async function lookedAt(ctx: OfficeContext, clerk: Actor, year: number): Promise<ReportView> {
  const { findings, format } = done(await viewReport(ctx, clerk, year))
  const asked = findings.filter(({ code }) => code === 'L10').map((one) => zeroOf(one, formOf(format)))
  for (const { key } of ZERO_QUESTIONS.filter(({ of }) => asked.includes(of)))
    done(await lookAt(ctx, clerk, { year, key, looked: true }))
  return done(await viewReport(ctx, clerk, year))
}

function done(result: Result<ReportView>): ReportView {
  if (result.ok) return result.value
  throw new Error(`report refused: ${result.refusals.map((refusal) => refusal.say).join('; ')}`)
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
