/** 同一件事送来两次只算一次；被拒绝的，案卷里什么也不留。 */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localDate } from '../../src/law/date.ts'
import { openConsultation } from '../../src/office/dialogue/consultations.ts'
import { openDispute } from '../../src/office/disputes/open-dispute.ts'
import { uploadOutgoing } from '../../src/office/outgoing/add-outgoing.ts'
import { enterObjection, raiseObjection } from '../../src/office/publication/index.ts'
import { addNote, assignCase } from '../../src/office/requests/annotate.ts'
import { recordAct } from '../../src/office/requests/record-act.ts'
import { withdrawTwin } from '../../src/office/requests/settle-twin.ts'
import { GRANTED, newCase } from './case-work.ts'
import { type County, county, must } from './county.ts'
import { publicityWork, SAID } from './publicity-work.ts'

let place: County
beforeAll(async () => {
  place = await county('2026-03-02')
})
afterAll(() => place.close())

const clerk = () => place.actor('clerk')
const ONE_PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
)

test('备注同时送来两次，只记一条', async () => {
  const work = await newCase(place, '2026-03-02')
  const note = { caseId: work.id, commandId: randomUUID(), text: '已与档案室联系' }
  for (const done of await Promise.all([addNote(place.office, clerk(), note), addNote(place.office, clerk(), note)])) must(done)
  expect((await work.view()).notes.map(({ text }) => text)).toEqual(['已与档案室联系'])
  must(await addNote(place.office, clerk(), { ...note, commandId: randomUUID() }))
  expect((await work.view()).notes).toHaveLength(2)
})

test('同一步办理同时送来两次，两次都答“已办”，案卷里只有一步', async () => {
  const work = await newCase(place, '2026-03-02')
  const { version: seen } = await work.view()
  const act = { kind: 'agency-asked', on: localDate('2026-03-02'), agency: '云岭县民政局', as: 'consulted' } as const
  const deed = { caseId: work.id, commandId: randomUUID(), seen, act }
  for (const done of await Promise.all([recordAct(place.office, clerk(), deed), recordAct(place.office, clerk(), deed)]))
    must(done)
  expect((await work.view()).version).toBe(seen + 1)
  expect((await work.view()).letters.filter(({ code }) => code === 'D08')).toHaveLength(1)
  expect(await recordAct(place.office, clerk(), { ...deed, commandId: randomUUID() })).toMatchObject({
    refusals: [{ code: 'changed-meanwhile' }],
  })
})

test('争议卷同时建立两次，只有一份', async () => {
  const work = await newCase(place, '2026-03-02')
  await work.reply(GRANTED, '2026-03-02')
  const opened = {
    kind: 'opened',
    on: localDate('2026-03-02'),
    path: 'reconsideration',
    procedure: 'ordinary',
    claimant: 'requester',
  } as const
  const deed = { commandId: randomUUID(), caseId: work.id, opened }
  for (const done of await Promise.all([openDispute(place.office, clerk(), deed), openDispute(place.office, clerk(), deed)]))
    expect(must(done).disputeId).toBe(deed.commandId)
  expect(await place.asOwner('select number from dispute where case_id = $1', [work.id])).toHaveLength(1)
})

test('分办同时送来两次，只留一条记录；改了时限的是另一次', async () => {
  const work = await newCase(place, '2026-03-02')
  const to = { caseId: work.id, sectionId: place.ids.section, officerId: null }
  for (const done of await Promise.all([assignCase(place.office, clerk(), to), assignCase(place.office, clerk(), to)])) must(done)
  const records = async () => place.asOwner('select seq from case_assignment where case_id = $1', [work.id])
  expect(await records()).toHaveLength(1)
  must(await assignCase(place.office, clerk(), { ...to, dueOn: localDate('2026-03-19') }))
  expect(await records()).toHaveLength(2)
})

