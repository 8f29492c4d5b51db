/** 更正事项的材料和申请人的完整信息：谁能上传、谁能打开、谁能查看，都有记录。 */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localDate } from '../../src/law/date.ts'
import { keepAmendmentFile, readAmendmentFile, unmaskAmendment } from '../../src/office/amendments/amendment-files.ts'
import { registerAmendment } from '../../src/office/amendments/register-amendment.ts'
import { AMENDMENT, CORRECTED, newAmendment } from './amendment-work.ts'
import { type County, county, must, REQUESTER } from './county.ts'

let place: County
beforeAll(async () => {
  place = await county('2026-03-02')
})
afterAll(() => place.close())

const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const bring = (id: string, kind: string, by = place.actor('clerk'), name = '户口簿.png') =>
  keepAmendmentFile(place.office, by, { id, kind, upload: { name, bytes: PICTURE } })

test('上传的证据材料就是证据：没有另写文字的，也可以予以更正', async () => {
  const matter = await newAmendment(place, '2026-03-02', { evidence: '' })
  expect(await matter.propose(CORRECTED)).toMatchObject({ refusals: [{ code: 'field-missing', field: 'result' }] })
  must(await bring(matter.id, '委托书'))
  expect(await matter.propose(CORRECTED)).toMatchObject({ ok: false })
  must(await bring(matter.id, '证据材料'))
  must(await matter.propose(CORRECTED))
  must(await matter.approve())
})

test('委托书等有身份信息的只由办理人员打开；审批的人看得到证据；没有种类的、不办理更正的、归档以后的不收', async () => {
  const matter = await newAmendment(place, '2026-03-02')
  const head = place.actor('head')
  must(await bring(matter.id, '委托书', undefined, '测试甲委托书.png'))
  must(await bring(matter.id, '证据材料'))
  const [authority, evidence] = (await matter.view()).files
  expect([authority?.name, evidence?.name]).toEqual(['测试甲委托书.png', '户口簿.png'])
  expect((await matter.view(head)).files.map(({ name, mayOpen }) => [name, mayOpen])).toEqual([
    ['委托书', false],
    ['户口簿.png', true],
  ])
  expect(await readAmendmentFile(place.office, head, authority?.id ?? '')).toMatchObject({
    refusals: [{ code: 'not-permitted' }],
  })
  expect(must(await readAmendmentFile(place.office, head, evidence?.id ?? '')).bytes.equals(PICTURE)).toBe(true)
  expect(await bring(matter.id, '别的')).toMatchObject({ refusals: [{ field: 'purpose' }] })
  expect(await bring(matter.id, '证据材料', head)).toMatchObject({ refusals: [{ code: 'not-permitted' }] })
  await matter.done({ decided: '2026-03-02', served: '2026-03-02', archived: '2026-03-02' })
  expect(await bring(matter.id, '证据材料')).toMatchObject({ refusals: [{ code: 'already-done' }] })
  expect((await matter.view()).mayFile).toBe(false)
})

test('查看完整信息：办理人员写明事由，记入审计日志；事由里的姓名不记', async () => {
  const matter = await newAmendment(place, '2026-03-02')
  expect((await matter.view()).requester.idNumber).not.toBe(REQUESTER.idNumber)
  const reason = `电话联系${REQUESTER.name}`
  expect(must(await unmaskAmendment(place.office, place.actor('clerk'), { id: matter.id, reason })).requester).toMatchObject({
    name: REQUESTER.name,
    idNumber: REQUESTER.idNumber,
  })
  expect(await unmaskAmendment(place.office, place.actor('head'), { id: matter.id, reason })).toMatchObject({
    refusals: [{ code: 'not-permitted' }],
  })
  const logged = await place.office.db
    .selectFrom('audit_entry')
    .select(['detail'])
    .where('verb', '=', 'amendments.unmask')
    .where('target', '=', (await matter.view()).number)
    .execute()
  expect(logged).toHaveLength(1)
  expect(JSON.stringify(logged)).not.toContain(REQUESTER.name)
})

test('代理人提出的，与申请人分开登记；没有写明是谁的，不登记', async () => {
  const agent = {
    role: 'agent',
    name: '李代理',
    idPaper: 'residentId',
    idNumber: '632301198803051230',
    phone: '',
    authorised: true,
  } as const
  const given = { content: AMENDMENT, via: 'in-person', receivedOn: localDate('2026-03-02') } as const
  const register = (requester: typeof REQUESTER) =>
    registerAmendment(place.office, place.actor('clerk'), { ...given, commandId: randomUUID(), requester })
  must(await register({ ...REQUESTER, agent }))
  expect(await register({ ...REQUESTER, name: '' })).toMatchObject({ refusals: [{ field: 'requester.name' }] })
})
