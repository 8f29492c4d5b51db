/** 依申请公开 from the envelope to the report, through the office: given acts, when, then — with real PostgreSQL. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localDate } from '../../src/law/date.ts'
import { compileReport } from '../../src/office/reports/compile-report.ts'
import { cellCases } from '../../src/office/reports/cell-cases.ts'
import { approveReply } from '../../src/office/requests/approve-reply.ts'
import { saveDraft, submitDraft } from '../../src/office/requests/draft-reply.ts'
import { statusOf } from '../../src/office/requests/look-up-status.ts'
import { receiveRequest } from '../../src/office/requests/receive-request.ts'
import { recordAct } from '../../src/office/requests/record-act.ts'
import { replyToRequest } from '../../src/office/requests/reply-to-request.ts'
import { viewCase } from '../../src/office/requests/view-case.ts'
import { refold } from '../../src/office/oversight/refold.ts'
import type { Act } from '../../src/record/requests/acts.ts'
import type { Role } from '../../src/record/people/roles.ts'
import { replyContentSchema } from '../../src/record/requests/reply.ts'
import { verifyAudit } from '../../src/store/audit.sql.ts'
import { CONTENT, type County, county, must, passReviews, REQUESTER } from './county.ts'

let place: County
beforeAll(async () => {
  place = await county('2026-03-07')
})
afterAll(() => place.close())

test('网上申请：提交、确认、补正、征求第三方、延长、部分公开、送达，期限每一步都与条例一致', async () => {
  const { office, ids } = place
  const filed = must(
    await receiveRequest(office, {
      agencyId: ids.bureau,
      commandId: randomUUID(),
      requester: REQUESTER,
      content: CONTENT,
      files: [],
    }),
  )
  const query = { agencyId: ids.bureau, number: filed.number, queryCode: filed.queryCode }
  expect(must(await statusOf(office, query)).phase).toBe('awaitingConfirmation')

  let seen = 1
  const act = async (role: Role, given: Act, party?: { name: string; contact: string; address: string; isPerson: boolean }) => {
    place.setToday(given.on)
    must(await recordAct(office, place.actor(role), { caseId: filed.id, commandId: randomUUID(), seen, act: given, party }))
    seen += 1
    return must(await viewCase(office, place.actor('clerk'), filed.id))
  }
  const on = localDate

  // C02: the clock runs from confirmation on Monday
  expect((await act('clerk', { kind: 'received', on: on('2026-03-09'), via: 'web' })).clock.due).toBe('2026-04-07')

  const asked = await act('clerk', {
    kind: 'correction-asked',
    on: on('2026-03-11'),
    items: '请明确学段',
    replyBy: on('2026-03-31'),
  })
  expect(asked.phase).toBe('awaitingCorrection')
  expect(asked.clock.due).toBeNull()
  expect(asked.may.replied.allowed).toBe(false)

  const corrected = await act('clerk', { kind: 'correction-received', on: on('2026-03-16') })
  expect(corrected.clock.due).toBe('2026-04-14')

  const consulted = await act(
    'clerk',
    { kind: 'third-party-asked', on: on('2026-03-18'), party: '第三方甲', letterReceived: on('2026-03-20') },
    { name: '某测绘公司', contact: '', address: '', isPerson: false },
  )
  expect(consulted.letters.map((letter) => letter.code).sort()).toEqual(['D01', 'D02', 'D05', 'D06', 'D07'])

  const answered = await act('clerk', {
    kind: 'third-party-answered',
    on: on('2026-03-26'),
    party: '第三方甲',
    consents: false,
    reasons: '含商业秘密',
  })
  // six working days (19, 20, 23–26 March) are not counted
  expect(answered.clock.due).toBe('2026-04-22')

  place.setToday('2026-04-20')
  const notAllowed = await recordAct(office, place.actor('clerk'), {
    caseId: filed.id,
    commandId: randomUUID(),
    seen,
    act: { kind: 'extended', on: on('2026-04-20'), workingDays: 10, reason: '需要进一步查找', approvedBy: '工作机构负责人' },
  })
  expect(notAllowed).toMatchObject({ ok: false, refusals: [{ code: 'not-permitted' }] })
  const extended = await act('officeHead', {
    kind: 'extended',
    on: on('2026-04-20'),
    workingDays: 10,
    reason: '需要进一步查找',
    approvedBy: '工作机构负责人',
  })
  // Until the requester is told it extends nothing (Art 33.2).
  expect(extended.clock.due).toBe('2026-04-22')
  const told = extended.letters.find(({ code }) => code === 'D04')
  const of = { of: told?.actSeq ?? -1, code: 'D04', letter: told?.number ?? '' } as const
  const posting = { by: 'signed-mail', carrier: 'ems', mailNumber: '1234567890123' } as const
  const posted = await act('clerk', { kind: 'dispatched', on: on('2026-04-20'), ...of, ...posting })
  expect(posted.clock.due).toBe('2026-05-09')

  const content = replyContentSchema.parse({
    outcome: 'partial',
    grounds: ['thirdParty'],
    weighing: '测绘坐标只关系该公司经营，学区划分本身已经提供，不公开坐标不影响公众监督。',
    reasons: '其中测绘成果部分涉及第三方商业秘密，第三方书面表示不同意公开，公开可能损害其合法权益。',
    given: { what: '2025年义务教育阶段学区划分方案（正文）', way: 'attached', onPaper: ['学区划分方案'] },
    withheldPart: '测绘公司提供的坐标数据附图',
  })
  const clerk = place.actor('clerk')
  place.setToday('2026-05-06')
  const drafted = must(await saveDraft(office, clerk, { caseId: filed.id, draftVersion: 0, content }))
  const draft = must(await viewCase(office, clerk, drafted.caseId)).draft
  must(await submitDraft(office, clerk, { caseId: filed.id, digest: draft?.digest ?? '' }))
  seen = await passReviews(place, filed.id, seen, draft?.digest ?? '')
  must(
    await approveReply(office, place.actor('head'), {
      caseId: filed.id,
      commandId: randomUUID(),
      seen,
      digest: draft?.digest ?? '',
    }),
  )
  must(await replyToRequest(office, clerk, { caseId: filed.id, commandId: randomUUID(), seen: seen + 1, on: on('2026-05-06') }))
  seen += 2
  const served = await act('clerk', { kind: 'served', on: on('2026-05-08'), by: 'signed-mail', proof: 'EMS 1234567890123' })
  expect(served.phase).toBe('served')
  expect(served.outcome).toBe('partial')
  expect(served.clock.limits.find((limit) => limit.what === 'reconsideration')?.due).toBe('2026-07-07')
  expect(served.clock.breaches).toEqual([])

  const status = must(await statusOf(office, query))
  expect(status.letters.map((letter) => letter.code)).toContain('D13')
  expect(await statusOf(office, { ...query, queryCode: 'WRONG234' })).toMatchObject({ ok: false })

  const report = must(await compileReport(office, clerk, 2026))
  expect(report.tables.requests?.partial).toEqual([1, 0, 0, 0, 0, 0, 1])
  expect(report.findings.filter((finding) => ['X1', 'X2', 'X3', 'X5'].includes(finding.code))).toEqual([])
  const behind = must(await cellCases(office, clerk, { year: 2026, table: 'requests', row: 'partial', column: 'naturalPerson' }))
  expect(behind.cases.map((one) => one.id)).toEqual([filed.id])
})

test('同一份提交再来一次，仍是同一件', async () => {
  const { office, ids } = place
  const commandId = randomUUID()
  const once = { agencyId: ids.bureau, commandId, requester: REQUESTER, content: CONTENT, files: [] }
  const [first, second] = await Promise.all([receiveRequest(office, once), receiveRequest(office, once)])
  expect(must(first).id).toBe(must(second).id)
  expect(must(await receiveRequest(office, once))).toEqual(must(first))
})

test('两人同时办理，后到的一位被告知情况已变', async () => {
  const { office, ids } = place
  place.setToday('2026-05-11')
  const filed = must(
    await receiveRequest(office, {
      agencyId: ids.bureau,
      commandId: randomUUID(),
      requester: REQUESTER,
      content: CONTENT,
      files: [],
    }),
  )
  const confirm = () =>
    recordAct(office, place.actor('clerk'), {
      caseId: filed.id,
      commandId: randomUUID(),
      seen: 1,
      act: { kind: 'received', on: localDate('2026-05-11') },
    })
  const results = await Promise.all([confirm(), confirm()])
  expect(results.filter((result) => result.ok)).toHaveLength(1)
  expect(results.find((result) => !result.ok)).toMatchObject({ refusals: [{ code: 'changed-meanwhile' }] })
})

test('案卷只增不改：应用角色不能修改或删除行为记录和审计条目', async () => {
  const { db } = place.office
  for (const table of ['request_act', 'audit_entry'] as const) {
    await expect(db.deleteFrom(table).execute()).rejects.toMatchObject({ code: '42501' })
    await expect(db.updateTable(table).set({ seq: 99 }).execute()).rejects.toMatchObject({ code: '42501' })
  }
})

test('投影与案卷一致，审计链完整', async () => {
  expect((await refold(place.office, { write: false })).drifts).toEqual([])
  expect((await verifyAudit(place.office.db)).faults).toEqual([])
})