test('内部时限与答复期限对照的，是登记那一刻的答复期限', async () => {
  const work = await newCase(place, '2026-03-02')
  const { version: seen } = await work.view()
  // Due on 30 March, extended to 7 April.
  const act = { kind: 'extended', on: localDate('2026-03-02'), workingDays: 5, reason: '需要查找', approvedBy: '' } as const
  const head = place.actor('officeHead')
  const to = { caseId: work.id, sectionId: place.ids.section, officerId: null, dueOn: localDate('2026-04-02') }
  expect(await assignCase(place.office, clerk(), to)).toMatchObject({ refusals: [{ field: 'dueOn' }] })
  must(await recordAct(place.office, head, { caseId: work.id, commandId: randomUUID(), seen, act }))
  expect(await assignCase(place.office, clerk(), to)).toMatchObject({ refusals: [{ field: 'dueOn' }] })
  const post = { kind: 'dispatched', ...(await work.named('D04')), by: 'signed-mail', carrier: 'ems' } as const
  must(await work.record({ ...post, on: localDate('2026-03-02'), mailNumber: '1234567890123' }))
  must(await assignCase(place.office, clerk(), to))
})

test('答复附件检查不了、被拒绝的，案卷里没有这个文件', async () => {
  const work = await newCase(place, '2026-03-02')
  const inspect = () => Promise.resolve({ ok: false as const, why: '文件打不开' })
  const office = { ...place.office, workshop: { ...place.office.workshop, inspect } }
  const upload = { name: '附件.png', bytes: ONE_PIXEL }
  expect(await uploadOutgoing(office, clerk(), { caseId: work.id, upload })).toMatchObject({
    refusals: [{ code: 'file-refused' }],
  })
  expect((await work.view()).files).toEqual([])
  must(await uploadOutgoing(place.office, clerk(), { caseId: work.id, upload }))
  expect(await place.asOwner('select id from outgoing_file where case_id = $1', [work.id])).toHaveLength(1)
})

test('不是同一人就同一内容提出的，不能当作重复提交撤回', async () => {
  const one = await newCase(place, '2026-03-02', { content: { subject: '学区划分方案' } })
  const other = await newCase(place, '2026-03-02', { content: { subject: '食堂招标文件' } })
  const { version: seen } = await one.view()
  const command = { caseId: one.id, commandId: randomUUID(), seen, otherId: other.id, consent: '3月2日电话联系，同意' }
  expect(await withdrawTwin(place.office, clerk(), command)).toMatchObject({ refusals: [{ field: 'otherId' }] })
  expect((await one.view()).phase).toBe('running')
})

test('咨询、异议同时交两次，得到同一个编号和查询码，不报故障', async () => {
  const asked = { name: '王某', contact: '0970-1', subject: '食堂账目', question: '请公开上学期账目。' }
  const question = { ...asked, agencyId: place.ids.school, commandId: randomUUID() }
  const twice = await Promise.all([openConsultation(place.office, question), openConsultation(place.office, question)])
  const [one, other] = twice.map(must)
  expect(other).toEqual(one)

  const app = await place.product.buildServer()
  const { documentId } = await publicityWork(place, app).shown('两次提交的公示')
  const said = { agencyId: place.ids.bureau, documentId, commandId: randomUUID(), ...SAID }
  const raised = await Promise.all([raiseObjection(place.office, said), raiseObjection(place.office, said)])
  expect(must(raised[1])).toEqual(must(raised[0]))
  const entered = {
    ...SAID,
    objector: 'public' as const,
    documentId,
    commandId: randomUUID(),
    via: 'phone' as const,
    receivedOn: place.office.today(),
  }
  for (const done of await Promise.all([
    enterObjection(place.office, clerk(), entered),
    enterObjection(place.office, clerk(), entered),
  ]))
    must(done)
  const rows = await place.asOwner('select number from objection where document_id = $1', [documentId])
  expect(rows).toHaveLength(2)
  await app.close()
})
