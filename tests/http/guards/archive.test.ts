/** 归档与证据: nothing overwritten, nothing missing unnoticed, personal data gone at the end of retention and the counts intact. */
import { createHash, randomUUID } from 'node:crypto'
import { PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { strFromU8, unzipSync } from 'fflate'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localDate } from '../../../src/law/date.ts'
import { volumePdf, volumeZip } from '../../../src/edge/archive/volume.ts'
import { caseVolume } from '../../../src/record/archive/volume.ts'
import { archiveCase, transferVolume } from '../../../src/office/archive/archive-case.ts'
import { bundleIndex, exportBundle } from '../../../src/office/archive/bundle.ts'
import { decideErasure, proposeErasure } from '../../../src/office/archive/erase.ts'
import { setRetention, viewArchive } from '../../../src/office/archive/view-archive.ts'
import { attachToCase } from '../../../src/office/files/attach-to-case.ts'
import { listAudit } from '../../../src/office/oversight/list-audit.ts'
import { nightlyCheck } from '../../../src/office/oversight/nightly.ts'
import { refold } from '../../../src/office/oversight/refold.ts'
import { splitRequest } from '../../../src/office/requests/split-request.ts'
import { openCasePage } from '../../../src/office/requests/view-case.ts'
import type { Bundle, BundleScope } from '../../../src/record/archive/bundle.ts'
import { ERASED_MARK } from '../../../src/record/people/erased.ts'
import { verifyAudit } from '../../../src/store/audit.sql.ts'
import { factsOf } from '../../../src/store/requests.sql.ts'
import { type CaseWork, GRANTED, newCase } from '../case-work.ts'
import { ALL_ENTRIES, ALL_YEARS, type County, county, MARKER, must } from '../county.ts'
import { signInAs } from '../staff.ts'

let place: County
beforeAll(async () => {
  place = await county('2026-03-02')
})
afterAll(() => place.close())

const clerk = () => place.actor('clerk')
const codes = (result: { ok: boolean; refusals?: readonly { code: string }[] }) =>
  result.ok ? [] : (result.refusals ?? []).map(({ code }) => code)

async function served(work: CaseWork, day: string): Promise<void> {
  must(await work.record({ kind: 'served', on: localDate(day), by: 'in-person', proof: '送达回证签收' }))
}

async function archive(work: CaseWork, day: string, retention: 'years10' | null = null) {
  place.setToday(day)
  const { version: seen } = await work.view()
  return archiveCase(place.office, clerk(), { caseId: work.id, commandId: randomUUID(), seen, on: localDate(day), retention })
}

test('G23 证据卷：目录列出每一件，缺的逐项点名；补齐后不再点名', async () => {
  const work = await newCase(place, '2026-03-02')
  await work.reply(GRANTED, '2026-03-05')
  const before = must(await bundleIndex(place.office, clerk(), work.id))
  expect(before.gaps.map(({ section }) => section)).toContain('service')
  await served(work, '2026-03-06')
  const after = must(await bundleIndex(place.office, clerk(), work.id))
  expect(after.gaps.filter(({ say }) => say.includes('答复还没有送达'))).toEqual([])
  expect(new Set(after.parts.map(({ section }) => section))).toEqual(
    new Set(['request', 'receipt', 'clock', 'course', 'drafting', 'letters', 'service', 'basis']),
  )
})

