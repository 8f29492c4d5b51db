/** 填表报送和离线报送包：不用系统、不联网的单位怎么报。 */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fileReader } from '../../src/edge/files/index.ts'
import type { FileTakenIn } from '../../src/edge/console/contract/hand-ins.ts'
import { localDate } from '../../src/law/date.ts'
import { approveReport, submitReport } from '../../src/office/reports/approve-report.ts'
import { compileReport } from '../../src/office/reports/compile-report.ts'
import { acceptHandIn, returnHandIn } from '../../src/office/reports/decide-hand-in.ts'
import { withdrawFromNotice } from '../../src/office/reports/notice-attachments.ts'
import { explainFinding, lookAt } from '../../src/office/reports/edit-report.ts'
import { issueNotice } from '../../src/office/reports/issue-notice.ts'
import { viewUnit } from '../../src/office/reports/view-hand-ins.ts'
import { readReport } from '../../src/record/reports/read-report.ts'
import { ZERO_KEYS } from '../../src/record/reports/zero-report.ts'
import { takeInSheet } from '../../src/office/reports/take-in-file.ts'
import { PROSE, yearReport } from './year-report.ts'
import { type County, county, must } from './county.ts'
import { filledIn, opened } from './filled-sheet.ts'
import { signInAs, type StaffClient } from './staff.ts'
import { asSeen, setCount, write } from './reports.ts'

let place: County
let app: FastifyInstance
let supervisor: StaffClient
let clerk: StaffClient
let noticeId: string
beforeAll(async () => {
  place = await county('2026-01-06')
  app = await place.product.buildServer()
  supervisor = await signInAs(app, place, 'supervisor', 'government')
  clerk = await signInAs(app, place, 'clerk')
  const issued = await issueNotice(place.office, place.actor('supervisor', 'government'), {
    commandId: randomUUID(),
    year: 2025,
    title: '关于报送2025年度政府信息公开工作年度报告的通知',
    number: '云政办〔2026〕3号',
    issuedOn: localDate('2026-01-06'),
    fileBy: localDate('2026-01-20'),
    acceptedFirst: false,
    text: '',
    units: [place.ids.bureau, place.ids.otherBureau],
  })
  noticeId = must(issued).noticeId
})
afterAll(async () => {
  await app?.close()
  await place?.close()
})

async function bring(bytes: Uint8Array, name: string, trust?: string) {
  const { status, body } = await supervisor.upload(`/hand-ins/${noticeId}/files`, { name, bytes }, trust ? { trust } : {})
  return { status, answer: JSON.parse(body) as FileTakenIn & { refusals?: { code: string; say: string }[] } }
}

async function blank(): Promise<Uint8Array> {
  const { status, bytes } = await supervisor.download(`/hand-ins/${noticeId}/units/${place.ids.otherBureau}/sheet.xlsx`)
  expect(status).toBe(200)
  return bytes
}

test('填报表有一处加错：不收，错误标在那一格；改正后收下；再导入一次不重复', async () => {
  const wrong = await filledIn(await blank(), (sheet, at) => (sheet.startsWith('三') && at === 0 ? 2 : 0))
  const { answer } = await bring(wrong, '民政局.xlsx')
  expect(answer).toMatchObject({ kind: 'faults', unit: '云岭县民政局' })
  if (answer.kind !== 'faults') throw new Error(answer.kind)
  expect(answer.findings.map(({ code }) => code)).toEqual(expect.arrayContaining(['X3', 'X1']))
  const book = await opened(new Uint8Array(Buffer.from(answer.marked, 'base64')))
  const notes: string[] = []
  book.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell((cell) => cell.note && notes.push(JSON.stringify(cell.note)))))
  expect(notes.join('')).toContain('X3')

  const right = await filledIn(await blank(), () => 0)
  expect((await bring(right, '民政局.xlsx')).answer).toMatchObject({ kind: 'handedIn', unit: '云岭县民政局' })
  expect((await bring(right, '民政局（改名）.xlsx')).answer).toMatchObject({ kind: 'already' })
})

