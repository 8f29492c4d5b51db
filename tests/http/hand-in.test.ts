/** 年度报告的报送 (Art 49): notice → hand-in → returned with a remark on a cell → corrected → accepted → added up → published at both levels. */
import { createHash, randomUUID } from 'node:crypto'
import { PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { load } from 'cheerio'
import { strFromU8, unzipSync } from 'fflate'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localDate } from '../../src/law/date.ts'
import { refold } from '../../src/office/oversight/refold.ts'
import { approveReport, submitReport } from '../../src/office/reports/approve-report.ts'
import { cellCases, sumCell, unitCell } from '../../src/office/reports/cell-cases.ts'
import { compileReport } from '../../src/office/reports/compile-report.ts'
import { acceptHandIn, excuseUnit, remindUnits, returnHandIn } from '../../src/office/reports/decide-hand-in.ts'
import { lookAt } from '../../src/office/reports/edit-report.ts'
import { seeTask } from '../../src/office/reports/hand-in-report.ts'
import { issueNotice, unitChoices } from '../../src/office/reports/issue-notice.ts'
import { publishReport } from '../../src/office/reports/publish-report.ts'
import { draftCircular, listNotices, viewNotice, viewUnit } from '../../src/office/reports/view-hand-ins.ts'
import { listReportTasks } from '../../src/office/reports/view-tasks.ts'
import { registerRequest } from '../../src/office/requests/register-request.ts'
import { ZERO_KEYS } from '../../src/record/reports/zero-report.ts'
import { CONTENT, type County, county, must, REQUESTER } from './county.ts'
import { asSeen, handIn, setCount, write } from './reports.ts'
import { signInAs } from './staff.ts'

let place: County
beforeAll(async () => {
  place = await county('2025-12-22')
  for (const agency of ['bureau', 'government'] as const)
    must(
      await registerRequest(place.office, place.actor('clerk', agency), {
        commandId: randomUUID(),
        requester: REQUESTER,
        content: CONTENT,
        via: 'in-person',
        submittedOn: localDate('2025-12-22'),
        receivedOn: null,
      }),
    )
  place.setToday('2026-01-05')
})
afterAll(() => place.close())

function codesOf(result: { ok: boolean; refusals?: readonly { code: string }[] }): string[] {
  return result.refusals?.map((refusal) => refusal.code) ?? []
}

const NUMBER = '云政办〔2026〕3号'
let noticeId: string

async function issue(over: Record<string, unknown> = {}) {
  const { ids } = place
  return issueNotice(place.office, place.actor('supervisor', 'government'), {
    commandId: randomUUID(),
    year: 2025,
    title: '关于报送2025年度政府信息公开工作年度报告的通知',
    number: NUMBER,
    issuedOn: localDate('2026-01-05'),
    fileBy: localDate('2026-01-20'),
    acceptedFirst: true,
    text: '请于1月20日前报送。',
    units: [ids.bureau, ids.otherBureau],
    ...over,
  })
}

/** Compiles, fills in what no case stands behind, has the head approve. */
async function ready(agency: 'bureau' | 'otherBureau' | 'government', permits: number) {
  const { office } = place
  const clerk = place.actor('clerk', agency)
  must(await compileReport(office, clerk, 2025))
  for (const kind of ['permits', 'penalties', 'compulsion', 'feesWanYuan'] as const)
    must(await setCount(office, clerk, { year: 2025, kind, value: kind === 'permits' ? permits : 0, basis: '台账' }))
  const draft = must(await compileReport(office, clerk, 2025))
  must(
    await write(office, clerk, 2025, {
      ...draft.prose,
      problems: ['解读形式单一。', ...(permits === 48 ? ['教师资格认定已计入。'] : [])],
      other: ['无'],
    }),
  )
  if (draft.findings.some(({ code }) => code === 'L10'))
    for (const key of ZERO_KEYS) must(await lookAt(office, clerk, { year: 2025, key, looked: true }))
  must(await submitReport(office, clerk, await asSeen(office, clerk, 2025)))
  return must(await approveReport(office, place.actor('head', agency), await asSeen(office, place.actor('head', agency), 2025)))
}

