/** 更正事项的归档和销毁：与申请一样，按本机关的保管期限表，一人提出、另一人批准，统计不变。 */
import { createHash } from 'node:crypto'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localDate } from '../../../src/law/date.ts'
import { readAmendmentLetter, listAmendments } from '../../../src/office/amendments/view-amendment.ts'
import { archiveCase } from '../../../src/office/archive/archive-case.ts'
import { decideErasure, proposeErasure } from '../../../src/office/archive/erase.ts'
import { listTasks } from '../../../src/office/desk/list-tasks.ts'
import { setRetention, viewArchive } from '../../../src/office/archive/view-archive.ts'
import { keepAmendmentFile, readAmendmentFile } from '../../../src/office/amendments/amendment-files.ts'
import { ERASED_MARK } from '../../../src/record/people/erased.ts'
import { verifyAudit } from '../../../src/store/audit.sql.ts'
import { factsOf } from '../../../src/store/requests.sql.ts'
import { AMENDMENT, newAmendment } from '../amendment-work.ts'
import { GRANTED, newCase } from '../case-work.ts'
import { ALL_YEARS, type County, county, MARKER, must } from '../county.ts'
import { signInAs } from '../staff.ts'

const PICTURE = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

let place: County
beforeAll(async () => {
  place = await county('2026-03-02')
})
afterAll(() => place.close())

const clerk = () => place.actor('clerk')
const codes = (result: { ok: boolean; refusals?: readonly { code: string }[] }) =>
  result.ok ? [] : (result.refusals ?? []).map(({ code }) => code)
const DAYS = { decided: '2026-03-05', served: '2026-03-06', archived: '2026-03-09' }

test('G24 更正事项没有送达不能归档；归档后与申请的案卷在同一个编号系列里，列入归档页', async () => {
  const matter = await newAmendment(place, '2026-03-02')
  expect(codes(await matter.archive('2026-03-02'))).toEqual(['archive-too-early'])
  place.setToday('2026-03-05')
  must(await matter.propose({ result: 'refused', reasons: '登记无误。' }))
  must(await matter.approve())
  expect(must(await viewArchive(place.office, clerk(), {})).waiting).toMatchObject([
    { of: 'amendment', id: matter.id, state: 'unserved', archiveBy: '2027-06-30', retention: 'years10' },
  ])
  must(await matter.serve('2026-03-05'))
  must(await matter.archive('2026-03-05'))
  expect(codes(await matter.archive('2026-03-05'))).toEqual(['already-done'])
  const work = await newCase(place, '2026-03-05')
  await work.reply(GRANTED, '2026-03-06')
  must(await work.record({ kind: 'served', on: localDate('2026-03-06'), by: 'in-person', proof: '送达回证签收' }))
  const { version: seen } = await work.view()
  const on = localDate('2026-03-06')
  must(await archiveCase(place.office, clerk(), { caseId: work.id, commandId: randomUUID(), seen, on, retention: null }))
  const { volumes, waiting } = must(await viewArchive(place.office, clerk(), { year: 2026 }))
  expect(waiting).toEqual([])
  expect(volumes).toMatchObject([
    { number: '云教公开档〔2026〕1号', of: 'amendment', outcomeWords: '不予更正', dueOn: '2037-01-01' },
    { number: '云教公开档〔2026〕2号', of: 'case', id: work.id },
  ])
})

test('申请人撤回的更正申请不再作出决定，等待审批的稿子作罢；可以归档、移交，归档目录写明', async () => {
  const matter = await newAmendment(place, '2026-04-01')
  must(await matter.propose({ result: 'refused', reasons: '登记无误。' }))
  expect(codes(await matter.withdraw('2026-03-31'))).toEqual(['date-before-cause'])
  place.setToday('2026-04-02')
  must(await matter.withdraw('2026-04-02'))
  for (const late of [
    matter.approve(),
    matter.propose({ result: 'refused', reasons: '登记无误。' }),
    matter.withdraw('2026-04-02'),
  ])
    expect(codes(await late)).toEqual(['already-done'])
  expect(await matter.view()).toMatchObject({
    state: 'withdrawn',
    decidedOn: null,
    withdrawnOn: '2026-04-02',
    mayArchive: { refusal: null },
  })
  const tasks = must(await listTasks(place.office, place.actor('head')))
  expect(JSON.stringify(tasks)).not.toContain(matter.id)
  expect(must(await viewArchive(place.office, clerk(), {})).waiting).toMatchObject([{ id: matter.id, state: 'ready' }])
  expect(codes(await matter.transfer('2026-04-02'))).toEqual(['not-archived'])
  must(await matter.archive('2026-04-02'))
  place.setToday('2026-04-03')
  must(await matter.transfer('2026-04-03'))
  expect(codes(await matter.transfer('2026-04-03'))).toEqual(['already-done'])
  const { volumes } = must(await viewArchive(place.office, clerk(), { year: 2026 }))
  expect(volumes.at(-1)).toMatchObject({
    id: matter.id,
    outcomeWords: '申请人撤回',
    closedOn: '2026-04-02',
    transferredOn: '2026-04-03',
    transferredTo: '云岭县档案馆',
  })
})