test('填报表带着单位代码和年度：拿别的单位的表改了标题填的，问清是哪一个的；标题丢了的，照代码认；上一年的表不当作今年的；标出错误的表也带着代码', async () => {
  const titled = async (title: string) => {
    const book = await opened(await filledIn(await blank(), () => 0))
    const cell = book.worksheets[0]?.getCell(1, 1)
    if (cell) cell.value = title
    return new Uint8Array(await book.xlsx.writeBuffer())
  }
  const stolen = await bring(await titled('云岭县教育局2025年政府信息公开工作年度报告'), '教育局.xlsx')
  expect(stolen).toMatchObject({
    status: 422,
    answer: { refusals: [{ say: '这张填报表是发给云岭县民政局的，标题写的却是“云岭县教育局”。' }] },
  })
  const reader = fileReader()
  const untitled = await reader.read(await titled('报表'), '民政局.xlsx')
  reader.close()
  if (!untitled.ok) throw new Error(untitled.why)
  expect(untitled.document.sheetCode).toEqual({ unit: 'mzj', year: 2025 })
  const input = { noticeId, report: { ...yearReport('云岭县民政局', 2025, '2021', {}), agency: null }, prose: PROSE }
  const supervising = place.actor('supervisor', 'government')
  expect(await takeInSheet(place.office, supervising, { ...input, sheetCode: null })).toMatchObject({ ok: false })
  expect(await takeInSheet(place.office, supervising, { ...input, sheetCode: { unit: 'mzj', year: 2025 } })).toMatchObject({
    refusals: [{ say: expect.stringContaining('正在审核') }],
  })
  const lastYear = { ...input.report, year: null }
  expect(
    await takeInSheet(place.office, supervising, { ...input, report: lastYear, sheetCode: { unit: 'mzj', year: 2024 } }),
  ).toMatchObject({ refusals: [{ say: '这是2024年的报告，本通知要求2025年的。' }] })
  expect(await takeInSheet(place.office, supervising, { ...input, sheetCode: { unit: 'nobody', year: 2025 } })).toMatchObject({
    refusals: [{ say: expect.stringContaining('不在本通知的报送单位中') }],
  })
  const { answer } = await bring(
    await filledIn(await blank(), (sheet, at) => (sheet.startsWith('三') && at === 0 ? 2 : 0)),
    '民政局.xlsx',
  )
  if (answer.kind !== 'faults') throw new Error(answer.kind)
  expect((await opened(new Uint8Array(Buffer.from(answer.marked, 'base64')))).keywords).toContain('mzj')
})

test('空白的填报表不当作零：逐格指出', async () => {
  const { answer } = await bring(await blank(), '空表.xlsx')
  expect(answer).toMatchObject({ kind: 'faults' })
  if (answer.kind === 'faults') expect(new Set(answer.findings.map(({ code }) => code))).toContain('R03')
})

test('不是年度报告的、别的单位的，说明原因', async () => {
  const other = await bring(new TextEncoder().encode('通知：明天开会。'), '通知.txt')
  expect(other).toMatchObject({ status: 422, answer: { refusals: [{ code: 'file-refused' }] } })
})

let bundle: Uint8Array
let fingerprint: string

test('与上年结转不符的，提示审核人，不拦：纸质报送没有地方说明', async () => {
  const tables = { disclosed: null, disputes: null, requests: { carriedForward: [2, 0, 0, 0, 0, 0, 2] } }
  await place.asOwner(
    `insert into report (agency_id, year, version, format, state, source, tables, prose)
     values ($1, 2024, 1, '2021', 'published', 'imported', $2, '{"preface":[],"overall":[],"problems":[],"other":[]}')`,
    [place.ids.otherBureau, JSON.stringify(tables)],
  )
  const sheet = await filledIn(await blank(), (name, at) => (name.startsWith('二') && at === 0 ? 1 : 0))
  expect((await bring(sheet, '民政局.xlsx')).answer).toMatchObject({ refusals: [{ say: expect.stringContaining('正在审核') }] })
  must(
    await returnHandIn(place.office, place.actor('supervisor', 'government'), {
      noticeId,
      unitId: place.ids.otherBureau,
      seq: 1,
      remarks: [{ at: null, text: '请核对' }],
    }),
  )
  expect((await bring(sheet, '民政局.xlsx')).answer).toMatchObject({ kind: 'handedIn' })
  const unit = { noticeId, unitId: place.ids.otherBureau }
  const { shown } = must(await viewUnit(place.office, place.actor('supervisor', 'government'), unit))
  expect(shown?.findings).toContainEqual(expect.objectContaining({ code: 'X4', level: 'warning' }))
})

test('带密级标志的报告不收，拦下一事记入审计日志', async () => {
  const reader = fileReader()
  const read = await reader.read(await filledIn(await blank(), () => 0), '民政局.xlsx')
  reader.close()
  if (!read.ok) throw new Error(read.why)
  const taken = await takeInSheet(place.office, place.actor('supervisor', 'government'), {
    noticeId,
    report: readReport(read.document),
    prose: { preface: [], overall: ['机密★10年', '本机关……'], problems: [], other: [] },
  })
  expect(taken).toMatchObject({ ok: false, refusals: [{ code: 'file-marked-secret' }] })
  const log = await place.office.db.selectFrom('audit_entry').select('verb').where('verb', '=', 'files.stopMarked').execute()
  expect(log).toHaveLength(1)
})