test('通知只能发给编制年度报告的下级单位；学校不报送，写明理由（第五十五条）', async () => {
  const supervisor = place.actor('supervisor', 'government')
  const choices = must(await unitChoices(place.office, supervisor))
  expect(choices.find(({ id }) => id === place.ids.school)?.excluded).toContain('第五十五条')
  expect(choices.filter(({ excluded, direct }) => direct && !excluded).map(({ id }) => id)).toEqual([
    place.ids.bureau,
    place.ids.otherBureau,
  ])
  expect(codesOf(await issue({ units: [place.ids.school] }))).toEqual(['field-invalid'])
  expect(codesOf(await issue({ fileBy: localDate('2026-01-04') }))).toEqual(['date-before-cause'])
  expect(codesOf(await issueNotice(place.office, place.actor('clerk'), {} as never))).toEqual(['not-permitted'])
  ;({ noticeId } = must(await issue()))
  expect(codesOf(await issue())).toEqual(['already-done'])
  const [row] = must(await listNotices(place.office, supervisor))
  expect(row).toMatchObject({ number: NUMBER, counts: { asked: 2, accepted: 0 }, late: 0 })
})

test('单位看到任务，签收；未经主要负责人批准不能报送', async () => {
  const clerk = place.actor('clerk')
  const [task] = must(await listReportTasks(place.office, clerk))
  expect(task).toMatchObject({ number: NUMBER, issuer: '云岭县人民政府办公室', state: 'asked', fileBy: '2026-01-20' })
  expect(must(await seeTask(place.office, clerk, noticeId))[0]?.state).toBe('seen')
  expect(codesOf(await seeTask(place.office, clerk, noticeId))).toEqual(['already-done'])
  expect(codesOf(await handIn(place.office, clerk, noticeId))).toEqual(['not-found'])
  must(await compileReport(place.office, clerk, 2025))
  expect(codesOf(await handIn(place.office, clerk, noticeId))).toEqual(['approval-needed'])
  expect(codesOf(await seeTask(place.office, place.actor('clerk', 'school'), noticeId))).toEqual(['not-found'])
})

test('引言自动引用通知的文号；要求先报送审核的，审核通过前不能公布', async () => {
  const clerk = place.actor('clerk')
  const draft = must(await compileReport(place.office, clerk, 2025))
  expect(draft.prose.preface.join('')).toContain(`《关于报送2025年度政府信息公开工作年度报告的通知》（${NUMBER}）`)
  const bare = must(await write(place.office, clerk, 2025, { ...draft.prose, preface: ['本报告按格式编制。'] }))
  expect(bare.findings.map(({ code }) => code)).toContain('L04')
  must(await write(place.office, clerk, 2025, draft.prose))
  expect((await ready('bureau', 5)).findings.map(({ code }) => code)).not.toContain('L04')
  await ready('otherBureau', 1)
  expect(
    codesOf(
      await publishReport(place.office, place.actor('officeHead'), await asSeen(place.office, place.actor('officeHead'), 2025)),
    ),
  ).toEqual(['approval-needed'])
})

