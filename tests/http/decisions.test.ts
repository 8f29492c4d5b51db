/** 处理决定台账：科室平时登记，年度报告第二部分由登记得出，每个数字打得开；作废的不算；截至某日的数不能当全年的报。 */
import { createHash, randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { localDate } from '../../src/law/date.ts'
import { cellCases } from '../../src/office/reports/cell-cases.ts'
import { compileReport } from '../../src/office/reports/compile-report.ts'
import {
  enterDecisions,
  keepDecisionEvidence,
  readDecisionEvidence,
  viewDecisions,
  voidDecision,
} from '../../src/office/reports/decisions.ts'
import { removeUnused } from '../../src/office/files/contents.ts'
import { submitReport } from '../../src/office/reports/approve-report.ts'
import { viewReport } from '../../src/office/reports/view-report.ts'
import { CONTENT_COLUMNS } from '../../src/store/contents.sql.ts'
import type { NewDecisionEntry } from '../../src/record/reports/decision-entries.ts'
import { GRANTED, newCase } from './case-work.ts'
import { type County, county, must } from './county.ts'
import { asSeen, setCount } from './reports.ts'

let place: County
beforeAll(async () => {
  place = await county('2026-11-02')
})
afterAll(() => place.close())

const on = localDate
const clerk = () => place.actor('clerk')
const officer = () => place.actor('sectionOfficer')

function entry(given: Partial<NewDecisionEntry> = {}): NewDecisionEntry {
  return {
    kind: 'permits',
    matter: '教师资格认定',
    sectionId: place.ids.section,
    from: on('2026-04-01'),
    to: on('2026-06-30'),
    made: 0,
    refused: 0,
    fen: 0,
    basis: '政务服务平台办件统计',
    ...given,
  }
}
const enter = (entries: NewDecisionEntry[], by = officer()) =>
  enterDecisions(place.office, by, { commandId: randomUUID(), entries })
const refusalsOf = (done: Awaited<ReturnType<typeof enter>>) => (done.ok ? [] : done.refusals)
const compiled = async (year: number) => must(await compileReport(place.office, clerk(), year))
const disclosedOf = (view: Awaited<ReturnType<typeof compiled>>) => view.tables.disclosed as unknown as Record<string, unknown>

describe('登记', () => {
  test('科室登记本科室的许可、收费，办公室看到全部；没有登记过的种类在年报中是空白，不是零', async () => {
    must(await enter([entry({ made: 120, refused: 3 })]))
    must(await enter([entry({ from: on('2026-07-01'), to: on('2026-09-30'), made: 40 })]))
    must(await enter([entry({ kind: 'feesWanYuan', matter: '普通话水平测试费', sectionId: null, fen: 1_234_500 })], clerk()))
    const seen = must(await viewDecisions(place.office, clerk(), {}))
    expect(seen.sums).toEqual({ permits: 163, penalties: null, compulsion: null, feesWanYuan: 1.2345 })
    expect(must(await viewDecisions(place.office, officer(), {})).entries.map(({ matter }) => matter)).toEqual([
      '教师资格认定',
      '教师资格认定',
    ])
    expect(disclosedOf(await compiled(2026))).toMatchObject({ permits: 163, penalties: null, feesWanYuan: 1.2345 })
  })

  test('日期重叠、跨年、晚于今天、种类与数字不符的，在该栏指出；一批中有一笔不对，整批不登记', async () => {
    const fieldsOf = async (given: Partial<NewDecisionEntry>) => refusalsOf(await enter([entry(given)])).map(({ field }) => field)
    expect(await fieldsOf({ from: on('2026-06-30'), to: on('2026-07-01') })).toEqual(['entries.0.from'])
    expect(await fieldsOf({ matter: '民办学校设立', from: on('2025-12-31') })).toEqual(['entries.0.to'])
    expect(await fieldsOf({ matter: '民办学校设立', to: on('2026-11-03') })).toEqual(['entries.0.to'])
    expect(await fieldsOf({ kind: 'penalties', matter: '警告', refused: 1 })).toEqual(['entries.0.refused'])
    expect(await fieldsOf({ matter: '民办学校设立', fen: 1 })).toEqual(['entries.0.fen'])
    const good = entry({ matter: '民办学校设立', made: 1 })
    expect(refusalsOf(await enter([good, { ...good, made: 2 }])).map(({ field }) => field)).toEqual(['entries.1.from'])
    expect(must(await viewDecisions(place.office, clerk(), {})).entries.some(({ matter }) => matter === '民办学校设立')).toBe(
      false,
    )
  })

  test('本机关合并登记的和科室登记的，同一事项日期重叠，会算两次：不收', async () => {
    const once = entry({ matter: '幼儿园备案', made: 5 })
    must(await enter([once]))
    expect(refusalsOf(await enter([{ ...once, sectionId: null }], clerk()))).toMatchObject([
      { code: 'already-done', field: 'entries.0.from', say: expect.stringContaining('由科室') },
    ])
    const whole = entry({ matter: '竞赛审核', sectionId: null, made: 5 })
    must(await enter([whole], clerk()))
    expect(refusalsOf(await enter([{ ...whole, sectionId: place.ids.section }]))).toMatchObject([
      { say: expect.stringContaining('按本机关合并') },
    ])
    for (const { id, matter } of must(await viewDecisions(place.office, clerk(), {})).entries)
      if (matter === once.matter || matter === whole.matter)
        must(await voidDecision(place.office, clerk(), { id, because: '只为核对重叠' }))
  })

  test('两人同时作废同一笔：只有一个成，原因是他写的；审计日志写种类和起止，不写人写的事项', async () => {
    must(await enter([entry({ matter: '对王某某的许可', made: 1 })]))
    const id = must(await viewDecisions(place.office, clerk(), {})).entries.find(({ matter }) => matter === '对王某某的许可')?.id
    const both = await Promise.all(
      ['重复登记', '登记有误'].map((because) => voidDecision(place.office, clerk(), { id: id ?? '', because })),
    )
    expect(both.map((done) => (done.ok ? 'ok' : done.refusals[0]?.code)).toSorted()).toEqual(['already-done', 'ok'])
    const because = both[0]?.ok ? '重复登记' : '登记有误'
    const { entries } = must(await viewDecisions(place.office, clerk(), {}))
    expect(entries.find((one) => one.id === id)?.voided).toMatchObject({ because })
    const log = await place.asOwner(
      `select target, detail from audit_entry where verb = 'decisions.void' order by seq desc limit 1`,
    )
    expect(log).toEqual([{ target: '行政许可 2026-04-01至2026-06-30', detail: { entry: id } }])
  })

  test('同一次点击重发不登记两次；两人同时登记同一段时间，只有一个成', async () => {
    const once = { commandId: randomUUID(), entries: [entry({ matter: '校车使用许可', made: 2 })] }
    must(await enterDecisions(place.office, officer(), once))
    must(await enterDecisions(place.office, officer(), once))
    const both = await Promise.all([1, 2].map((made) => enter([entry({ matter: '民办学校变更', made })])))
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    const { entries } = must(await viewDecisions(place.office, clerk(), {}))
    expect(entries.filter(({ matter }) => matter === '校车使用许可' || matter === '民办学校变更')).toHaveLength(2)
  })

  test('科室不能登记、作废、打开别的科室和本机关的；审计员什么也看不到', async () => {
    expect(refusalsOf(await enter([entry({ sectionId: null, made: 1 })]))).toMatchObject([{ code: 'not-permitted' }])
    const fee = must(await viewDecisions(place.office, clerk(), {})).entries.find(({ kind }) => kind === 'feesWanYuan')
    expect(await voidDecision(place.office, officer(), { id: fee?.id ?? '', because: '登记有误' })).toMatchObject({
      refusals: [{ code: 'not-found' }],
    })
    const seen = must(await viewDecisions(place.office, { ...officer(), sectionId: null }, {}))
    expect(seen).toMatchObject({ entries: [], sections: [], mayEnter: false })
    expect(must(await viewDecisions(place.office, place.actor('head'), {})).mayEnter).toBe(false)
    expect(await viewDecisions(place.office, place.actor('auditor'), {})).toMatchObject({ refusals: [{ code: 'not-permitted' }] })
  })

  test('登记有误的作废，写明原因，留在台账里，不再计数；之后可以重新登记', async () => {
    const wrong = must(await viewDecisions(place.office, officer(), {})).entries.find(({ made }) => made === 40)
    const { sums, entries } = must(await voidDecision(place.office, officer(), { id: wrong?.id ?? '', because: '少了一批' }))
    expect(sums.permits).toBe(123 + 2 + (entries.find(({ matter }) => matter === '民办学校变更')?.made ?? 0))
    expect(entries.find(({ id }) => id === wrong?.id)?.voided).toMatchObject({ because: '少了一批', on: '2026-11-02' })
    expect(await voidDecision(place.office, officer(), { id: wrong?.id ?? '', because: '少了一批' })).toMatchObject({
      refusals: [{ code: 'already-done' }],
    })
    must(await enter([entry({ from: on('2026-07-01'), to: on('2026-09-30'), made: 44 })]))
  })

  test('凭据随登记留存，带密级标志的拦下；只有看得到这一笔的人能打开', async () => {
    const first = must(await viewDecisions(place.office, officer(), {})).entries.find(({ made }) => made === 120)
    const id = first?.id ?? ''
    const upload = { name: '统计.png', bytes: ONE_PIXEL }
    const marked = { name: '【秘密】统计.png', bytes: ONE_PIXEL }
    expect(await keepDecisionEvidence(place.office, officer(), { id, upload: marked })).toMatchObject({
      refusals: [{ code: 'file-marked-secret' }],
    })
    const { entries } = must(await keepDecisionEvidence(place.office, officer(), { id, upload }))
    expect(entries.find((one) => one.id === id)?.evidence).toEqual({ size: ONE_PIXEL.length })
    expect(must(await readDecisionEvidence(place.office, clerk(), id)).bytes.equals(ONE_PIXEL)).toBe(true)
    expect(await readDecisionEvidence(place.office, place.actor('auditor'), id)).toMatchObject({
      refusals: [{ code: 'not-found' }],
    })
    const fee = must(await viewDecisions(place.office, clerk(), {})).entries.find(({ kind }) => kind === 'feesWanYuan')
    expect(await keepDecisionEvidence(place.office, officer(), { id: fee?.id ?? '', upload })).toMatchObject({
      refusals: [{ code: 'not-found' }],
    })
  })

  test('换了凭据，原来的内容从盘上清除；别处还在用的留着', async () => {
    const ledger = must(await viewDecisions(place.office, officer(), {})).entries
    const [one, other] = ledger.filter(({ voided }) => voided === null).map(({ id }) => id)
    const bring = async (id = '', color: string) => {
      const bytes = await sharp({ create: { width: 9, height: 9, channels: 3, background: color } })
        .png()
        .toBuffer()
      must(await keepDecisionEvidence(place.office, officer(), { id, upload: { name: '统计.png', bytes } }))
      return createHash('sha256').update(bytes).digest('hex')
    }
    const onDisk = (hash: string) => place.office.files.get(hash).then(Boolean, () => false)
    const wrong = await bring(one, 'red')
    expect(await onDisk(wrong)).toBe(true)
    const shared = await bring(one, 'green')
    expect([await onDisk(wrong), await onDisk(shared)]).toEqual([false, true])
    await bring(other, 'green')
    const last = await bring(one, 'blue')
    expect([await onDisk(shared), await onDisk(last)]).toEqual([true, true])
    // 同一份再传一次，不会把自己清掉。
    await bring(one, 'blue')
    expect(await onDisk(last)).toBe(true)
  })

  test('清除的同时别处传来同一份内容：哪一步碰上都还读得出来', async () => {
    const ledger = must(await viewDecisions(place.office, officer(), {})).entries
    const [one = '', other = ''] = ledger.filter(({ voided }) => voided === null).map(({ id }) => id)
    const picture = (color: string) =>
      sharp({ create: { width: 9, height: 9, channels: 3, background: color } })
        .png()
        .toBuffer()
    const keep = async (id: string, color: string, office = place.office) =>
      keepDecisionEvidence(office, officer(), { id, upload: { name: '统计.png', bytes: await picture(color) } })
    // The row is still to come when the content is taken in, and is about to be written when it is put a second time.
    for (const [color, when] of [
      ['orange', 1],
      ['purple', 2],
    ] as const) {
      must(await keep(one, color))
      const hash = createHash('sha256')
        .update(await picture(color))
        .digest('hex')
      let [puts, removing] = [0, Promise.resolve()]
      const put = async (bytes: Uint8Array) => {
        const done = await place.office.files.put(bytes)
        if (++puts === when) {
          await place.asOwner('update decision_entry set evidence_hash = null where id = $1', [one])
          removing = removeUnused(place.office, [hash])
          if (when === 1) await removing
        }
        return done
      }
      must(await keep(other, color, { ...place.office, files: { ...place.office.files, put } }))
      await removing
      expect(puts).toBe(2)
      expect(await place.office.files.get(hash).then(Boolean, () => false)).toBe(true)
    }
  })

  test('凡是存着内容指纹的列，清除之前都查过', async () => {
    const NO_FILES = [
      'audit_entry',
      'audit_head',
      'officer',
      'officer_desk',
      'session',
      'request_case',
      'school_consultation',
      'objection',
      // What is to go, not what is kept.
      'content_to_remove',
    ]
    const columns = await place.asOwner(
      `select table_name, column_name from information_schema.columns
       where table_schema = 'public' and data_type = 'text' and column_name like '%hash' order by 1, 2`,
    )
    const known = [...CONTENT_COLUMNS.map(({ table }) => table), 'stored_file', ...NO_FILES]
    expect(columns.map(({ table_name }) => table_name).filter((table) => !known.includes(String(table)))).toEqual([])
  })
})

describe('年度报告', () => {
  test('一个数字背后有上千笔登记的，分页列出，一笔不漏不重', async () => {
    const id = place.actor('clerk').id
    await place.asOwner(
      `insert into decision_entry (agency_id, id, kind, matter, from_date, to_date, made, refused, fen, basis, entered_by, entered_on, command_id)
       select $1, gen_random_uuid(), 'penalties', '处罚' || n, '2023-06-01', '2023-06-01', 1, 0, 0, '台账', $2, '2023-06-02', gen_random_uuid()
       from generate_series(1, 1003) n`,
      [place.ids.bureau, id],
    )
    const asked = { year: 2023, table: 'disclosed', row: 'penalties', column: '0' } as const
    const pages = await Promise.all(
      Array.from({ length: 12 }, async (_, at) => must(await cellCases(place.office, clerk(), { ...asked, page: at + 1 }))),
    )
    expect(new Set(pages.map(({ entryCount }) => entryCount))).toEqual(new Set([1003]))
    expect(pages.map(({ entries }) => entries.length)).toEqual([...Array<number>(10).fill(100), 3, 0])
    expect(new Set(pages.flatMap(({ entries }) => entries.map((one) => one.id))).size).toBe(1003)
  })

  test('每个数字打开背后的登记；人工改动须写明原因，与登记的合计并列，清除后恢复', async () => {
    const before = await compiled(2026)
    const permits = disclosedOf(before).permits
    const cell = must(await cellCases(place.office, clerk(), { year: 2026, table: 'disclosed', row: 'permits', column: '0' }))
    expect(cell.entries.reduce((sum, { made, refused }) => sum + made + refused, 0)).toBe(permits)
    const set = (value: number | null, basis: string) =>
      setCount(place.office, clerk(), { year: 2026, kind: 'permits', value, basis })
    expect(await set(200, ' ')).toMatchObject({ refusals: [{ field: 'basis' }] })
    const changed = must(await set(200, '平台少统计一个窗口'))
    expect(disclosedOf(changed).permits).toBe(200)
    expect(changed.counts.find(({ kind }) => kind === 'permits')).toMatchObject({
      kind: 'permits',
      value: 200,
      basis: '平台少统计一个窗口',
      counted: permits,
    })
    const june = must(await compileReport(place.office, clerk(), 2026, on('2026-06-30')))
    expect(disclosedOf(june).permits).toBe(sumUpTo(cell.entries, '2026-06-30'))
    expect(june.counts.find(({ kind }) => kind === 'permits')?.basis).toBe('')
    expect(disclosedOf(must(await set(null, ''))).permits).toBe(permits)
  })

  test('两人同时汇编还没有报告的一年：都成，只有一版', async () => {
    const both = await Promise.all([compiled(2025), compiled(2025)])
    expect(both.map(({ version, state }) => [version, state])).toEqual([
      [1, 'draft'],
      [1, 'draft'],
    ])
  })

  test('汇编之后又登记的，提示重新汇编', async () => {
    await compiled(2026)
    expect(must(await viewReport(place.office, clerk(), 2026)).stale).toBe(false)
    must(await enter([entry({ kind: 'penalties', matter: '责令改正', sectionId: null, made: 2 })], clerk()))
    expect(must(await viewReport(place.office, clerk(), 2026)).stale).toBe(true)
  })

  test('截至某日：其后收到、办结的不算；不是全年的不能送审', async () => {
    const work = await newCase(place, '2026-10-12')
    await work.reply(GRANTED, '2026-10-20')
    place.setToday('2026-11-02')
    const rowAsOf = async (day: string) => {
      const { tables } = must(await compileReport(place.office, clerk(), 2026, on(day)))
      return ['received', 'granted', 'carriedForward'].map((row) => tables.requests?.[row as 'received']?.at(-1))
    }
    expect(await rowAsOf('2026-10-11')).toEqual([0, 0, 0])
    expect(await rowAsOf('2026-10-19')).toEqual([1, 0, 1])
    expect(await rowAsOf('2026-10-20')).toEqual([1, 1, 0])
    const june = must(await compileReport(place.office, clerk(), 2026, on('2026-06-30')))
    expect(june.asOf).toBe('2026-06-30')
    expect(june.may.submit).toMatchObject({ allowed: false, refusal: { code: 'report-incomplete' } })
    expect(await submitReport(place.office, clerk(), await asSeen(place.office, clerk(), 2026))).toMatchObject({
      refusals: [{ code: 'report-incomplete' }],
    })
    const cell = { year: 2026, table: 'requests', row: 'received', column: 'total' } as const
    expect(must(await cellCases(place.office, clerk(), cell)).value).toBe(0)
    for (const day of ['2025-12-31', '2026-11-03'])
      expect(await compileReport(place.office, clerk(), 2026, on(day))).toMatchObject({ refusals: [{ field: 'upTo' }] })
    const whole = await compiled(2026)
    expect(whole.asOf).toBeNull()
    expect(whole.may.submit).toMatchObject({ allowed: false, refusal: { say: expect.stringContaining('还没有结束') } })
    place.setToday('2026-12-31')
    expect(await submitReport(place.office, clerk(), await asSeen(place.office, clerk(), 2026))).toMatchObject({
      refusals: [{ code: 'report-incomplete' }],
    })
    place.setToday('2027-01-04')
    const after = await submitReport(place.office, clerk(), await asSeen(place.office, clerk(), 2026))
    expect(after.ok ? [] : after.refusals.map(({ code }) => code)).not.toContain('report-incomplete')
  })
})

function sumUpTo(entries: readonly { to: string; made: number; refused: number }[], day: string): number {
  return entries.filter(({ to }) => to <= day).reduce((sum, { made, refused }) => sum + made + refused, 0)
}

/** A PNG of one pixel. */
const ONE_PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
)
