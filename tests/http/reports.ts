/** 年度报告 as people move it on: everyone gives back what he has before him. */
import type { OfficeContext } from '../../src/office/context.ts'
import { compileReport } from '../../src/office/reports/compile-report.ts'
import { lookAt, saveProse } from '../../src/office/reports/edit-report.ts'
import { handInReport } from '../../src/office/reports/hand-in-report.ts'
import { setCount as setCountOver } from '../../src/office/reports/set-count.ts'
import { viewReport } from '../../src/office/reports/view-report.ts'
import type { Actor } from '../../src/record/people/roles.ts'
import type { ReportProse } from '../../src/record/reports/prose.ts'
import { ZERO_KEYS } from '../../src/record/reports/zero-report.ts'
import { type County, must } from './county.ts'

/** The year's report as it stands now; of a report that is not there, a digest of nothing. */
export async function asSeen(office: OfficeContext, actor: Actor, year: number) {
  const view = await viewReport(office, actor, year)
  return { year, digest: view.ok ? view.value.digest : '' }
}

/** All sections written anew over what stands there now. */
export async function write(office: OfficeContext, actor: Actor, year: number, prose: ReportProse) {
  const view = await viewReport(office, actor, year)
  return saveProse(office, actor, { year, prose, was: view.ok ? view.value.prose : prose })
}

export async function handIn(office: OfficeContext, actor: Actor, noticeId: string, reply = '', year = 2025) {
  const { digest } = await asSeen(office, actor, year)
  return handInReport(office, actor, { noticeId, digest, reply })
}

/** A count set by hand over what stands there now. */
export async function setCount(
  office: OfficeContext,
  actor: Actor,
  count: Omit<Parameters<typeof setCountOver>[2], 'was'>,
): ReturnType<typeof setCountOver> {
  const view = await viewReport(office, actor, count.year)
  const was = view.ok ? view.value.counts.find(({ kind }) => kind === count.kind)?.byHand : null
  return setCountOver(office, actor, { ...count, was: was ?? null })
}

/** The report of 2025 as the clerk has compiled it, with a number in every row by hand and every zero looked at. */
export async function compiled2025({ office, actor }: County) {
  const clerk = actor('clerk')
  must(await compileReport(office, clerk, 2025))
  for (const kind of ['permits', 'penalties', 'compulsion', 'feesWanYuan'] as const)
    must(await setCount(office, clerk, { year: 2025, kind, value: 1, basis: '台账' }))
  for (const key of ZERO_KEYS) must(await lookAt(office, clerk, { year: 2025, key, looked: true }))
}
