/** 少见而合法的路: each must be open from the first act to the last, with the right day and the right paper. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localDate } from '../../src/law/date.ts'
import type { IntakeChannel } from '../../src/law/requests/vocabulary.ts'
import { approveReply } from '../../src/office/requests/approve-reply.ts'
import { draftLetter, previewReply, saveDraft, submitDraft } from '../../src/office/requests/draft-reply.ts'
import { recordAct } from '../../src/office/requests/record-act.ts'
import { registerRequest } from '../../src/office/requests/register-request.ts'
import { replyToRequest } from '../../src/office/requests/reply-to-request.ts'
import { viewCase, viewLetter } from '../../src/office/requests/view-case.ts'
import type { Actor } from '../../src/record/people/roles.ts'
import type { Act } from '../../src/record/requests/acts.ts'
import { replyContentSchema } from '../../src/record/requests/reply.ts'
import { CONTENT, type County, county, must, passReviews, REQUESTER } from './county.ts'

let place: County
beforeAll(async () => {
  place = await county('2026-03-02')
})
afterAll(() => place.close())

const on = localDate
const GRANTED = replyContentSchema.parse({
  outcome: 'granted',
  given: { what: '学区划分方案', way: 'attached', onPaper: ['学区划分方案'] },
})

async function registered(via: IntakeChannel, day: string): Promise<string> {
  place.setToday(day)
  const given = { commandId: randomUUID(), requester: REQUESTER, content: CONTENT, via, submittedOn: on(day), receivedOn: null }
  return must(await registerRequest(place.office, place.actor('clerk'), given)).id
}
const view = async (caseId: string) => must(await viewCase(place.office, place.actor('clerk'), caseId))

/** Records an act on a day: that of its effect unless told otherwise. */
async function record(caseId: string, act: Act, more: { today?: string; actor?: Actor } = {}) {
  place.setToday(more.today ?? act.on)
  const seen = (await view(caseId)).version
  const party = act.kind === 'third-party-asked' ? { name: '某公司', contact: '', address: '', isPerson: false } : undefined
  const actor = more.actor ?? place.actor('clerk')
  return recordAct(place.office, actor, { caseId, commandId: randomUUID(), seen, act, party })
}

/** Drafted, submitted, approved on one day; sent on `sentOn`, written down on `today`. */
async function reply(caseId: string, content = GRANTED, days: { approved: string; sentOn: string; today: string }) {
  const clerk = place.actor('clerk')
  place.setToday(days.approved)
  const { version: seen } = await view(caseId)
  must(await saveDraft(place.office, clerk, { caseId, draftVersion: 0, content }))
  const digest = (await view(caseId)).draft?.digest ?? ''
  must(await submitDraft(place.office, clerk, { caseId, digest }))
  const reviewed = await passReviews(place, caseId, seen, digest)
  must(await approveReply(place.office, place.actor('head'), { caseId, commandId: randomUUID(), seen: reviewed, digest }))
  place.setToday(days.today)
  return replyToRequest(place.office, clerk, { caseId, commandId: randomUUID(), seen: reviewed + 1, on: on(days.sentOn) })
}
const sameDay = (day: string) => ({ approved: day, sentOn: day, today: day })

test('《条例》第三十三条第一款：当面提交，当场答复，当场送达', async () => {
  const caseId = await registered('in-person', '2026-03-02')
  must(await reply(caseId, GRANTED, sameDay('2026-03-02')))
  must(await record(caseId, { kind: 'served', on: on('2026-03-02'), by: 'in-person', signedBy: 'self' }))
  expect(await view(caseId)).toMatchObject({ phase: 'served', outcome: 'granted', clock: { breaches: [] } })
})

test('《条例》第三十一条：平常信函还没有联系上，申请人已撤回', async () => {
  const caseId = await registered('ordinary-mail', '2026-03-02')
  must(await record(caseId, { kind: 'withdrawn', on: on('2026-03-04') }))
  expect(await view(caseId)).toMatchObject({ phase: 'withdrawn', receivedOn: null, outcome: 'other.withdrawn' })
  expect(await record(caseId, { kind: 'received', on: on('2026-03-05') })).toMatchObject({ refusals: [{ code: 'case-closed' }] })
})