test('作出决定以后不能再撤回', async () => {
  const matter = await newAmendment(place, '2026-04-01')
  must(await matter.propose({ result: 'refused', reasons: '登记无误。' }))
  must(await matter.approve())
  expect(codes(await matter.withdraw('2026-04-01'))).toEqual(['already-done'])
  must(await matter.serve('2026-04-01'))
  must(await matter.archive('2026-04-01'))
})

test('G24 更正事项保管期满：两人办理之后，谁、哪里不准确、告知书都销毁；编号、日期、结果和年度报告的数不变', async () => {
  const head = place.actor('head')
  const rules = {
    disputed: 'permanent',
    withheld: 'years30',
    disclosed: 'years30',
    otherReplies: 'years10',
    closedWithoutReply: 'years10',
    amendments: 'years30',
  } as const
  place.setToday('2026-03-01')
  const table = { from: localDate('2026-03-01'), rules, source: '本局保管期限表' }
  must(await setRetention(place.office, place.actor('officeHead'), table))
  const [gone, kept] = [
    await newAmendment(place, '2026-03-02', { record: '2019年学籍登记表' }),
    await newAmendment(place, '2026-03-02', { record: '2020年学籍登记表' }),
  ]
  const paper = {
    kind: '证据材料',
    upload: { name: '户口簿.png', bytes: Buffer.from(PICTURE, 'base64') },
  }
  must(await keepAmendmentFile(place.office, clerk(), { id: gone.id, ...paper }))
  const [file] = (await gone.view()).files
  const { bytes } = must(await readAmendmentFile(place.office, clerk(), file?.id ?? ''))
  await gone.done(DAYS)
  await kept.done(DAYS)
  expect((await gone.view()).volume).toMatchObject({ retention: 'years30', dueOn: '2057-01-01' })

  const propose = (...ids: string[]) =>
    proposeErasure(place.office, clerk(), { caseIds: [], amendmentIds: ids, basis: '保管期满' })
  expect(codes(await propose(gone.id))).toEqual(['retention-running'])
  place.setToday('2057-01-04')
  expect(codes(await propose())).toEqual(['retention-running'])
  const { id } = must(await propose(gone.id))
  expect(codes(await propose(gone.id))).toEqual(['retention-running'])
  expect(codes(await decideErasure(place.office, clerk(), { id, approve: true, because: '' }))).toEqual(['not-permitted'])
  expect((await gone.view()).content).toEqual({ ...AMENDMENT, record: '2019年学籍登记表' })
  const [facts, register] = [
    await factsOf(place.office.db, place.ids.bureau, ALL_YEARS),
    must(await listAmendments(place.office, clerk())),
  ]
  expect(must(await decideErasure(place.office, head, { id, approve: true, because: '' }))).toEqual({ erased: 1 })
  expect(codes(await decideErasure(place.office, head, { id, approve: true, because: '' }))).toEqual(['already-done'])

  const view = await gone.view()
  expect(JSON.stringify(view)).not.toContain(MARKER)
  expect(view.files).toEqual([])
  await expect(place.office.files.get(createHash('sha256').update(bytes).digest('hex'))).rejects.toThrow()
  expect(view).toMatchObject({
    erasedOn: expect.any(String),
    requester: { kind: 'naturalPerson', name: ERASED_MARK },
    content: { record: ERASED_MARK, wrong: ERASED_MARK, evidence: ERASED_MARK },
    result: 'amended',
    volume: { number: expect.stringContaining('公开档〔2026〕') },
  })
  expect(view.acts.map(({ kind, detail }) => [kind, detail])).toEqual([
    ['received', ''],
    ['proposed', ''],
    ['decided', ''],
    ['served', ''],
    ['archived', ''],
  ])
  expect(codes(await readAmendmentLetter(place.office, clerk(), gone.id))).toEqual(['data-erased'])
  const app = await place.product.buildServer({ logs: { level: 'silent' } })
  const asked = await (await signInAs(app, place, 'clerk')).get(`/amendments/${gone.id}/letter.pdf`)
  expect([asked.status, asked.body]).toEqual([410, expect.stringContaining('已按销毁清册销毁')])
  await app.close()
  const after = must(await listAmendments(place.office, clerk()))
  const counted = (rows: typeof register) => rows.map((row) => ({ ...row, subject: '' }))
  expect(counted(after)).toEqual(counted(register))
  expect(after.find(({ id: one }) => one === gone.id)?.subject).toBe(`（${ERASED_MARK}）`)
  expect(await factsOf(place.office.db, place.ids.bureau, ALL_YEARS)).toEqual(facts)
  expect((await verifyAudit(place.office.db)).faults).toEqual([])
  // 清册以外的一件原样。
  expect((await kept.view()).content.record).toBe('2020年学籍登记表')
  expect(await kept.letter()).toContain('2020年学籍登记表')
})

test('G24 应用程序除封存的内容以外，什么也改不了更正的经过', async () => {
  const rewrite = () =>
    place.office.transact((tx) =>
      tx
        .updateTable('amendment_act')
        .set({ on_date: localDate('2026-01-01') })
        .execute(),
    )
  const drop = () => place.office.transact((tx) => tx.deleteFrom('amendment_act').execute())
  for (const attempt of [rewrite, drop]) await expect(attempt()).rejects.toThrow(/permission denied/)
})