test('通知附件：上传后所通知的单位都能下载，别的单位不能', async () => {
  const bytes = new TextEncoder().encode(
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
      '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
  )
  const sent = await supervisor.upload(`/hand-ins/${noticeId}/attachments`, { name: '附件1 填报说明.pdf', bytes })
  const { attachments } = JSON.parse(sent.body) as { attachments: { hash: string; name: string }[] }
  expect(attachments.map(({ name }) => name)).toEqual(['附件1 填报说明.pdf'])
  const address = `/hand-ins/${noticeId}/attachments/${attachments[0]?.hash ?? ''}`
  expect((await clerk.download(address)).bytes).toEqual(bytes)
  const { rows } = (await clerk.get('/report-tasks')).json<{ rows: { attachments: unknown[] }[] }>()
  expect(rows[0]?.attachments).toHaveLength(1)
  expect((await clerk.upload(`/hand-ins/${noticeId}/attachments`, { name: 'a.pdf', bytes })).status).toBe(403)
  const school = await signInAs(app, place, 'clerk', 'school')
  expect((await school.get(address)).status).toBe(404)

  // 撤回要原因；撤回之后谁也打不开，名称和原因各单位看得到；再传就又在了；报送期限过后不能撤回
  const { office } = place
  const hash = attachments[0]?.hash ?? ''
  expect((await supervisor.post(`${address}/withdraw`, { because: ' ' })).status).toBe(422)
  expect((await clerk.post(`${address}/withdraw`, { because: '传错了版本' })).status).toBe(403)
  expect((await supervisor.post(`${address}/withdraw`, { because: '传错了版本' })).status).toBe(200)
  for (const one of [clerk, supervisor]) expect((await one.get(address)).status).toBe(404)
  const told = (await clerk.get('/report-tasks')).json<{ rows: { attachments: { name: string; withdrawn: unknown }[] }[] }>()
  expect(told.rows[0]?.attachments).toMatchObject([{ name: '附件1 填报说明.pdf', withdrawn: { because: '传错了版本' } }])
  expect((await supervisor.post(`${address}/withdraw`, { because: '传错了版本' })).status).toBe(404)
  await supervisor.upload(`/hand-ins/${noticeId}/attachments`, { name: '附件1 填报说明.pdf', bytes })
  expect((await clerk.download(address)).bytes).toEqual(bytes)
  const today = office.today()
  place.setToday('2027-03-01')
  const late = { noticeId, hash, because: '传错了版本' }
  expect(await withdrawFromNotice(office, place.actor('supervisor', 'government'), late)).toMatchObject({
    refusals: [{ code: 'attachment-too-late' }],
  })
  place.setToday(today)
})

test('未经主要负责人批准，不能导出报送包', async () => {
  const { office } = place
  const [officer, head] = [place.actor('clerk'), place.actor('head')]
  must(await compileReport(office, officer, 2025))
  expect((await clerk.get('/reports/2025.zgk')).status).toBe(409)
  for (const kind of ['permits', 'penalties', 'compulsion', 'feesWanYuan'] as const)
    must(await setCount(office, officer, { year: 2025, kind, value: kind === 'permits' ? 7 : 0, basis: '台账' }))
  // 一件申请也没有的年度，逐项核对之后才能送审；五、存在的主要问题不能空着
  const held = async () => {
    const sent = await submitReport(office, officer, await asSeen(office, officer, 2025))
    return sent.ok ? [] : sent.refusals.map(({ say }) => say.slice(0, 3))
  }
  expect(await held()).toEqual(['L10', 'L10', 'L11'])
  const draft = must(await compileReport(office, officer, 2025))
  must(await write(office, officer, 2025, { ...draft.prose, problems: ['解读形式单一。'] }))
  const said = await explainFinding(office, officer, {
    year: 2025,
    finding: 'L10 total 0',
    text: '全年确实没有收到过申请，都问过了',
    was: '',
  })
  expect(said).toMatchObject({ refusals: [{ code: 'field-invalid', field: 'finding' }] })
  expect(await explainFinding(office, officer, { year: 2025, finding: 'X4 total 1 0', text: 'x', was: '' })).toMatchObject({
    refusals: [{ code: 'field-invalid', field: 'text' }],
  })
  expect(await held()).toEqual(['L10', 'L10'])
  const [first, ...others] = ZERO_KEYS
  for (const key of others) must(await lookAt(office, officer, { year: 2025, key, looked: true }))
  expect(await held()).toEqual(['L10'])
  const looked = must(await lookAt(office, officer, { year: 2025, key: first ?? 'post', looked: true }))
  expect(looked.zero.at(-1)).toMatchObject({ key: first, by: officer.name })
  must(await submitReport(office, officer, await asSeen(office, officer, 2025)))
  must(await approveReport(office, head, await asSeen(office, head, 2025)))
  const { status, bytes, name } = await clerk.download('/reports/2025.zgk')
  expect(status).toBe(200)
  fingerprint = /签名指纹 ([0-9A-F ]+)/.exec(name)?.[1] ?? ''
  bundle = bytes
})

