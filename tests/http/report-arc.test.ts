/** 年度报告 from the register to publication, through the office: derived, checked, approved by the head, frozen, restated. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localDate } from '../../src/law/date.ts'
import { approveReport, submitReport } from '../../src/office/reports/approve-report.ts'
import { compileReport } from '../../src/office/reports/compile-report.ts'
import { explainFinding, lookAt } from '../../src/office/reports/edit-report.ts'
import { publishReport } from '../../src/office/reports/publish-report.ts'
import { readReport } from '../../src/office/publication/index.ts'
import { listReports, viewReport } from '../../src/office/reports/view-report.ts'
import { recordAct } from '../../src/office/requests/record-act.ts'
import { registerRequest } from '../../src/office/requests/register-request.ts'
import { reasonKey } from '../../src/record/reports/explanation.ts'
import { CONTENT, type County, county, must, REQUESTER } from './county.ts'
import { asSeen, setCount, write } from './reports.ts'

let place: County
beforeAll(async () => {
  place = await county('2025-03-03')
  const clerk = place.actor('clerk')
  const register = async (day: string) => {
    place.setToday(day)
    const on = localDate(day)
    return must(
      await registerRequest(place.office, clerk, {
        commandId: randomUUID(),
        requester: REQUESTER,
        content: CONTENT,
        via: 'in-person',
        submittedOn: on,
        receivedOn: null,
      }),
    )
  }
  const withdrawn = await register('2025-03-03')
  must(
    await recordAct(place.office, clerk, {
      caseId: withdrawn.id,
      commandId: randomUUID(),
      seen: 1,
      act: { kind: 'withdrawn', on: localDate('2025-03-03') },
    }),
  )
  await register('2025-12-22')
  place.setToday('2026-01-12')
})
afterAll(() => place.close())

function codesOf(result: { ok: boolean; refusals?: readonly { code: string }[] }): string[] {
  return result.refusals?.map((refusal) => refusal.code) ?? []
}

const PROSE = {
  preface: ['编制说明。'],
  overall: ['2025年新收政府信息公开申请2件。'],
  problems: ['政策解读形式单一。'],
  other: ['无'],
}

test('汇编的数字来自登记簿；空白不是零，逐项填报之后才能送审', async () => {
  const { office } = place
  const clerk = place.actor('clerk')
  const draft = must(await compileReport(office, clerk, 2025))
  expect(draft.tables.requests?.received?.at(-1)).toBe(2)
  expect(draft.tables.requests?.['other.other']?.at(-1)).toBe(1)
  expect(draft.tables.requests?.carriedForward?.at(-1)).toBe(1)
  expect(draft.findings.filter((finding) => finding.code === 'X13').map((finding) => finding.rows[0])).toContain('permits')
  expect(codesOf(await submitReport(office, clerk, await asSeen(office, clerk, 2025)))).toContain('report-not-consistent')

  // A number behind which nothing stands says where it comes from.
  expect(await setCount(office, clerk, { year: 2025, kind: 'compulsion', value: 500, basis: '' })).toMatchObject({
    refusals: [{ code: 'field-missing', field: 'basis' }],
  })
  for (const kind of ['permits', 'penalties', 'compulsion', 'feesWanYuan'] as const)
    must(await setCount(office, clerk, { year: 2025, kind, value: kind === 'permits' ? 123 : 0, basis: '行政审批台账' }))
  // Not one normative document in the library: that none was forgotten is asked, not assumed.
  const asked = must(await write(office, clerk, 2025, PROSE)).findings.filter(({ code }) => code === 'L10')
  expect(asked.map(({ rows }) => rows)).toEqual([['normativeDocuments']])
  const filled = must(await lookAt(office, clerk, { year: 2025, key: 'documents', looked: true }))
  expect(filled.findings.filter((finding) => finding.level === 'error')).toEqual([])
})

test('文字与表格不符会被指出（X8）', async () => {
  const view = must(
    await write(place.office, place.actor('clerk'), 2025, { ...PROSE, overall: ['2025年新收政府信息公开申请5件。'] }),
  )
  expect(view.findings.map((finding) => finding.code)).toContain('X8')
  must(await write(place.office, place.actor('clerk'), 2025, PROSE))
})

test('送审之后由主要负责人审批，批准之后才能发布；发布后不能改动', async () => {
  const { office } = place
  const [clerk, head, officeHead] = [place.actor('clerk'), place.actor('head'), place.actor('officeHead')]
  expect(codesOf(await approveReport(office, head, await asSeen(office, head, 2025)))).toContain('approval-needed')
  expect(codesOf(await publishReport(office, officeHead, await asSeen(office, officeHead, 2025)))).toContain('approval-needed')
  must(await submitReport(office, clerk, await asSeen(office, clerk, 2025)))
  expect(codesOf(await approveReport(office, clerk, await asSeen(office, clerk, 2025)))).toContain('not-permitted')
  must(await approveReport(office, head, await asSeen(office, head, 2025)))
  const published = must(await publishReport(office, officeHead, await asSeen(office, officeHead, 2025)))
  expect(published).toMatchObject({ state: 'published', publishedOn: '2026-01-12', dueOn: '2026-01-31', approvedBy: head.name })
  for (const change of [
    write(office, clerk, 2025, PROSE),
    setCount(office, clerk, { year: 2025, kind: 'permits', value: 1, basis: '台账' }),
  ])
    expect(codesOf(await change)).toContain('report-frozen')
})

test('发布之后登记簿有更正，重新汇编成为新版本，原版本保留', async () => {
  const { office } = place
  const clerk = place.actor('clerk')
  const again = must(await compileReport(office, clerk, 2025))
  expect(again).toMatchObject({ version: 2, state: 'draft' })
  expect(must(await viewReport(office, clerk, 2025, 1)).state).toBe('published')
  expect(must(await listReports(office, clerk)).map((row) => [row.version, row.state])).toEqual([
    [2, 'draft'],
    [1, 'published'],
  ])
})

test('登记簿有变化，已汇编的稿子须重新汇编；上年结转与上年报告不符（X4）须说明原因', async () => {
  const { office } = place
  const clerk = place.actor('clerk')
  await registerRequest(office, clerk, {
    commandId: randomUUID(),
    requester: REQUESTER,
    content: CONTENT,
    via: 'signed-mail',
    submittedOn: localDate('2025-12-30'),
    receivedOn: localDate('2025-12-31'),
  })
  expect(must(await viewReport(office, clerk, 2025)).stale).toBe(true)
  expect(codesOf(await submitReport(office, clerk, await asSeen(office, clerk, 2025)))).toContain('changed-meanwhile')
  place.setToday('2027-01-11')
  const next = must(await compileReport(office, clerk, 2026))
  // last year's published report carried one forward; the register now carries two over
  expect(next.findings.map((finding) => finding.code)).toContain('X4')
  const [key = ''] = next.findings.filter(({ code }) => code === 'X4').map(reasonKey)
  const explained = must(
    await explainFinding(office, clerk, { year: 2026, finding: key, text: '2025年报告发布后补登一件。', was: '' }),
  )
  expect(explained.explained).toEqual({ [key]: '2025年报告发布后补登一件。' })
})

test('更正已公布的报告须写明原因；答复按期、超期的件数在公布时由登记簿得出，此后不变', async () => {
  const { office } = place
  const [clerk, head] = [place.actor('clerk'), place.actor('head')]
  const restated = must(await compileReport(office, clerk, 2025))
  expect(restated).toMatchObject({ version: 2, restates: 1 })
  must(await write(office, clerk, 2025, { ...PROSE, overall: ['2025年新收政府信息公开申请3件。'] }))
  must(await submitReport(office, clerk, await asSeen(office, clerk, 2025)))
  must(await approveReport(office, head, await asSeen(office, head, 2025)))
  const refused = await publishReport(office, head, { ...(await asSeen(office, head, 2025)), because: '  ' })
  expect(refused.ok ? [] : refused.refusals.map(({ code, field }) => [code, field])).toEqual([['field-missing', 'because']])
  await replied('2025-03-20', '2025-03-21')
  await replied('2025-12-31', '2025-12-30')
  await replied('2026-01-05', '2026-01-06')
  must(await publishReport(office, head, { ...(await asSeen(office, head, 2025)), because: '补登一件信函申请。' }))
  const same = must(await compileReport(office, clerk, 2025))
  expect(same.version).toBe(3)
  must(await submitReport(office, clerk, await asSeen(office, clerk, 2025)))
  must(await approveReport(office, head, await asSeen(office, head, 2025)))
  expect(codesOf(await publishReport(office, head, { ...(await asSeen(office, head, 2025)), because: '没有改动。' }))).toEqual([
    'already-done',
  ])
  const page = await readReport(office, { id: place.ids.bureau }, { year: 2025 })
  expect(page?.restated).toMatchObject([{ from: 1, to: 2, because: '补登一件信函申请。', parts: ['一、总体情况'] }])
  expect(page?.restated[0]?.cells.map(({ row, column }) => `${row}.${column}`)).toContain('carriedForward.total')
  expect(page?.timeliness).toEqual({ inTime: 1, late: 1 })
  await place.asOwner(`delete from request_case where subject = '时限'`)
  expect((await readReport(office, { id: place.ids.bureau }, { year: 2025 }))?.timeliness).toEqual({ inTime: 1, late: 1 })
})

/** A case that was answered, as the register's rows have it. */
async function replied(on: string, dueOn: string): Promise<void> {
  await place.asOwner(
    `insert into request_case select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'number', gen_random_uuid(),
        'number_serial', c.number_serial + 1000 + (select count(*) from request_case), 'subject', '时限', 'replied_on', $1::date,
        'due_on', $2::date, 'received_on', null))).*
      from request_case c where c.subject <> '时限' order by c.number limit 1`,
    [on, dueOn],
  )
}