test('G23 一键导出：合订 PDF 有书签和连续页码，原件压缩包逐个文件有校验值，导出记入审计日志', async () => {
  const work = await newCase(place, '2026-03-02', { via: 'signed-mail' })
  must(await attachToCase(place.office, clerk(), { caseId: work.id, upload: { name: '信封.png', bytes: ONE_PIXEL } }))
  await work.reply(GRANTED, '2026-03-05')
  await served(work, '2026-03-06')
  const app = await place.product.buildServer()
  const client = await signInAs(app, place, 'clerk')
  const opened = must(await exportBundle(place.office, clerk(), { caseId: work.id, scope: 'volume', form: 'pdf' }))
  const pdf = await PDFDocument.load(await volumePdf(caseVolume(opened.bundle), opened.bytesOf))
  expect(pdf.getPageCount()).toBeGreaterThan(opened.bundle.parts.length)
  expect(pdf.catalog.get(PDFName.of('Outlines'))).toBeDefined()
  const files = unzipSync(await volumeZip(caseVolume(opened.bundle), opened.bytesOf))
  const names = Object.keys(files)
  expect(names).toEqual(expect.arrayContaining(['index.html', '案卷.pdf', '办理经过.json', 'SHA256SUMS.txt']))
  expect(names.some((name) => /^原件\/\d+-信封\.png$/.test(name))).toBe(true)
  const sums = strFromU8(files['SHA256SUMS.txt'] ?? new Uint8Array())
    .trim()
    .split('\n')
  expect(sums).toHaveLength(names.length - 1)
  for (const line of sums) {
    const [sum, path = ''] = line.split('  ')
    expect(
      createHash('sha256')
        .update(files[path] ?? '')
        .digest('hex'),
    ).toBe(sum)
  }
  const download = await client.get(`/requests/${work.id}/bundle.pdf`)
  expect([download.status, download.headers['content-type']]).toEqual([200, 'application/pdf'])
  const { rows } = must(await listAudit(place.office, place.actor('auditor'), 1, ALL_ENTRIES))
  expect(rows[0]).toMatchObject({ verbWords: '导出案卷、证据卷', detail: expect.stringContaining('证据卷') })
  await app.close()
}, 60_000)

test('G23 交给复议机关、法院的证据卷：不含没有公开的原件和没有发出的稿；原件另行密封，归档的案卷里都在', async () => {
  const work = await newCase(place, '2026-03-02')
  must(await attachToCase(place.office, clerk(), { caseId: work.id, upload: { name: '检索截图.png', bytes: ONE_PIXEL } }))
  const none = await exportBundle(place.office, clerk(), { caseId: work.id, scope: 'sealed', form: 'pdf' })
  expect(none).toMatchObject({ refusals: [{ code: 'not-found' }] })
  const upload = { name: '会议记录.png', bytes: ONE_PIXEL }
  must(await attachToCase(place.office, clerk(), { caseId: work.id, upload, kind: '不公开的信息原件' }))
  await work.reply(GRANTED, '2026-03-05')
  const bundleOf = async (scope: BundleScope) =>
    must(await exportBundle(place.office, clerk(), { caseId: work.id, scope, form: 'zip' })).bundle
  const [evidence, sealed, volume] = [await bundleOf('evidence'), await bundleOf('sealed'), await bundleOf('volume')]
  const files = (bundle: Bundle) => bundle.parts.flatMap((part) => (part.kind === 'file' ? [part.name] : []))
  expect([evidence, sealed, volume].map(files)).toEqual([['检索截图.png'], ['会议记录.png'], ['检索截图.png', '会议记录.png']])
  expect(sealed.parts).toHaveLength(1)
  expect(evidence.notes.join('')).toContain('1件不在本卷')
  expect([evidence.gaps, evidence.acts]).toEqual([[], []])
  expect(volume.acts.length).toBeGreaterThan(0)
  const wordings = ({ parts }: Bundle) => /第\d+稿/u.test(JSON.stringify(parts))
  expect([evidence, volume].map(wordings)).toEqual([false, true])
  expect(must(await bundleIndex(place.office, clerk(), work.id)).sealed).toBe(1)
  const client = await signInAs(await place.product.buildServer(), place, 'clerk')
  const unnamed = Object.keys(unzipSync((await client.download(`/requests/${work.id}/bundle.zip`)).bytes))
  expect(unnamed).toContain('证据卷.pdf')
  expect(unnamed.filter((name) => name.includes('会议记录') || name.includes('办理经过.json'))).toEqual([])
}, 60_000)

