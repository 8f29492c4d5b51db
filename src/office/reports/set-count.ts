import { fromParts } from '../../law/date.ts'
import { ok, type Refusal, type Result, refused } from '../../law/refusal.ts'
import { formatFor } from '../../law/reports/formats/index.ts'
import { type Actor, permitted } from '../../record/people/roles.ts'
import type { FigureSource, FigureView, ReportView, SetByHand } from '../../record/reports/view.ts'
import { appendAudit } from '../../store/audit.sql.ts'
import { countSet, latestReport, replaceCount } from '../../store/reports.sql.ts'
import type { OfficeContext } from '../context.ts'
import { NOT_PERMITTED } from '../people/permit.ts'
import { compileReport } from './compile-report.ts'
import { figuresFound } from './figures.ts'
import { PUBLISHED } from './standing.ts'

/** Where the record counts a figure, in the words of a refusal. */
const COUNTED_WORDS: Record<FigureSource, { say: string; then: string }> = {
  ledger: { say: '科室登记的合计是', then: '请写明为什么不按登记的合计；登记有误的，到“处理决定”中更正。' },
  library: { say: '公开目录中的件数是', then: '请写明为什么不按公开目录；目录有漏的，先补录、公布文件。' },
  lastYear: { say: '按上一年度报告推算是', then: '请写明为什么与上一年度报告接不上。' },
}

/** What a number set by hand has to be, and to rest on. */
function countFault({ is, counted, source }: FigureView, value: number, basis: string): Refusal | null {
  if (is !== 'amount' && !Number.isInteger(value))
    return { code: 'field-invalid', say: '件数应为整数。', then: '请填写整数；没有的填 0。', field: 'value' }
  if (is !== 'change' && value < 0)
    return { code: 'field-invalid', say: '这一项不会是负数。', then: '请核对；没有的填 0。', field: 'value' }
  if (basis.trim().length >= 2) return null
  if (counted !== null && source) {
    const { say, then } = COUNTED_WORDS[source]
    return { code: 'field-missing', say: `${say} ${counted}，改动没有写明原因。`, then, field: 'basis' }
  }
  if (value === 0) return null
  return {
    code: 'field-missing',
    say: '没有登记，也没有写明这个数从哪里来。',
    then:
      source === 'ledger'
        ? '请写明依据，例如：行政审批系统2025年度汇总；或者在“处理决定”中登记。'
        : '请写明依据，例如：权责清单、政府采购合同台账。',
    field: 'basis',
  }
}

interface CountInput {
  year: number
  kind: string
  value: number | null
  basis: string
  /** What was set by hand before whoever sets it anew; null where nothing was. */
  was: SetByHand | null
}

/** 填报数量: a figure of section 二 set by hand, with its basis. It is the whole year's: the tables are derived anew for all of it. */
export async function setCount(ctx: OfficeContext, actor: Actor, input: CountInput): Promise<Result<ReportView>> {
  if (!permitted(actor, 'reports.edit', { agencyId: actor.agencyId })) return refused(NOT_PERMITTED)
  const form = formatFor(input.year)
  const lastDay = fromParts(input.year, 12, 31)
  const figures = form
    ? await figuresFound(ctx.db, { agencyId: actor.agencyId, year: input.year, format: form.format, asOf: lastDay })
    : []
  const figure = figures.find(({ kind }) => kind === input.kind)
  if (!figure)
    return refused({
      code: 'field-invalid',
      say: `${input.year} 年的报告没有这一项。`,
      then: '请从页面上选择要填写的项目。',
      field: 'kind',
    })
  const fault = input.value === null ? null : countFault(figure, input.value, input.basis)
  if (fault) return refused(fault)
  const latest = await latestReport(ctx.db, actor.agencyId, input.year)
  if (latest?.state === 'published') return PUBLISHED
  const done = await ctx.transact(async (tx): Promise<Result<void>> => {
    const key = { agency_id: actor.agencyId, year: input.year, kind: input.kind }
    const now = input.value === null ? null : { value: input.value, basis: input.basis }
    if (!(await replaceCount(tx, key, { was: input.was, now, by: actor.id })) && !isSame(await countSet(tx, key), now))
      return refused(CHANGED)
    await appendAudit(tx, {
      agencyId: actor.agencyId,
      actorId: actor.id,
      verb: 'reports.edit',
      target: String(input.year),
      detail: { what: input.kind, value: input.value },
    })
    return ok(undefined)
  })
  return done.ok ? compileReport(ctx, actor, input.year) : done
}

const CHANGED: Refusal = {
  code: 'changed-meanwhile',
  say: '您填写期间，他人已改了这一项。',
  then: '请对照现在的数，确定用哪一个；您填的还在。',
  field: 'value',
}

/** Sent twice, or two people who found the same. */
function isSame(stands: { value: string; basis: string } | undefined, now: SetByHand | null): boolean {
  if (!stands || !now) return !stands && !now
  return Number(stands.value) === now.value && stands.basis === now.basis
}
