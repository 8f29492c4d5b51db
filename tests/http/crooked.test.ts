/** 办案中的差错: what is recorded by mistake is refused where it can be seen, and put right where it can not. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localDate } from '../../src/law/date.ts'
import { openDispute } from '../../src/office/disputes/open-dispute.ts'
import { refold } from '../../src/office/oversight/refold.ts'
import { approveReply } from '../../src/office/requests/approve-reply.ts'
import { saveDraft, submitDraft } from '../../src/office/requests/draft-reply.ts'
import { recordAct } from '../../src/office/requests/record-act.ts'
import { registerRequest } from '../../src/office/requests/register-request.ts'
import { replyToRequest } from '../../src/office/requests/reply-to-request.ts'
import { viewCase, viewLetter } from '../../src/office/requests/view-case.ts'
import type { Act } from '../../src/record/requests/acts.ts'
import { replyContentSchema } from '../../src/record/requests/reply.ts'
import type { IntakeChannel } from '../../src/law/requests/vocabulary.ts'
import { CONTENT, type County, county, must, passReviews, REQUESTER } from './county.ts'

let place: County
beforeAll(async () => {
  place = await county('2026-03-02')
})
afterAll(() => place.close())

async function registered(via: IntakeChannel = 'in-person'): Promise<string> {
  place.setToday('2026-03-02')
  const given = { commandId: randomUUID(), requester: REQUESTER, content: CONTENT, via, submittedOn: localDate('2026-03-02') }
  return must(await registerRequest(place.office, place.actor('clerk'), { ...given, receivedOn: null })).id
}
function record(caseId: string, seen: number, act: Act, commandId = randomUUID(), role: 'clerk' | 'officeHead' = 'clerk') {
  place.setToday(act.on)
  const party = act.kind === 'third-party-asked' ? { name: '某公司', contact: '', address: '', isPerson: false } : undefined
  return recordAct(place.office, place.actor(role), { caseId, commandId, seen, act, party })
}
const view = async (caseId: string) => must(await viewCase(place.office, place.actor('clerk'), caseId))

test('《条例》第三十二条：没有征求过的第三方，答复意见不能登记；也不能早于征求之日', async () => {
  const caseId = await registered()
  const answered = { kind: 'third-party-answered', on: localDate('2026-03-12'), party: '第三方乙', consents: true } as const
  must(await record(caseId, 1, { kind: 'third-party-asked', on: localDate('2026-03-05'), party: '第三方甲' }))
  must(await record(caseId, 2, { kind: 'third-party-asked', on: localDate('2026-03-10'), party: '第三方乙' }))
  expect(await record(caseId, 3, { ...answered, party: '第三方丙' })).toMatchObject({
    ok: false,
    refusals: [{ code: 'consultation-not-open', field: 'party' }],
  })
  expect(await record(caseId, 3, { ...answered, on: localDate('2026-03-09') })).toMatchObject({
    ok: false,
    refusals: [{ code: 'date-before-cause', field: 'on' }],
  })
  must(await record(caseId, 3, answered))
  expect(await record(caseId, 4, answered)).toMatchObject({ refusals: [{ code: 'consultation-not-open' }] })
  expect((await view(caseId)).consultations.map(({ party, answeredOn }) => [party, answeredOn])).toEqual([
    ['第三方甲', null],
    ['第三方乙', '2026-03-12'],
  ])
})

test('告知补正登记错了：更正之后，依据它登记的逾期不补正也不再结案', async () => {
  const caseId = await registered()
  const items = { items: '请明确学段', replyBy: localDate('2026-03-20') }
  must(await record(caseId, 1, { kind: 'correction-asked', on: localDate('2026-03-05'), ...items }))
  must(await record(caseId, 2, { kind: 'notice-received', on: localDate('2026-03-09'), of: 1, proof: '邮件查询记录' }))
  must(await record(caseId, 3, { kind: 'correction-lapsed', on: localDate('2026-03-21') }))
  expect(await view(caseId)).toMatchObject({ phase: 'lapsed', outcome: 'other.correctionLapsed' })
  const undo = (seen: number, of: number, role?: 'officeHead') =>
    record(caseId, seen, { kind: 'annulled', on: localDate('2026-03-23'), of, reason: '告知书没有发出' }, randomUUID(), role)
  // Art 30 (一次性): what the requester has in hand was asked; only where that was written down by mistake too, by a second officer.
  expect(await undo(4, 1)).toMatchObject({ refusals: [{ code: 'already-done', field: 'of' }] })
  must(await undo(4, 2))
  expect(await undo(5, 1)).toMatchObject({ refusals: [{ code: 'second-person-needed', field: 'of' }] })
  must(await undo(5, 1, 'officeHead'))
  expect(await view(caseId)).toMatchObject({ phase: 'running', outcome: null, closedOn: null, clock: { due: '2026-03-30' } })
})

test('更正登记：第一步、不存在的一步、已撤销的一步，都不能撤销；撤错了可以再撤回来', async () => {
  const caseId = await registered()
  const annul = (seen: number, of: number) =>
    record(caseId, seen, { kind: 'annulled', on: localDate('2026-03-10'), of, reason: '登记有误' })
  must(await record(caseId, 1, { kind: 'third-party-asked', on: localDate('2026-03-05'), party: '第三方甲' }))
  expect(await annul(2, 0)).toMatchObject({ refusals: [{ code: 'field-invalid', field: 'of' }] })
  expect(await annul(2, 9)).toMatchObject({ refusals: [{ code: 'field-invalid', field: 'of' }] })
  must(await annul(2, 1))
  expect(await annul(3, 1)).toMatchObject({ refusals: [{ code: 'already-done' }] })
  expect((await view(caseId)).consultations).toEqual([])
  must(await annul(3, 2))
  expect((await view(caseId)).consultations).toHaveLength(1)
})

test('口径“电子邮件以到达为收到”：代为登记即为收到，期限起算', async () => {
  const byConfirmation = await registered('email')
  expect(await view(byConfirmation)).toMatchObject({ phase: 'awaitingConfirmation', receivedOn: null })
  await place.asOwner(`insert into agency_setting (agency_id, from_date, readings) values ($1, '2019-05-15', $2)`, [
    place.ids.bureau,
    JSON.stringify({ email: 'arrival' }),
  ])
  const onArrival = await registered('email')
  expect(await view(onArrival)).toMatchObject({ phase: 'running', receivedOn: '2026-03-02', clock: { due: '2026-03-30' } })
  await place.asOwner('delete from agency_setting where agency_id = $1', [place.ids.bureau])
})

test('同一步提交两次，只记一次；别的案件用了同一编号，不受理', async () => {
  const [caseId, other] = [await registered(), await registered()]
  const commandId = randomUUID()
  const act: Act = { kind: 'withdrawn', on: localDate('2026-03-05') }
  must(await record(caseId, 1, act, commandId))
  must(await record(caseId, 1, act, commandId))
  expect((await view(caseId)).acts).toHaveLength(2)
  expect(await record(other, 1, act, commandId)).toMatchObject({ refusals: [{ code: 'not-found' }] })
})

test('《条例》第三十二条：第三方不同意而决定公开的，同时书面告知每一个不同意的第三方', async () => {
  const caseId = await registered()
  const [clerk, on] = [place.actor('clerk'), localDate('2026-03-20')]
  for (const [index, party] of ['第三方甲', '第三方乙', '第三方丙'].entries())
    must(await record(caseId, 1 + index, { kind: 'third-party-asked', on: localDate('2026-03-05'), party }))
  for (const [index, party] of ['第三方甲', '第三方乙', '第三方丙'].entries())
    must(
      await record(caseId, 4 + index, {
        kind: 'third-party-answered',
        on: localDate('2026-03-12'),
        party,
        consents: party === '第三方乙',
      }),
    )
  const content = replyContentSchema.parse({
    outcome: 'granted',
    given: { what: '学区划分方案及测绘附图', way: 'attached', onPaper: ['学区划分方案'] },
    publicInterest: '学区划分关系全县适龄儿童入学，不公开会对公共利益造成重大影响。',
  })
  place.setToday(on)
  must(await saveDraft(place.office, clerk, { caseId, draftVersion: 0, content }))
  const digest = (await view(caseId)).draft?.digest ?? ''
  must(await submitDraft(place.office, clerk, { caseId, digest }))
  const seen = await passReviews(place, caseId, 7, digest)
  must(await approveReply(place.office, place.actor('head'), { caseId, commandId: randomUUID(), seen, digest }))
  must(await replyToRequest(place.office, clerk, { caseId, commandId: randomUUID(), seen: seen + 1, on }))
  const told = (await view(caseId)).letters.filter(({ code }) => code === 'D09')
  expect(told.map(({ addressedTo }) => addressedTo)).toEqual(['thirdParty', 'thirdParty'])
  expect(new Set(told.map(({ number }) => number)).size).toBe(2)
  const letter = must(await viewLetter(place.office, clerk, told[0]?.id ?? ''))
  expect(letter.addressee).toBe('某公司')
  expect(JSON.stringify(letter.blocks)).toContain('学区划分关系全县适龄儿童入学')
  expect(JSON.stringify(letter)).not.toContain(REQUESTER.name)
})

test('案卷里没有个人信息：第三方只用代称，写进事项的姓名和号码去掉，文书中照写', async () => {
  const caseId = await registered()
  expect(await record(caseId, 1, { kind: 'third-party-asked', on: localDate('2026-03-05'), party: '张三' })).toMatchObject({
    refusals: [{ code: 'field-invalid', field: 'party' }],
  })
  const items = `请${REQUESTER.name}写明学段，可拨打13912345678联系经办人`
  must(
    await record(caseId, 1, { kind: 'correction-asked', on: localDate('2026-03-05'), items, replyBy: localDate('2026-03-20') }),
  )
  const [stored] = await place.asOwner('select data from request_act where case_id = $1 and seq = 1', [caseId])
  expect(JSON.stringify(stored)).not.toContain(REQUESTER.name)
  expect(JSON.stringify(stored)).not.toContain('13912345678')
  const notice = (await view(caseId)).letters.find(({ code }) => code === 'D02')
  expect(JSON.stringify(must(await viewLetter(place.office, place.actor('clerk'), notice?.id ?? '')))).toContain(items)
})

test('不再处理告知书也要送达，有送达回证，救济期限自送达起算；对它可以申请复议', async () => {
  const caseId = await registered()
  const asked = { items: '请明确学段', replyBy: localDate('2026-03-20') }
  must(await record(caseId, 1, { kind: 'correction-asked', on: localDate('2026-03-05'), ...asked }))
  must(await record(caseId, 2, { kind: 'notice-received', on: localDate('2026-03-09'), of: 1, proof: '邮件查询记录' }))
  must(await record(caseId, 3, { kind: 'correction-lapsed', on: localDate('2026-03-23') }))
  must(await record(caseId, 4, { kind: 'served', on: localDate('2026-03-25'), by: 'signed-mail', proof: 'EMS 1234567890123' }))
  const { letters, clock, phase } = await view(caseId)
  const [told, proof] = ['D24', 'D28'].map((code) => letters.find((letter) => letter.code === code))
  const paper = must(await viewLetter(place.office, place.actor('clerk'), proof?.id ?? ''))
  expect(JSON.stringify(paper)).toContain(told?.number)
  expect(phase).toBe('lapsed')
  expect(clock.limits.find(({ what }) => what === 'reconsideration')?.due).toBe('2026-05-25')
  const notice = { kind: 'opened', path: 'reconsideration', procedure: 'ordinary', claimant: 'requester' } as const
  place.setToday('2026-04-10')
  const opened = { ...notice, on: localDate('2026-04-10') }
  must(await openDispute(place.office, place.actor('clerk'), { commandId: randomUUID(), caseId, opened }))
})

test('征求意见书不会在发出之前收到', async () => {
  const caseId = await registered()
  const asked = { kind: 'third-party-asked', on: localDate('2026-03-05'), party: '第三方甲' } as const
  expect(await record(caseId, 1, { ...asked, letterReceived: localDate('2026-02-05') })).toMatchObject({
    refusals: [{ code: 'date-before-cause', field: 'letterReceived' }],
  })
  must(await record(caseId, 1, { ...asked, letterReceived: localDate('2026-03-05') }))
})

test('早于条例施行日的收到之日，说明原因后拒绝', async () => {
  const given = { commandId: randomUUID(), requester: REQUESTER, content: CONTENT, via: 'ordinary-mail' as const }
  const opened = await registerRequest(place.office, place.actor('clerk'), {
    ...given,
    submittedOn: localDate('2019-05-06'),
    receivedOn: null,
  })
  const refusal = { refusals: [{ code: 'before-the-law', field: 'on' }] }
  expect(await record(must(opened).id, 1, { kind: 'received', on: localDate('2019-05-08') })).toMatchObject(refusal)
})

test('代为登记同时提交两次，只有一件', async () => {
  const given = { commandId: randomUUID(), requester: REQUESTER, content: CONTENT, via: 'in-person' as const }
  place.setToday('2026-03-02')
  const twice = () =>
    registerRequest(place.office, place.actor('clerk'), { ...given, submittedOn: localDate('2026-03-02'), receivedOn: null })
  const [first, second] = await Promise.all([twice(), twice()])
  expect(must(first)).toEqual(must(second))
})

test('以上各件，投影都与案卷相符', async () => {
  const { cases, drifts } = await refold(place.office, { write: false })
  expect(cases).toBeGreaterThan(5)
  expect(drifts).toEqual([])
})