test('国办公开办函〔2016〕235号：期限最后一日交邮，三天后才登记，仍是按期答复', async () => {
  const caseId = await registered('in-person', '2026-03-02')
  must(await reply(caseId, GRANTED, { approved: '2026-03-30', sentOn: '2026-03-30', today: '2026-04-02' }))
  const { clock, letters } = await view(caseId)
  expect(clock).toMatchObject({ due: '2026-03-30', breaches: [] })
  expect(letters.find(({ code }) => code === 'D11')?.issuedOn).toBe('2026-03-30')
})

test('《条例》第三十四条：共同制作机关收函后没有答复，十五个工作日期满即可答复', async () => {
  const caseId = await registered('in-person', '2026-03-02')
  must(await record(caseId, { kind: 'agency-asked', on: on('2026-03-05'), agency: '云岭县财政局', as: 'co-maker' }))
  expect((await view(caseId)).mayDraft).toMatchObject({ refusal: { code: 'consultation-open' } })
  must(await record(caseId, { kind: 'notice-received', on: on('2026-03-06'), of: 1 }, { today: '2026-03-09' }))
  place.setToday('2026-03-27')
  expect((await view(caseId)).mayDraft.allowed).toBe(false)
  must(await reply(caseId, GRANTED, sameDay('2026-03-30')))
})

test('《条例》第三十五条：要求说明理由，期满没有说明，可以不予处理', async () => {
  const caseId = await registered('in-person', '2026-03-02')
  const facts = '自2026年1月以来已提出相近申请46件。'
  must(await record(caseId, { kind: 'reasons-asked', on: on('2026-03-04'), replyBy: on('2026-03-13'), facts }))
  must(await record(caseId, { kind: 'notice-received', on: on('2026-03-05'), of: 1, proof: '邮件查询记录：本人签收' }))
  const content = replyContentSchema.parse({
    outcome: 'notProcessed.excessive',
    reasons: '自2026年1月以来已提出相近申请46件，期满没有说明理由。',
  })
  place.setToday('2026-03-13')
  expect((await view(caseId)).mayDraft).toMatchObject({ refusal: { code: 'awaiting-requester' } })
  must(await reply(caseId, content, sameDay('2026-03-16')))
  expect(await view(caseId)).toMatchObject({ phase: 'replied', clock: { due: '2026-03-30', breaches: [] } })
})

test('《条例》第三十五条：理由合理而一时办不完，延迟后按延迟的日期答复', async () => {
  const caseId = await registered('in-person', '2026-03-02')
  const head = { actor: place.actor('officeHead') }
  must(await record(caseId, { kind: 'reasons-asked', on: on('2026-03-04'), replyBy: on('2026-03-13'), facts: '数量较大。' }))
  must(await record(caseId, { kind: 'reasons-given', on: on('2026-03-09'), reasonable: true }))
  must(await record(caseId, { kind: 'deferred', on: on('2026-03-20'), until: on('2026-05-29'), reason: '逐份审查。' }, head))
  // Nobody has told the requester yet: the limit stands.
  expect((await view(caseId)).clock).toMatchObject({ due: '2026-03-30' })
  const told = (await view(caseId)).letters.find(({ code }) => code === 'D25')
  const named = { of: told?.actSeq ?? -1, code: 'D25', letter: told?.number ?? '' } as const
  const post = { kind: 'dispatched', ...named, by: 'signed-mail', carrier: 'ems', mailNumber: '1234567890123' } as const
  must(await record(caseId, { ...post, on: on('2026-03-20') }))
  expect((await view(caseId)).clock).toMatchObject({ due: '2026-05-29' })
  must(await reply(caseId, GRANTED, sameDay('2026-05-29')))
  expect((await view(caseId)).clock).toMatchObject({ due: '2026-05-29', breaches: [] })
})

test('《条例》第三十三条第二款：延长只写实际办理的负责人；其他机关未答复时，文书不说是放假安排未公布', async () => {
  const caseId = await registered('in-person', '2026-03-02')
  must(await record(caseId, { kind: 'agency-asked', on: on('2026-03-05'), agency: '云岭县档案馆', as: 'consulted' }))
  const both: Actor = { ...place.actor('officeHead'), roles: ['clerk', 'officeHead'] }
  const act: Act = { kind: 'extended', on: on('2026-03-20'), workingDays: 10, reason: '需要核对。', approvedBy: '别人' }
  must(await record(caseId, act, { actor: both }))
  const { acts, letters } = await view(caseId)
  expect(acts.at(-1)?.act).toMatchObject({ approvedBy: both.name })
  const told = letters.find(({ code }) => code === 'D04')
  const letter = JSON.stringify(must(await viewLetter(place.office, place.actor('clerk'), told?.id ?? '')))
  expect(letter).toContain('待征求意见结束后确定')
  expect(letter).not.toContain('放假安排')
})

