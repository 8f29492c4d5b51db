/** The demo county on a real database: filled through the office's own verbs, lawful, complete, and the same every time. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { localDate } from '../../src/law/date.ts'
import { DISPUTE_PATHS } from '../../src/law/oversight/results.ts'
import { OUTCOMES, PHASES } from '../../src/law/requests/vocabulary.ts'
import type { Finding, ReportTables } from '../../src/law/reports/model.ts'
import type { OfficeContext } from '../../src/office/context.ts'
import { viewArchive } from '../../src/office/archive/view-archive.ts'
import { BUREAUS, EDUCATION } from '../../src/office/demo/county.ts'
import { actorFor } from '../../src/office/demo/establish.ts'
import { type Seeded, seedDemo } from '../../src/office/demo/seed.ts'
import { disputeTasks } from '../../src/office/disputes/dispute-tasks.ts'
import { listOutgoing } from '../../src/office/letters/outgoing.ts'
import { shownDay } from '../../src/office/shown-day.ts'
import { auditDetail } from '../../src/record/oversight/audit-detail.ts'
import { AUDIT_WORDS } from '../../src/record/oversight/audit-words.ts'
import type { ReportProse } from '../../src/record/reports/prose.ts'
import type { ActKind } from '../../src/record/requests/acts.ts'
import { refold } from '../../src/office/oversight/refold.ts'
import { viewDeputies } from '../../src/office/people/deputies.ts'
import { signIn } from '../../src/office/people/sign-in.ts'
import { readSettings } from '../../src/settings.ts'
import { verifyAudit } from '../../src/store/audit.sql.ts'
import { openProduct, type Product } from '../../src/wiring.ts'
import { freshDatabase, type FreshDatabase } from './database.ts'

const TODAY = '2026-03-20'
const SEEDING = 240_000

interface Place {
  product: Product
  database: FreshDatabase
  folder: string
  seeded: Seeded
}

async function demoCounty(): Promise<Place> {
  const database = await freshDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-demo-'))
  const settings = readSettings({ GONGKAI_TODAY: TODAY, GONGKAI_DATA: folder })
  const product = await openProduct(settings, database.url, folder, { sessions: 5 })
  return { product, database, folder, seeded: await seedDemo(product.office, localDate(TODAY)) }
}

async function leave({ product, database, folder }: Place): Promise<void> {
  await product.close()
  await database.drop()
  rmSync(folder, { recursive: true, force: true })
}

/** Everything that people read, without ids that chance gives. */
async function contentOf({ db, vault }: OfficeContext) {
  const [acts, letters, documents, reports, requesters] = await Promise.all([
    db
      .selectFrom('request_act as a')
      .innerJoin('request_case as c', (join) => join.onRef('c.id', '=', 'a.case_id').onRef('c.agency_id', '=', 'a.agency_id'))
      .select(['c.number', 'c.subject', 'c.due_on', 'a.seq', 'a.data', 'a.actor_id'])
      .orderBy('c.number')
      .orderBy('a.seq')
      .execute(),
    db.selectFrom('letter').select(['number', 'sealed']).orderBy('agency_id').orderBy('number').execute(),
    db.selectFrom('document').select(['id', 'index_number', 'title', 'body', 'published_on']).orderBy('index_number').execute(),
    db
      .selectFrom('report')
      .select(['agency_id', 'year', 'state', 'tables', 'prose'])
      .orderBy('agency_id')
      .orderBy('year')
      .execute(),
    db.selectFrom('requester').select('sealed').execute(),
  ])
  return {
    acts,
    letters: letters.map((letter) => ({ number: letter.number, letter: vault.open(letter.sealed) })),
    documents,
    reports,
    requesters: requesters.map((requester) => JSON.stringify(vault.open(requester.sealed))).sort(),
  }
}

let place: Place
beforeAll(async () => {
  place = await demoCounty()
}, SEEDING)
afterAll(() => leave(place))

