import { isDeepStrictEqual } from 'node:util'
import { type Refusal, type Result, ok, refused } from '../../law/refusal.ts'
import { fromParts } from '../../law/date.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import { type ProblemAnswer, withAnswers } from '../../record/reports/last-problems.ts'
import { EXPLAINABLE } from '../../law/reports/finding-codes.ts'
import { isReason, reasonKey } from '../../record/reports/explanation.ts'
import { lookedAfter, ZERO_QUESTIONS, type ZeroKey, type ZeroLooked } from '../../record/reports/zero-report.ts'
import type { ReportProse } from '../../record/reports/prose.ts'
import type { ReportView } from '../../record/reports/view.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { type latestReport, lockLatestReport } from '../../store/reports.sql.ts'
import type { OfficeContext, Tx } from '../context.ts'
import { NOT_PERMITTED } from '../people/permit.ts'
import { NO_REPORT, PUBLISHED } from './standing.ts'
import { judgedNow } from './judged-now.ts'
import { viewReport } from './view-report.ts'

type Draft = NonNullable<Awaited<ReturnType<typeof latestReport>>>

interface Change {
  prose?: ReportProse
  explained?: Record<string, string>
  answers?: ProblemAnswer[]
  zero?: ZeroLooked[]
}

/** Changes a draft and checks it anew. What was approved is no longer what stands there: the state goes back to draft. */
async function edit(
  ctx: OfficeContext,
  actor: Actor,
  year: number,
  what: string,
  change: (draft: Draft) => Change | Refusal[],
): Promise<Result<ReportView>> {
  if (!permitted(actor, 'reports.edit', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const done = await ctx.transact(async (tx: Tx): Promise<Result<void>> => {
    const draft = await lockLatestReport(tx, actor.agencyId, year)
    if (!draft) return NO_REPORT
    if (draft.state === 'published') return PUBLISHED
    const changed = change(draft)
    if (Array.isArray(changed)) return { ok: false, refusals: changed }
    const prose = changed.prose ?? draft.prose
    const answers = changed.answers ?? draft.answers
    const zero = changed.zero ?? draft.zero
    const findings = await judgedNow(tx, { ...draft, prose, answers, zero }, ctx.today())
    await tx
      .updateTable('report')
      .set({
        state: 'draft',
        approved_by: null,
        approved_on: null,
        prose: JSON.stringify(prose),
        answers: JSON.stringify(answers),
        zero: JSON.stringify(zero),
        explained: JSON.stringify(changed.explained ?? draft.explained),
        findings: JSON.stringify(findings),
        updated_at: new Date().toISOString(),
      })
      .where('agency_id', '=', actor.agencyId)
      .where('year', '=', year)
      .where('version', '=', draft.version)
      .execute()
    await appendAudit(tx, {
      agencyId: actor.agencyId,
      actorId: actor.id,
      verb: 'reports.edit',
      target: String(year),
      detail: { what },
    })
    return ok(undefined)
  })
  return done.ok ? viewReport(ctx, actor, year) : done
}

/**
 * 文字: the sections that were written anew, each with how it stood before (`was`). Two people write in two sections; a section that
 * somebody else changed meanwhile is not written over.
 */
export function saveProse(
  ctx: OfficeContext,
  actor: Actor,
  { year, prose, was }: { year: number; prose: WrittenSections; was: WrittenSections },
): Promise<Result<ReportView>> {
  return edit(ctx, actor, year, '文字', ({ answers, prose: stands }) => {
    const changed = SECTIONS.filter((key) => prose[key] && !isDeepStrictEqual(own(stands[key]), own(was[key] ?? [])))
    if (changed.length > 0) return changed.map((field) => ({ ...CHANGED, field }))
    const written = Object.fromEntries(SECTIONS.map((key) => [key, prose[key] ?? stands[key]])) as unknown as ReportProse
    // What became of last year's problems is told from its own fields, also in words that were typed before they were saved.
    return { prose: { ...written, problems: withAnswers(written.problems, answers) } }
  })
}

type WrittenSections = { [key in keyof ReportProse]?: string[] | undefined }
const SECTIONS = ['preface', 'overall', 'problems', 'other'] as const
/** What was typed into a section: the answers to last year's problems have fields of their own. */
const own = (paragraphs: readonly string[]) => withAnswers(paragraphs, [])
const CHANGED: Refusal = {
  code: 'changed-meanwhile',
  say: '您修改期间，他人已改了这一部分。',
  then: '请对照现有文字合并后再保存；您写的还在。',
}

/** An answer with how it stood before whoever wrote it: one left as it was is not written over what others wrote meanwhile. */
export type WrittenAnswer = ProblemAnswer & { was: string }

/** 上年问题的改进情况: kept one by one, and told as the last paragraph of section five. */
export function answerLastProblems(
  ctx: OfficeContext,
  actor: Actor,
  { year, answers: written }: { year: number; answers: WrittenAnswer[] },
): Promise<Result<ReportView>> {
  return edit(ctx, actor, year, '上年问题的改进情况', ({ prose, answers: stand }) => {
    const standing = ({ problem }: ProblemAnswer) => stand.find((one) => one.problem === problem)?.answer ?? ''
    const changed = written.flatMap((one, index) =>
      one.answer !== one.was && standing(one) !== one.was && standing(one) !== one.answer
        ? [{ ...CHANGED, say: '您填写期间，他人已改了这一项的改进情况。', field: `answers.${index}.answer` }]
        : [],
    )
    if (changed.length > 0) return changed
    const answers = written.map((one) => ({
      problem: one.problem,
      answer: one.answer === one.was ? standing(one) : one.answer,
    }))
    return { answers, prose: { ...prose, problems: withAnswers(prose.problems, answers) } }
  })
}

/**
 * 说明差异: a finding, named by {@link reasonKey}: a relation that fails for a stated reason (X4 after a merger of organs, say) is explained,
 * not hidden. `was`: the reason as it stood before whoever writes; what others wrote meanwhile is not written over.
 */
export function explainFinding(
  ctx: OfficeContext,
  actor: Actor,
  input: { year: number; finding: string; text: string; was: string },
): Promise<Result<ReportView>> {
  if (input.text && !isReason(input.text))
    return Promise.resolve(
      refused({
        code: 'field-invalid',
        say: '说明过于简单，看不出原因。',
        then: '请写明什么原因、因此哪里不同，例如：上年报告发布后更正，结转改为2件。',
        field: 'text',
      }),
    )
  return edit(ctx, actor, input.year, `说明 ${input.finding.split(' ')[0]}`, ({ explained, findings }) => {
    const { [input.finding]: before = '', ...rest } = explained
    if (before !== input.was && before !== input.text)
      return [{ ...CHANGED, say: '您填写期间，他人已改了这一处的说明。', field: 'text' }]
    if (!input.text) return { explained: rest }
    const asked = findings.some((one) => EXPLAINABLE.has(one.code) && reasonKey(one) === input.finding)
    return asked ? { explained: { ...rest, [input.finding]: input.text } } : [NOTHING_TO_EXPLAIN]
  })
}

const NOTHING_TO_EXPLAIN: Refusal = {
  code: 'field-invalid',
  say: '这一处已经没有了，或者不能用说明代替改正。',
  then: '请刷新页面，按现在列出的改正或者说明。',
  field: 'finding',
}

function tooSoon(year: number): Refusal {
  return {
    code: 'report-incomplete',
    say: `${year} 年还没有结束，现在核对的不算数。`,
    then: `请在 ${year + 1} 年 1 月 1 日以后逐项核对。`,
  }
}

/** 零报告核对: one way in, looked at or not. Who looked and when stays with the report. */
export function lookAt(
  ctx: OfficeContext,
  actor: Actor,
  { year, key, looked }: { year: number; key: ZeroKey; looked: boolean },
): Promise<Result<ReportView>> {
  const question = ZERO_QUESTIONS.find((one) => one.key === key)?.question
  return edit(ctx, actor, year, `零报告核对${looked ? '' : '（撤回）'}：${question}`, ({ zero }) => {
    if (looked && ctx.today() <= fromParts(year, 12, 31)) return [tooSoon(year)]
    const others = zero.filter((one) => one.key !== key)
    const before = lookedAfter(year, zero).find((one) => one.key === key)
    return { zero: looked ? [...others, before ?? { key, by: actor.name, on: ctx.today() }] : others }
  })
}