test('第一次收到的签名，须与单位核对指纹；之后不再问；重复导入不重复登记；与主管部门存的上一年不符的，只提示', async () => {
  const tables = { disclosed: null, disputes: null, requests: { carriedForward: [1, 0, 0, 0, 0, 0, 1] } }
  await place.asOwner(
    `insert into report (agency_id, year, version, format, state, source, tables, prose)
     values ($1, 2024, 1, '2021', 'published', 'imported', $2, '{"preface":[],"overall":[],"problems":[],"other":[]}')`,
    [place.ids.bureau, JSON.stringify(tables)],
  )
  expect((await bring(bundle, 'a.zgk')).answer).toMatchObject({ kind: 'trust', fingerprint, changed: false })
  expect((await bring(bundle, 'a.zgk', '0000 0000 0000 0000')).answer).toMatchObject({ kind: 'trust' })
  expect((await bring(bundle, 'a.zgk', fingerprint)).answer).toMatchObject({ kind: 'handedIn', unit: '云岭县教育局' })
  expect((await bring(bundle, 'a.zgk')).answer).toMatchObject({ kind: 'already' })
  const view = must(await viewUnit(place.office, place.actor('supervisor', 'government'), { noticeId, unitId: place.ids.bureau }))
  expect(view).toMatchObject({ submissions: [{ seq: 1, via: 'bundle' }], shown: { tables: { disclosed: { permits: 7 } } } })
  expect(view.shown?.findings).toContainEqual(expect.objectContaining({ code: 'X4', level: 'warning' }))
})

test('改动过的报送包不收', async () => {
  const entries = unzipSync(bundle)
  const report = new TextDecoder().decode(entries['report.json']).replace('"permits":7', '"permits":70')
  const forged = zipSync({ ...entries, 'report.json': new TextEncoder().encode(report) })
  expect(await bring(forged, 'a.zgk')).toMatchObject({ status: 422, answer: { refusals: [{ code: 'file-refused' }] } })
})

test('退回以后单位核对无误、送来同一份文件的，照收；不退回的不重复登记', async () => {
  const on = { noticeId, unitId: place.ids.bureau }
  const supervising = place.actor('supervisor', 'government')
  must(await returnHandIn(place.office, supervising, { ...on, seq: 1, remarks: [{ at: null, text: '请核对许可数' }] }))
  expect((await bring(bundle, 'a.zgk')).answer).toMatchObject({ kind: 'handedIn' })
  expect((await bring(bundle, 'a.zgk')).answer).toMatchObject({ kind: 'already' })
  expect(
    must(await viewUnit(place.office, supervising, on))
      .submissions.map(({ seq }) => seq)
      .toSorted(),
  ).toEqual([1, 2])
})

test('后来又报送、审核了别的一份，再导入旧的报送包，不再登记，汇总仍是新的数', async () => {
  const on = { noticeId, unitId: place.ids.bureau }
  const supervising = place.actor('supervisor', 'government')
  must(await acceptHandIn(place.office, supervising, { ...on, seq: 2 }))
  const report = yearReport('云岭县教育局', 2025, '2021', { permits: 9 })
  must(await takeInSheet(place.office, supervising, { noticeId, report, prose: PROSE }))
  must(await acceptHandIn(place.office, supervising, { ...on, seq: 3 }))
  expect((await bring(bundle, 'a.zgk')).answer).toMatchObject({ kind: 'already' })
  const manifest: unknown = JSON.parse(new TextDecoder().decode(unzipSync(bundle)['manifest.json']))
  expect(manifest).toMatchObject({ reportVersion: 1, writtenOn: expect.stringMatching(/^2026-/) })
  expect(must(await viewUnit(place.office, supervising, on)).submissions).toHaveLength(3)
})