describe('演示县', () => {
  test('一个县政府办、六个局、十二所学校，另有一个真实样本', async () => {
    const agencies = await place.product.office.db.selectFrom('agency').select(['kind', 'slug']).execute()
    const count = (kind: string) => agencies.filter((agency) => agency.kind === kind && agency.slug !== 'sample').length
    expect([count('government'), count('bureau'), count('school')]).toEqual([1, 6, 12])
    expect(agencies).toContainEqual({ kind: 'archive', slug: 'sample' })
  })

  test('真实样本只有年报可读：没有人在那里受理申请', async () => {
    const app = await place.product.buildServer({ logs: { level: 'silent' } })
    for (const path of ['/sample', '/sample/request/new', '/sample/status'])
      expect((await app.inject(path)).headers.location).toBe('/sample/reports')
    const reports = await app.inject('/sample/reports')
    expect(reports.statusCode).toBe(200)
    expect(reports.body).not.toContain('/sample/request')
    await app.close()
  })

  test('三百件以上申请，每种办理结果、每个办理阶段都有，教育局最多', async () => {
    const cases = await place.product.office.db.selectFrom('request_case').select(['outcome', 'phase', 'number']).execute()
    expect(cases.length).toBeGreaterThanOrEqual(300)
    expect(new Set(cases.flatMap(({ outcome }) => outcome ?? []))).toEqual(new Set(OUTCOMES))
    expect(new Set(cases.map(({ phase }) => phase))).toEqual(new Set(PHASES))
    expect(cases.filter(({ number }) => number.startsWith('云教')).length).toBeGreaterThan(150)
  })

  test('三年的文件在一百二十件以上，没有今天以后的', async () => {
    const documents = await place.product.office.db.selectFrom('document').select('published_on').execute()
    expect(documents.length).toBeGreaterThanOrEqual(120)
    expect(documents.every(({ published_on }) => published_on !== null && published_on <= TODAY)).toBe(true)
  })

  test('各局2023至2025年的年度报告和全县2025年的都已发布，退回的一份更正后再公布，没有一处错误或者提示', async () => {
    const reports = await place.product.office.db
      .selectFrom('report as r')
      .innerJoin('agency as a', 'a.id', 'r.agency_id')
      .select(['a.slug', 'r.year', 'r.state', 'r.findings', 'r.tables'])
      .where('a.slug', '!=', 'sample')
      .execute()
    expect(reports).toHaveLength(6 * 3 + 1 + 1)
    expect(reports.filter((report) => report.state !== 'published')).toEqual([])
    // Only where there is no report of the year before is nothing carried over to be held against it (R12).
    const told = ({ slug, year }: { slug: string; year: number }) =>
      reports.some((one) => one.slug === slug && one.year === year - 1) ? [] : ['R12']
    for (const report of reports)
      expect(
        (report.findings as Finding[]).map(({ code }) => code),
        report.slug,
      ).toEqual(told(report))
    const totals = reports.map((report) => (report.tables as ReportTables).requests?.handled?.at(-1) ?? 0)
    expect(totals.every((total) => total > 0)).toBe(true)
  })

  test('年度报告文字里的数，就是门户上看得到的数', async () => {
    const { db } = place.product.office
    const reports = await db
      .selectFrom('report as r')
      .innerJoin('agency as a', 'a.id', 'r.agency_id')
      .select(['a.id', 'a.slug', 'r.year', 'r.prose'])
      .where('a.slug', 'not in', ['sample', 'xzfb'])
      .execute()
    for (const { id, slug, year, prose } of reports) {
      const documents = (await db.selectFrom('document').selectAll().where('agency_id', '=', id).execute()).filter(
        ({ published_on: on }) => on !== null && on <= `${year}-12-31`,
      )
      const ofYear = documents.filter(({ published_on: on }) => on !== null && on >= `${year}-01-01`)
      const overall = (prose as ReportProse).overall.join('')
      const told = (pattern: RegExp) => Number(pattern.exec(overall)?.[1] ?? 0)
      expect([
        slug,
        year,
        told(/发布信息(\d+)条/),
        told(/共有信息(\d+)条/),
        told(/政策解读(\d+)篇/),
        told(/有内容的栏目(\d+)个/),
      ]).toEqual([
        slug,
        year,
        ofYear.length,
        documents.length,
        ofYear.filter(({ interprets }) => interprets).length,
        new Set(documents.map(({ column_key }) => column_key)).size,
      ])
    }
  })

  test('每一步的登记时间是办理的那一天，没有“今天”以后的', async () => {
    const { db, ...office } = place.product.office
    const acts = await db.selectFrom('request_act').select(['on_date', 'recorded_at']).execute()
    const shown = acts.map(({ on_date: on, recorded_at: at }) => ({ on, at: shownDay(office, at) }))
    expect(shown.filter(({ at }) => at > TODAY)).toEqual([])
    expect(shown.filter(({ on, at }) => at === on).length / shown.length).toBeGreaterThan(0.9)
  })

  test('审计日志的每一条都是中文，没有程序里的名字', async () => {
    const rows = await place.product.office.db.selectFrom('audit_entry').select(['verb', 'detail']).execute()
    const said = rows.map(({ verb, detail }) => `${AUDIT_WORDS[verb] ?? verb}　${auditDetail(detail, new Map())}`)
    expect(said.filter((words) => /[a-z]{2,}/.test(words))).toEqual([])
  })

  test('四种争议都有，一件判决责令重新答复的已改正并留下教训', async () => {
    const { db } = place.product.office
    const disputes = await db.selectFrom('dispute').select(['path', 'closed_on']).execute()
    expect(new Set(disputes.map(({ path }) => path))).toEqual(new Set(DISPUTE_PATHS))
    const open = disputes.filter(({ closed_on }) => closed_on === null).map(({ path }) => path)
    expect(open).toEqual(expect.arrayContaining(['complaint', 'reconsideration', 'litigationDirect']))
    const clerk = actorFor(EDUCATION, 'clerk')
    const toDo = await disputeTasks(place.product.office, clerk)
    expect(toDo).toHaveLength(3)
    expect(toDo.every(({ left }) => left.tone !== 'late')).toBe(true)
    const corrected = await db
      .selectFrom('lesson as l')
      .innerJoin('request_case as c', 'c.id', 'l.case_id')
      .select(['l.category', 'c.first_outcome', 'c.outcome'])
      .execute()
    expect(corrected).toEqual([{ category: 'search', first_outcome: 'unable.notHeld', outcome: 'granted' }])
  })

  test('像办得好的机关：文书都已寄出，往年的已归档，只留少数几件作例子', async () => {
    const { office } = place.product
    for (const bureau of BUREAUS) {
      const outgoing = await listOutgoing(office, actorFor(bureau, 'clerk'))
      const unsent = outgoing.ok ? outgoing.value.filter(({ state }) => state === 'unsent') : null
      expect(unsent?.length, bureau.name).toBeLessThanOrEqual(3)
    }
    const archive = await viewArchive(office, actorFor(EDUCATION, 'clerk'), {})
    if (!archive.ok) throw new Error('the clerk sees the archive')
    const { waiting, years, volumes, retention } = archive.value
    const late = waiting.filter((row) => row.late).length
    expect([late > 0, late < 6, waiting.length > late, volumes.length > 0]).toEqual([true, true, true, true])
    expect(years).toEqual([2026, 2025, 2024])
    expect(retention.own).toBe(true)
  })

  test('有送达未证实的、退回的文书，有更正申请，有授权和代理', async () => {
    const { db } = place.product.office
    const count = async (kind: ActKind) =>
      (await db.selectFrom('request_act').select('case_id').where('kind', '=', kind).execute()).length
    expect(await count('dispatched')).toBeGreaterThan(await count('mail-returned'))
    expect(await count('mail-returned')).toBe(1)
    const amendments = await db.selectFrom('amendment').select('result').orderBy('number').execute()
    expect(amendments).toEqual([{ result: 'amended' }, { result: null }])
    const clerk = await signIn(place.product.office, {
      login: 'jyj-lin',
      password: place.seeded.accounts.find(({ login }) => login === 'jyj-lin')?.password ?? '',
    })
    const view = clerk.ok ? await viewDeputies(place.product.office, clerk.value.actor) : clerk
    expect(view).toMatchObject({
      ok: true,
      value: {
        delegations: [{ officer: '邵玉梅', inForce: true }],
        absences: [{ officer: '白玛央金', deputy: '秦岚', running: true }],
      },
    })
  })

  test('真实样本照原样读入，它的错处也照样显示', async () => {
    const report = await place.product.office.db
      .selectFrom('report as r')
      .innerJoin('agency as a', 'a.id', 'r.agency_id')
      .select(['r.year', 'r.source', 'r.findings', 'r.prose'])
      .where('a.slug', '=', 'sample')
      .executeTakeFirstOrThrow()
    expect(report).toMatchObject({ year: 2021, source: 'imported' })
    const codes = (report.findings as Finding[]).map((finding) => finding.code)
    expect(new Set(codes)).toEqual(new Set(['X13', 'L01', 'X12', 'L02']))
    const prose = report.prose as ReportProse
    expect([prose.preface.length, prose.overall.length, prose.problems.length]).toEqual([1, 4, 2])
    expect(prose.other).toEqual([])
  })

  test('案卷与登记簿一致，审计链完整', async () => {
    const { office } = place.product
    expect((await refold(office, { write: false })).drifts).toEqual([])
    expect((await verifyAudit(office.db)).faults).toEqual([])
  })

  test('打印出的账号和密码可以登录', async () => {
    const clerk = place.seeded.accounts.find((account) => account.login === 'jyj-lin')
    const signedIn = await signIn(place.product.office, { login: 'jyj-lin', password: clerk?.password ?? '' })
    expect(signedIn.ok && signedIn.value.actor.roles).toEqual(['clerk'])
  })

  test('不往已有数据的库里添加演示数据', async () => {
    await expect(seedDemo(place.product.office, localDate(TODAY))).rejects.toThrow('not empty')
  })

  test(
    '同一天再建一次，内容完全一样',
    async () => {
      const again = await demoCounty()
      try {
        expect(await contentOf(again.product.office)).toEqual(await contentOf(place.product.office))
      } finally {
        await leave(again)
      }
    },
    SEEDING,
  )
})