test('G24 归档：没有送达不能归档；归档后不能再办、不能再添材料；更正须写明理由，案卷号保留并标明作废', async () => {
  const work = await newCase(place, '2026-03-02')
  await work.reply(GRANTED, '2026-03-05')
  expect(codes(await archive(work, '2026-03-06'))).toEqual(['archive-too-early'])
  await served(work, '2026-03-06')
  must(await archive(work, '2026-03-09'))
  const [volume] = must(await viewArchive(place.office, clerk(), { year: 2026 })).volumes
  expect(volume).toMatchObject({ number: '云教公开档〔2026〕1号', retention: 'years30', voidedBecause: null })
  expect(codes(await work.record({ kind: 'withdrawn', on: localDate('2026-03-10') }))).toEqual(['case-archived'])
  const add = () => attachToCase(place.office, clerk(), { caseId: work.id, upload: { name: '回执.png', bytes: ONE_PIXEL } })
  expect(codes(await add())).toEqual(['case-archived'])
  const { acts } = await work.view()
  const of = acts.findLast(({ kind }) => kind === 'archived')?.seq ?? -1
  must(await work.record({ kind: 'annulled', on: localDate('2026-03-10'), of, reason: '漏装送达凭证' }))
  must(await add())
  must(await archive(work, '2026-03-11'))
  const { volumes } = must(await viewArchive(place.office, clerk(), { year: 2026 }))
  expect(volumes.map(({ number, voidedBecause }) => [number, voidedBecause])).toEqual([
    ['云教公开档〔2026〕1号', '漏装送达凭证'],
    ['云教公开档〔2026〕2号', null],
  ])
  const { version: seen } = await work.view()
  const transfer = { caseId: work.id, commandId: randomUUID(), seen, on: localDate('2026-03-11'), to: '云岭县档案馆' }
  must(await transferVolume(place.office, clerk(), transfer))
  expect(must(await viewArchive(place.office, clerk(), { year: 2026 })).volumes[1]?.transferredTo).toBe('云岭县档案馆')
})

test('G24 保管期满：一人提出、另一人批准后个人信息销毁，办理经过、统计和审计链不变，页面照常打开', async () => {
  const rules = {
    disputed: 'permanent',
    withheld: 'years30',
    disclosed: 'years10',
    otherReplies: 'years10',
    closedWithoutReply: 'years10',
    amendments: 'years10',
  } as const
  must(
    await setRetention(place.office, place.actor('officeHead'), {
      from: localDate('2026-03-02'),
      rules,
      source: '本局保管期限表',
    }),
  )
  const work = await newCase(place, '2026-03-12')
  const upload = { name: `${MARKER}.png`, bytes: ONE_PIXEL }
  must(await attachToCase(place.office, clerk(), { caseId: work.id, upload }))
  await work.reply(GRANTED, '2026-03-13')
  await served(work, '2026-03-16')
  must(await archive(work, '2026-03-17'))
  await place.asOwner(
    `insert into letter_translation (agency_id, letter_id, state, sealed)
     select agency_id, id, 'checked', $1 from letter where case_id = $2 and code = 'D11'`,
    [place.office.vault.seal([`${MARKER}ལགས།`]), work.id],
  )
  const propose = () => proposeErasure(place.office, clerk(), { caseIds: [work.id], basis: '保管期满' })
  expect(codes(await propose())).toEqual(['retention-running'])
  place.setToday('2037-01-04')
  const first = must(await propose())
  const sentBack = (because: string) => decideErasure(place.office, place.actor('head'), { ...first, approve: false, because })
  expect(codes(await sentBack(' '))).toEqual(['field-missing'])
  must(await sentBack('没有档案主管部门的鉴定意见'))
  const { id } = must(await propose())
  const facts = await factsOf(place.office.db, place.ids.bureau, ALL_YEARS)
  expect(codes(await decideErasure(place.office, clerk(), { id, approve: true, because: '' }))).toEqual(['not-permitted'])
  expect(must(await decideErasure(place.office, place.actor('head'), { id, approve: true, because: '' }))).toEqual({ erased: 1 })
  const page = must(await openCasePage(place.office, clerk(), work.id))
  expect(JSON.stringify(page)).not.toContain(MARKER)
  const [translated] = await place.asOwner(
    'select t.sealed from letter_translation t join letter l on l.id = t.letter_id where l.case_id = $1',
    [work.id],
  )
  expect(JSON.stringify(place.office.vault.open(translated?.['sealed'] as Buffer))).not.toContain(MARKER)
  expect(page.requester.kind).toBe('naturalPerson')
  expect(page.content.subject).toBe(ERASED_MARK)
  expect(must(await bundleIndex(place.office, clerk(), work.id)).erasedOn).not.toBeNull()
  const counted = (rows: typeof facts) => rows.map((fact) => ({ ...fact, subject: '' }))
  expect(counted(await factsOf(place.office.db, place.ids.bureau, ALL_YEARS))).toEqual(counted(facts))
  expect((await verifyAudit(place.office.db)).faults).toEqual([])
  expect((await refold(place.office, { write: false })).drifts).toEqual([])
})