test('报送后退回，批注落在单元格上；改正后再报，新旧差异列出；旧的一份原样保留', async () => {
  const { office, ids } = place
  const [clerk, supervisor] = [place.actor('clerk'), place.actor('supervisor', 'government')]
  expect(must(await handIn(office, clerk, noticeId))[0]).toMatchObject({ state: 'handedIn', late: false })
  expect(codesOf(await handIn(office, clerk, noticeId))).toEqual(['already-done'])
  const remark = {
    at: { table: 'disclosed' as const, row: 'permits', column: '0' },
    text: '教师资格认定是否计入？',
  }
  const on = { noticeId, unitId: ids.bureau }
  const nowhere = { at: { table: 'disclosed' as const, row: 'nonsense', column: 'zzz' }, text: '？' }
  expect(codesOf(await returnHandIn(office, supervisor, { ...on, seq: 1, remarks: [nowhere] }))).toEqual(['field-invalid'])
  must(await returnHandIn(office, supervisor, { ...on, seq: 1, remarks: [remark] }))
  const [returned] = must(await listReportTasks(office, clerk))
  expect(returned).toMatchObject({ state: 'returned', remarks: [remark], unchanged: true, may: { handIn: { allowed: true } } })
  expect(await handIn(office, clerk, noticeId, '已核')).toMatchObject({
    refusals: [{ code: 'field-missing', field: 'reply' }],
  })
  await ready('bureau', 48)
  expect(must(await handIn(office, clerk, noticeId))[0]).toMatchObject({ state: 'handedIn', remarks: [] })
  const view = must(await viewUnit(office, supervisor, on))
  expect(view.shown?.changes).toMatchObject([{ words: '“行政许可”一行“本年处理决定数量”', before: 5, now: 48 }])
  const [reworded] = view.shown?.reworded ?? []
  expect(reworded?.words).toBe('五、存在的主要问题及改进情况')
  expect(reworded?.pieces.filter(({ kind }) => kind === 'new').map(({ text }) => text)).toEqual(['教师资格认定已计入。\n'])
  expect(must(await viewUnit(office, supervisor, { ...on, seq: 1 })).shown?.tables.disclosed).toMatchObject({ permits: 5 })
  expect(codesOf(await acceptHandIn(office, supervisor, { ...on, seq: 1 }))).toEqual(['already-done'])
})

test('审核通过即汇总；同时审核两份，汇总数不漏不重；两个人同时审核同一份，只算一次', async () => {
  const { office, ids } = place
  const supervisor = place.actor('supervisor', 'government')
  must(await handIn(office, place.actor('clerk', 'otherBureau'), noticeId))
  const accept = (unitId: string, seq: number) => acceptHandIn(office, supervisor, { noticeId, unitId, seq })
  const done = await Promise.all([accept(ids.bureau, 2), accept(ids.bureau, 2), accept(ids.otherBureau, 1)])
  expect(done.filter(({ ok }) => ok)).toHaveLength(2)
  expect(done.flatMap(codesOf)).toEqual(['already-done'])
  const notice = must(await viewNotice(office, supervisor, { id: noticeId, page: 1 }))
  expect(notice).toMatchObject({ accepted: 2, counts: { accepted: 2 }, total: 2 })
  expect(notice.sums?.disclosed).toMatchObject({ permits: 49 })
  expect(notice.sums?.requests?.received?.at(-1)).toBe(1)
})

test('汇总数的每一格列出计入的单位和各自的数，加起来就是汇总数；其他机关的通知查不到', async () => {
  const { office, ids } = place
  const asked = { noticeId, table: 'disclosed', row: 'permits', column: '0' } as const
  const { rows, total } = must(await sumCell(office, place.actor('supervisor', 'government'), asked))
  expect(rows.map(({ id, value }) => [id, value])).toEqual([
    [ids.bureau, 48],
    [ids.otherBureau, 1],
  ])
  expect(total).toBe(2)
  expect(codesOf(await sumCell(office, place.actor('supervisor'), asked))).toEqual(['not-found'])
  const noSuch = await sumCell(office, place.actor('supervisor', 'government'), { ...asked, row: 'nothing' })
  expect(codesOf(noSuch)).toEqual(['not-found'])
})

test('审核通过后可以公布；政府的报告由本机关登记簿与所属单位汇总而成，写明范围', async () => {
  const { office } = place
  must(await publishReport(office, place.actor('officeHead'), await asSeen(office, place.actor('officeHead'), 2025)))
  const report = await ready('government', 100)
  expect(report.tables.requests?.received?.at(-1)).toBe(2)
  expect(report.tables.disclosed).toMatchObject({ permits: 149 })
  const cell = must(
    await cellCases(office, place.actor('clerk', 'government'), {
      year: 2025,
      table: 'requests',
      row: 'received',
      column: 'total',
    }),
  )
  expect(cell).toMatchObject({ value: 1, units: { total: 1, rows: [{ id: place.ids.bureau, value: 1 }] } })
  expect(report.units).toMatchObject({ accepted: 2, missing: [], excused: [], notices: [{ number: NUMBER }] })
  expect(report.units).toMatchObject({ included: ['云岭县教育局', '云岭县民政局'], schools: ['云岭县第一小学'] })
  must(
    await publishReport(
      office,
      place.actor('officeHead', 'government'),
      await asSeen(office, place.actor('officeHead', 'government'), 2025),
    ),
  )
  const app = await place.product.buildServer()
  const page = load((await app.inject({ url: '/zfb/reports/2025', headers: { accept: 'text/html' } })).body)
  expect(page('.scope').text()).toContain(`年度报告2份（${NUMBER}）`)
  expect(page('.scope').text()).toContain('云岭县教育局、云岭县民政局')
  expect(page('.scope').text()).toContain('（《条例》第五十五条）1个：云岭县第一小学')
  expect((await app.inject({ url: '/zfb/reports/2025.json' })).json().scope).toMatchObject({ schools: ['云岭县第一小学'] })
  await app.close()
})