test('送达登记有误：更正后可以重新登记；收到之日有误：答复后也能更正', async () => {
  const caseId = await registered('ordinary-mail', '2026-03-02')
  must(await record(caseId, { kind: 'received', on: on('2026-03-04') }))
  must(await reply(caseId, GRANTED, sameDay('2026-03-16')))
  must(await record(caseId, { kind: 'served', on: on('2026-03-17'), by: 'in-person', signedBy: 'self' }))
  must(await record(caseId, { kind: 'annulled', on: on('2026-03-18'), of: 7, reason: '当日没有送到' }))
  must(await record(caseId, { kind: 'served', on: on('2026-03-18'), by: 'in-person', signedBy: 'self' }))
  must(await record(caseId, { kind: 'annulled', on: on('2026-03-19'), of: 1, reason: '3月3日已联系上' }))
  must(await record(caseId, { kind: 'received', on: on('2026-03-03') }, { today: '2026-03-19' }))
  expect(await view(caseId)).toMatchObject({
    phase: 'served',
    receivedOn: '2026-03-03',
    clock: { due: '2026-03-31', breaches: [] },
  })
})

test('审批之后改了一个字，须重新审批', async () => {
  const caseId = await registered('in-person', '2026-03-02')
  const clerk = place.actor('clerk')
  must(await saveDraft(place.office, clerk, { caseId, draftVersion: 0, content: GRANTED }))
  const digest = (await view(caseId)).draft?.digest ?? ''
  must(await submitDraft(place.office, clerk, { caseId, digest }))
  const seen = await passReviews(place, caseId, 1, digest)
  must(await approveReply(place.office, place.actor('head'), { caseId, commandId: randomUUID(), seen, digest }))
  must(await saveDraft(place.office, clerk, { caseId, draftVersion: 1, content: { ...GRANTED, remark: '另附说明。' } }))
  const sent = await replyToRequest(place.office, clerk, {
    caseId,
    commandId: randomUUID(),
    seen: seen + 1,
    on: on('2026-03-02'),
  })
  expect(sent).toMatchObject({ refusals: [{ code: 'approval-needed' }] })
})

test('两人同时拟稿，后保存的一位被告知他人已改，不会盖掉', async () => {
  const caseId = await registered('in-person', '2026-03-02')
  const clerk = place.actor('clerk')
  must(await saveDraft(place.office, clerk, { caseId, draftVersion: 0, content: GRANTED }))
  const late = await saveDraft(place.office, clerk, { caseId, draftVersion: 0, content: { ...GRANTED, remark: '另一稿。' } })
  expect(late).toMatchObject({ refusals: [{ code: 'changed-meanwhile' }] })
  expect((await view(caseId)).draft?.content.remark).toBe('')
})

test('预览不显示申请人全名；打印答复稿显示全名，记入审计', async () => {
  const caseId = await registered('in-person', '2026-03-02')
  const officer: Actor = { ...place.actor('clerk') }
  const preview = must(await previewReply(place.office, officer, { caseId, content: GRANTED }))
  expect(JSON.stringify(preview)).not.toContain(REQUESTER.name)
  must(await saveDraft(place.office, officer, { caseId, draftVersion: 0, content: GRANTED }))
  expect(must(await draftLetter(place.office, officer, caseId)).addressee).toBe(REQUESTER.name)
  const { number } = await view(caseId)
  const read = await place.asOwner("select detail from audit_entry where verb = 'requests.readLetter' and target = $1", [number])
  expect(read).toEqual([{ detail: { code: 'D11' } }])
})

test('管辖法院自4月1日起变更：3月31日发出、4月2日才登记的答复，仍写当时的法院', async () => {
  const caseId = await registered('in-person', '2026-03-30')
  await place.asOwner(
    `insert into agency_version select agency_id, '2026-04-01', data || '{"court":"云岭铁路运输法院"}' from agency_version where agency_id = $1`,
    [place.ids.bureau],
  )
  must(await reply(caseId, GRANTED, { approved: '2026-03-31', sentOn: '2026-03-31', today: '2026-04-02' }))
  const letter = (await view(caseId)).letters.find(({ code }) => code === 'D11')
  const text = JSON.stringify(must(await viewLetter(place.office, place.actor('clerk'), letter?.id ?? '')))
  expect(text).toContain('云岭县人民法院')
  expect(text).not.toContain('云岭铁路运输法院')
})