test('G24 加密的每一列，服务都能改写成“已销毁”或者整行删去；后来添的表也不例外', async () => {
  const kept = await place.asOwner(
    `select c.table_name || '.' || c.column_name as place
     from information_schema.columns c
     where c.table_schema = 'public' and c.data_type = 'bytea'
       and exists (select from information_schema.columns k where k.table_schema = 'public' and k.table_name = c.table_name
         and k.column_name in ('case_id', 'dispute_id', 'letter_id', 'amendment_id'))
       and not has_column_privilege('gongkai_app', format('%I.%I', c.table_schema, c.table_name), c.column_name, 'update')
       and not has_table_privilege('gongkai_app', format('%I.%I', c.table_schema, c.table_name), 'delete')`,
  )
  expect(kept).toEqual([])
})

async function closedTenYears(work: CaseWork): Promise<void> {
  await work.reply(GRANTED, '2026-03-13')
  await served(work, '2026-03-16')
  must(await archive(work, '2026-03-17', 'years10'))
}

test('G24 拆分出来的另一件还在保管的，销毁这一件时申请人的信息留下；清册提出后作废的案卷不再销毁', async () => {
  const work = await newCase(place, '2026-03-12')
  const { version: seen } = await work.view()
  const items = [
    { subject: '2025年公用经费决算', description: '' },
    { subject: '2025年食堂账目公示', description: '' },
  ]
  must(await splitRequest(place.office, clerk(), { caseId: work.id, commandId: randomUUID(), seen, items }))
  const other = await place.office.db
    .selectFrom('case_link')
    .select('other_id')
    .where('case_id', '=', work.id)
    .where('kind', '=', 'split')
    .executeTakeFirstOrThrow()
  await closedTenYears(work)
  const mistaken = await newCase(place, '2026-03-12')
  await closedTenYears(mistaken)
  place.setToday('2037-01-04')
  const propose = async (id: string) => must(await proposeErasure(place.office, clerk(), { caseIds: [id], basis: '保管期满' })).id
  const approve = async (id: string) => decideErasure(place.office, place.actor('head'), { id, approve: true, because: '' })
  const pageOf = async (id: string) => must(await openCasePage(place.office, clerk(), id))

  const [first, second] = [await propose(work.id), await propose(mistaken.id)]
  const before = await pageOf(other.other_id)
  must(await approve(first))
  expect(await pageOf(other.other_id)).toEqual(before)
  expect(JSON.stringify(before)).not.toContain(ERASED_MARK)

  const archived = (await mistaken.view()).acts.findLast(({ kind }) => kind === 'archived')?.seq ?? -1
  must(await mistaken.record({ kind: 'annulled', on: localDate('2037-01-04'), of: archived, reason: '尚有诉讼' }))
  expect(codes(await approve(second))).toEqual(['retention-running'])
  expect(JSON.stringify(await pageOf(mistaken.id))).not.toContain(ERASED_MARK)
})