test('从汇总数逐级看到单位的案件：只有编号、日期和结果，没有申请内容；不是下级单位的看不到', async () => {
  const { office, ids } = place
  const cell = { year: 2025, table: 'requests', row: 'received', column: 'total' } as const
  const seen = must(await unitCell(office, place.actor('supervisor', 'government'), { ...cell, unitId: ids.bureau }))
  expect(seen).toMatchObject({ unit: { name: '云岭县教育局' }, stands: 'compiled-here', value: 1, units: null })
  expect(seen.cases).toEqual([
    { number: expect.stringContaining('〔2025〕1号'), receivedOn: '2025-12-22', closedOn: null, outcomeWords: '尚未办结' },
  ])
  expect(JSON.stringify(seen)).not.toContain(CONTENT.subject)
  const away = await unitCell(office, place.actor('supervisor'), { ...cell, unitId: ids.otherBureau })
  expect(codesOf(away)).toEqual(['not-found'])
  const other = await unitCell(office, place.actor('sectionOfficer', 'government'), { ...cell, unitId: ids.bureau })
  expect(codesOf(other)).toEqual(['not-permitted'])
})

test('先备案后公布：审核通过之后又改了的，不能公布；没有要求的可以，两边都标出与审核通过的不同（第四十九条）', async () => {
  const { office, ids } = place
  const supervisor = place.actor('supervisor', 'government')
  const on = { noticeId, unitId: ids.otherBureau }
  await ready('otherBureau', 999)
  const officeHead = place.actor('officeHead', 'otherBureau')
  const refused = await publishReport(office, officeHead, await asSeen(office, officeHead, 2025))
  expect(refused.ok ? [] : refused.refusals).toMatchObject([
    { code: 'approval-needed', say: expect.stringContaining('不是同一份') },
  ])
  expect(must(await viewUnit(office, supervisor, on)).publishedOther).toBe(false)
  await place.asOwner('update report_notice set accepted_first = false where number = $1', [NUMBER])
  must(await publishReport(office, officeHead, await asSeen(office, officeHead, 2025)))
  await place.asOwner('update report_notice set accepted_first = true where number = $1', [NUMBER])
  expect(must(await viewUnit(office, supervisor, on)).publishedOther).toBe(true)
  expect(must(await listReportTasks(office, place.actor('clerk', 'otherBureau')))[0]?.publishedOther).toBe(true)
})

test('没有报送也没有公布的，主管部门看不到单位草稿和登记簿里的数；登记簿后来变了的，只有报送的数', async () => {
  const { office, ids } = place
  const supervisor = place.actor('supervisor', 'government')
  const asked = { year: 2026, table: 'requests', row: 'received', column: 'total', unitId: ids.bureau } as const
  must(await compileReport(office, place.actor('clerk'), 2026))
  expect(must(await unitCell(office, supervisor, asked))).toMatchObject({ stands: 'not-shown', value: null, cases: [] })
  const permits = { year: 2025, table: 'disclosed', row: 'permits', column: '0', unitId: ids.bureau } as const
  expect(must(await unitCell(office, supervisor, permits))).toMatchObject({ stands: 'compiled-here', value: 48 })
  must(await compileReport(office, place.actor('clerk'), 2025))
  must(await setCount(office, place.actor('clerk'), { year: 2025, kind: 'permits', value: 77, basis: '台账核对后补记' }))
  expect(must(await unitCell(office, supervisor, permits))).toMatchObject({ stands: 'changed-since', value: 48, entries: [] })
})

