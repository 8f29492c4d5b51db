/** 报送文件和通知的边角：格式不对的报送包，同名的单位，同一个动作同时来两次。 */
import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localDate } from '../../src/law/date.ts'
import { issueNotice } from '../../src/office/reports/issue-notice.ts'
import { takeInBundle, takeInSheet } from '../../src/office/reports/take-in-file.ts'
import { writeBundle } from '../../src/office/reports/write-bundle.ts'
import { BUNDLE_KIND, BUNDLE_VERSION } from '../../src/record/reports/bundle.ts'
import { type County, county, must } from './county.ts'
import { PROSE, yearReport } from './year-report.ts'

let place: County
let noticeId: string
beforeAll(async () => {
  place = await county('2026-01-06')
  noticeId = must(await issue('云政办〔2026〕3号', randomUUID())).noticeId
})
afterAll(() => place.close())

function issue(number: string, commandId: string) {
  return issueNotice(place.office, place.actor('supervisor', 'government'), {
    commandId,
    year: 2025,
    title: '关于报送年度报告的通知',
    number,
    issuedOn: localDate('2026-01-05'),
    fileBy: localDate('2026-01-20'),
    acceptedFirst: false,
    text: '',
    units: [place.ids.bureau, place.ids.otherBureau],
  })
}

test('报送包里是2019年格式的报告，通知要的是2021年格式：不收，汇总不会被带坏', async () => {
  const { tables } = yearReport('云岭县教育局', 2025, '2019')
  const report = JSON.stringify({ format: '2019', tables, prose: PROSE, explained: {} })
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const manifest = JSON.stringify({
    kind: BUNDLE_KIND,
    version: BUNDLE_VERSION,
    agency: '云岭县教育局',
    year: 2025,
    notices: [],
    report: createHash('sha256').update(report).digest('hex'),
    key: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
  })
  const signature = sign(null, Buffer.from(manifest), privateKey).toString('base64')
  const input = { noticeId, manifest, report, signature, trust: null }
  expect(await takeInBundle(place.office, place.actor('supervisor', 'government'), input)).toMatchObject({
    refusals: [{ code: 'file-refused', say: expect.stringContaining('格式与通知要求的不同') }],
  })
})

test('两个单位同名的，不按名字猜是哪一个', async () => {
  await place.asOwner(`update agency_version set data = jsonb_set(data, '{name}', '"云岭县教育局"') where agency_id = $1`, [
    place.ids.otherBureau,
  ])
  const report = yearReport('云岭县教育局', 2025, '2021')
  const supervisor = place.actor('supervisor', 'government')
  expect(await takeInSheet(place.office, supervisor, { noticeId, report, prose: PROSE })).toMatchObject({
    refusals: [{ code: 'file-refused', say: expect.stringContaining('有两个都叫') }],
  })
})

test('同一个通知同时点了两次，只登记一次，两次的回答一样', async () => {
  const commandId = randomUUID()
  const both = await Promise.all([1, 2].map(() => issue('云政办〔2026〕8号', commandId)))
  expect(both.map((one) => must(one).noticeId)).toEqual([commandId, commandId])
})

test('第一次导出报送包同时点了两次，用的是同一把签名', async () => {
  const { tables } = yearReport('云岭县教育局', 2025, '2021')
  await place.asOwner(
    `insert into report (agency_id, year, version, format, state, source, tables, prose)
     values ($1, 2025, 1, '2021', 'approved', 'compiled', $2, $3)`,
    [place.ids.bureau, JSON.stringify(tables), JSON.stringify(PROSE)],
  )
  const clerk = place.actor('clerk')
  const both = await Promise.all([1, 2].map(() => writeBundle(place.office, clerk, 2025)))
  expect(new Set(both.map((one) => must(one).name)).size).toBe(1)
})