test('G24 销毁时案卷的文件内容从盘上清除；随通知下发的同一份内容留下', async () => {
  const work = await newCase(place, '2026-03-12')
  const [own, shared] = await Promise.all(
    ['red', 'green'].map((background) =>
      sharp({ create: { width: 9, height: 9, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  )
  const hashes = [own, shared].map((bytes = Buffer.alloc(0)) => createHash('sha256').update(bytes).digest('hex'))
  for (const bytes of [own, shared])
    must(await attachToCase(place.office, clerk(), { caseId: work.id, upload: { name: '附件.png', bytes: bytes ?? ONE_PIXEL } }))
  const [noticeId, by] = [randomUUID(), place.actor('supervisor', 'government')]
  await place.asOwner(
    `with n as (insert into report_notice (agency_id, id, year, title, number, issued_on, file_by, accepted_first, body, format, issued_by)
       values ($1, $2, 2025, '通知', '云政办〔2026〕9号', '2026-03-01', '2026-03-31', false, '', '', $3))
     insert into notice_attachment values ($1, $2, $4, '附件.png', 'image/png', 1, $3, '2026-03-01')`,
    [by.agencyId, noticeId, by.id, hashes[1]],
  )
  await closedTenYears(work)
  place.setToday('2037-01-04')
  const { id } = must(await proposeErasure(place.office, clerk(), { caseIds: [work.id], basis: '保管期满' }))
  must(await decideErasure(place.office, place.actor('head'), { id, approve: true, because: '' }))
  const onDisk = hashes.map((hash) => place.office.files.get(hash).then(Boolean, () => false))
  expect(await Promise.all(onDisk)).toEqual([false, true])
})

test('G24 两个案卷有同一份文件：先销毁一个，文件留着；两个都销毁，文件也清除', async () => {
  const bytes = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'teal' } })
    .png()
    .toBuffer()
  const hash = createHash('sha256').update(bytes).digest('hex')
  const works = [await newCase(place, '2026-03-13'), await newCase(place, '2026-03-13')]
  for (const work of works) {
    must(await attachToCase(place.office, clerk(), { caseId: work.id, upload: { name: '附件.png', bytes } }))
    await closedTenYears(work)
  }
  const there: boolean[] = []
  for (const work of works) {
    place.setToday('2037-01-04')
    const { id } = must(await proposeErasure(place.office, clerk(), { caseIds: [work.id], basis: '保管期满' }))
    must(await decideErasure(place.office, place.actor('head'), { id, approve: true, because: '' }))
    there.push(await place.office.files.get(hash).then(Boolean, () => false))
  }
  expect(there).toEqual([true, false])
})

test('G24 批准销毁之后、清除文件之前中断的：夜间检查接着清除', async () => {
  const bytes = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'olive' } })
    .png()
    .toBuffer()
  const hash = createHash('sha256').update(bytes).digest('hex')
  const work = await newCase(place, '2026-03-13')
  must(await attachToCase(place.office, clerk(), { caseId: work.id, upload: { name: '附件.png', bytes } }))
  await closedTenYears(work)
  place.setToday('2037-01-04')
  const { id } = must(await proposeErasure(place.office, clerk(), { caseIds: [work.id], basis: '保管期满' }))
  const stop = () => Promise.reject(new Error('stopped'))
  const stopping = { ...place.office, files: { ...place.office.files, remove: stop } }
  await expect(decideErasure(stopping, place.actor('head'), { id, approve: true, because: '' })).rejects.toThrow('stopped')
  const there = () => place.office.files.get(hash).then(Boolean, () => false)
  expect(await there()).toBe(true)
  await nightlyCheck(place.office)
  expect(await there()).toBe(false)
})

/** A PNG of one pixel. */
const ONE_PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
)