test('已审核的又更正报送：新的一份通过之前，汇总仍用旧的；退回已通过的，从汇总中减去', async () => {
  const { office, ids } = place
  const supervisor = place.actor('supervisor', 'government')
  const on = { noticeId, unitId: ids.bureau }
  const permits = async () => {
    const { sums } = must(await viewNotice(office, supervisor, { id: noticeId, page: 1 }))
    return sums?.disclosed && 'permits' in sums.disclosed ? sums.disclosed.permits : null
  }
  await ready('bureau', 50)
  must(await handIn(office, place.actor('clerk'), noticeId))
  expect(await permits()).toBe(49)
  must(await acceptHandIn(office, supervisor, { ...on, seq: 3 }))
  expect(await permits()).toBe(51)
  must(await returnHandIn(office, supervisor, { ...on, seq: 3, remarks: [{ at: null, text: '请核对' }] }))
  expect(await permits()).toBe(1)
})

test('退回的核对无误的，写明核对情况，可以原样再报；说明给主管部门看到，审核通过后重新计入汇总', async () => {
  const { office, ids } = place
  const [clerk, supervisor] = [place.actor('clerk'), place.actor('supervisor', 'government')]
  const on = { noticeId, unitId: ids.bureau }
  must(await handIn(office, clerk, noticeId, '已与办件系统逐条核对，无误。'))
  const view = must(await viewUnit(office, supervisor, on))
  expect(view.acts.at(-1)?.words).toContain('单位说明：已与办件系统逐条核对，无误。')
  must(await acceptHandIn(office, supervisor, { ...on, seq: 4 }))
  const { sums } = must(await viewNotice(office, supervisor, { id: noticeId, page: 1 }))
  expect(sums?.disclosed).toMatchObject({ permits: 51 })
  must(await returnHandIn(office, supervisor, { ...on, seq: 4, remarks: [{ at: null, text: '请核对' }] }))
})

test('未报的催报，一天一次；不需报送的写明原因，汇总时列明；迟报的始终标明', async () => {
  const { office, ids } = place
  const supervisor = place.actor('supervisor', 'government')
  place.setToday('2026-01-21')
  expect(must(await remindUnits(office, supervisor, noticeId))).toEqual({ reminded: 1 })
  expect(must(await remindUnits(office, supervisor, noticeId))).toEqual({ reminded: 0 })
  const second = must(
    await issue({ number: '云政办〔2026〕7号', issuedOn: localDate('2026-01-21'), fileBy: localDate('2026-01-21') }),
  )
  must(await excuseUnit(office, supervisor, { noticeId: second.noticeId, unitId: ids.otherBureau, because: '机构撤并' }))
  place.setToday('2026-01-22')
  const [row] = must(await listNotices(office, supervisor))
  expect(row).toMatchObject({ late: 1, counts: { asked: 1, excused: 1 } })
  must(await handIn(office, place.actor('clerk'), second.noticeId))
  const late = must(await viewNotice(office, supervisor, { id: second.noticeId, page: 1, late: true }))
  expect(late.units).toMatchObject([{ id: ids.bureau, late: true, firstHandedInOn: '2026-01-22' }])
})

test('通报草稿只写系统里有的事实：应报、已报、迟报、退回、不需报送的单位和汇总数；没有权限的不能起草', async () => {
  const { office } = place
  const paper = must(await draftCircular(office, place.actor('supervisor', 'government'), noticeId))
  const text = paper.blocks.map((block) => ('text' in block ? block.text : '')).join('\n')
  expect(paper.title).toBe('关于2025年政府信息公开工作年度报告报送情况的通报（草稿）')
  expect(text).toContain(`（${NUMBER}）`)
  expect(text).toMatch(/应报送单位\d+个，已报送2个，其中审核通过1个、审核中0个、退回修改1个/)
  expect(text).toContain('以下为审核通过的1份报告之和')
  // One of the three was given back though its numbers stood: a circular must not say that it was wrong.
  expect(text).not.toContain('报告有误')
  expect(text).toMatch(/报告曾被退回修改或者核对：云岭县教育局（退回3次，批注3处）/)
  expect(codesOf(await draftCircular(office, place.actor('clerk'), noticeId))).toEqual(['not-permitted'])
  expect(codesOf(await draftCircular(office, place.actor('officeHead'), noticeId))).toEqual(['not-found'])
})

