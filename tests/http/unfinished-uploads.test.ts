/** 上传没有办成的: what somebody sent in stays on disk only with the row that points to it. */
import { createHash, randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { attachFiles } from '../../src/office/files/attach-files.ts'
import { attachToCase } from '../../src/office/files/attach-to-case.ts'
import { removeLeftOver } from '../../src/office/files/contents.ts'
import { giveFeedback } from '../../src/office/requester/write-to-office.ts'
import { newCase } from './case-work.ts'
import { type County, county, must } from './county.ts'
import { fileOnline } from './requester-deeds.ts'

let place: County
beforeAll(async () => {
  place = await county('2026-03-02')
})
afterAll(() => place.close())

const by = () => ({ agencyId: place.ids.bureau, actorId: place.actor('clerk').id })
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const onDisk = (bytes: Uint8Array) => place.office.files.get(hashOf(bytes)).then(Boolean, () => false)
const listed = async (bytes: Uint8Array) =>
  (await place.asOwner('select hash from content_to_remove where hash = $1', [hashOf(bytes)])).length
const aDayLater = () => place.asOwner(`update content_to_remove set due = due - interval '1 day 1 minute'`)
const picture = (background: string): Promise<Buffer> =>
  sharp({ create: { width: 9, height: 9, channels: 3, background } })
    .png()
    .toBuffer()

test('三个文件中有一个不收的，一个也不留在盘上', async () => {
  const [one, two] = [await picture('red'), await picture('green')]
  const files = [
    { name: '一.png', bytes: one },
    { name: '二.png', bytes: two },
    { name: '【秘密】三.png', bytes: await picture('blue') },
  ]
  expect(await attachFiles(place.office, by(), files)).toMatchObject({ refusals: [{ code: 'file-marked-secret' }] })
  expect([await onDisk(one), await onDisk(two)]).toEqual([false, false])
})

test('申请人的办理不能受理的，随附的文件不留在盘上', async () => {
  const { own } = await fileOnline(place, { content: { subject: '招生材料', description: '' } })
  const bytes = await picture('orange')
  const sent = { commandId: randomUUID(), text: '好', files: [{ name: '附件.png', bytes }], useful: 'yes' as const }
  expect(await giveFeedback(place.office, own, sent)).toMatchObject({ refusals: [{ code: 'already-done' }] })
  expect(await onDisk(bytes)).toBe(false)
})

test('传到盘上之后中断、没有记录的：一天之内留着，过后由夜间检查清除；别处有同一份的留下', async () => {
  const [alone, shared] = [await picture('purple'), await picture('teal')]
  const work = await newCase(place, '2026-03-02')
  must(await attachToCase(place.office, place.actor('clerk'), { caseId: work.id, upload: { name: '附件.png', bytes: shared } }))
  must(
    await attachFiles(place.office, by(), [
      { name: '一.png', bytes: alone },
      { name: '二.png', bytes: shared },
    ]),
  )
  await removeLeftOver(place.office)
  expect([await onDisk(alone), await onDisk(shared)]).toEqual([true, true])
  await aDayLater()
  await removeLeftOver(place.office)
  expect([await onDisk(alone), await onDisk(shared)]).toEqual([false, true])
  expect([await listed(alone), await listed(shared)]).toEqual([0, 0])
})

test('办成的不在待清除之列，过多少天都在', async () => {
  const bytes = await picture('navy')
  const work = await newCase(place, '2026-03-02')
  must(await attachToCase(place.office, place.actor('clerk'), { caseId: work.id, upload: { name: '附件.png', bytes } }))
  expect(await listed(bytes)).toBe(0)
  await aDayLater()
  await removeLeftOver(place.office)
  expect(await onDisk(bytes)).toBe(true)
})