test('汇总数与逐份重算一致；被改动过的，重算时列出并改正', async () => {
  expect((await refold(place.office, { write: false })).drifts).toEqual([])
  await place.asOwner('update report_notice set accepted = accepted + 1 where number = $1', [NUMBER])
  expect((await refold(place.office, { write: true })).drifts).toMatchObject([{ number: NUMBER }])
  expect((await refold(place.office, { write: false })).drifts).toEqual([])
})

test('报送的报告、报送的经过，库里只增不改', async () => {
  for (const table of ['report_submission', 'hand_in_act'])
    await expect(sql`update ${sql.table(table)} set seq = seq`.execute(place.office.db)).rejects.toThrow(/permission denied/)
})

test('S64 归档卷：通知、各稿、批注、审批、回执、公布稿都在，缺的点名；压缩包逐个文件有校验值', async () => {
  const app = await place.product.buildServer()
  const clerk = await signInAs(app, place, 'clerk')
  const pdf = await clerk.download('/reports/2025/archive.pdf')
  expect([pdf.status, pdf.name]).toEqual([200, expect.stringContaining('云岭县教育局2025年年度报告归档卷.pdf')])
  expect((await PDFDocument.load(pdf.bytes)).catalog.get(PDFName.of('Outlines'))).toBeDefined()
  const files = unzipSync((await clerk.download('/reports/2025/archive.zip')).bytes)
  const index = strFromU8(files['index.html'] ?? new Uint8Array())
  for (const words of ['报送通知', '编制、审批和公布经过', '第1版（公布稿）', '第4次报送', '第1次报送的退回意见', '报送回执'])
    expect(index).toContain(words)
  expect(index).toContain(`${NUMBER}要求报送的报告还没有审核通过`)
  expect(index).toContain('没有盖章扫描件')
  expect(Object.keys(files)).toContain(`数据/${NUMBER}第2次报送.json`)
  checkSums(files)
  expect((await clerk.get('/reports/2031/archive.zip')).status).toBe(404)
  await app.close()
}, 60_000)

test('S64 主管部门一次导出全年各单位的归档包，每个单位一包；看不到单位的草稿，没有权限的不能导出', async () => {
  const app = await place.product.buildServer()
  const supervisor = await signInAs(app, place, 'supervisor', 'government')
  const packages = unzipSync((await supervisor.download('/hand-ins/archive/2025.zip')).bytes)
  expect(Object.keys(packages)).toEqual(['001-云岭县教育局.zip', '002-云岭县民政局.zip', 'index.html', 'SHA256SUMS.txt'])
  checkSums(packages, ['index.html'])
  const files = unzipSync(packages['001-云岭县教育局.zip'] ?? new Uint8Array())
  const index = strFromU8(files['index.html'] ?? new Uint8Array())
  expect(index).toContain('第1次报送的退回意见')
  expect(index).not.toContain('草稿）')
  checkSums(files)
  expect((await supervisor.get('/hand-ins/archive/2025.zip?part=2')).status).toBe(404)
  const section = await signInAs(app, place, 'sectionOfficer')
  expect((await section.get('/hand-ins/archive/2025.zip')).status).toBe(403)
  await app.close()
}, 60_000)

function checkSums(files: Record<string, Uint8Array>, without: readonly string[] = []): void {
  const sums = strFromU8(files['SHA256SUMS.txt'] ?? new Uint8Array())
    .trim()
    .split('\n')
  expect(sums).toHaveLength(Object.keys(files).length - 1 - without.length)
  for (const line of sums) {
    const [sum, path = ''] = line.split('  ')
    const bytes = files[path] ?? ''
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sum)
  }
}
