/**
 * 随机走查: many deeds through the office on a real database, then everything that must hold does. Here for some seconds; in full by
 * `GONGKAI_WALK_ACTS=10000 npm run unit -- --project http tests/http/walk.test.ts`.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { yearOf } from '../../src/law/date.ts'
import { checkTables } from '../../src/law/reports/checks.ts'
import { refold } from '../../src/office/oversight/refold.ts'
import { legalSetting } from '../../src/office/people/agencies.ts'
import { compileTables } from '../../src/office/reports/tables.ts'
import { AMENDMENT_ACT_WORDS, foldAmendment } from '../../src/record/amendments/fold.ts'
import { DISPUTE_ACT_WORDS } from '../../src/record/disputes/acts.ts'
import { closedOn, columnOf, foldDispute } from '../../src/record/disputes/fold.ts'
import { formatFor } from '../../src/law/reports/formats/index.ts'
import { fold } from '../../src/record/requests/fold.ts'
import { ACT_KINDS } from '../../src/record/requests/walk.testing.ts'
import { amendmentActs, listAmendments } from '../../src/store/amendments.sql.ts'
import { verifyAudit } from '../../src/store/audit.sql.ts'
import { disputeActs, listDisputes, pendingOverAmendment } from '../../src/store/disputes.sql.ts'
import { actsOf } from '../../src/store/requests.sql.ts'
import { type County, county } from './county.ts'
import { walkOffice } from './office-walk.ts'
import { NOT_OF_CASES, OWN_WALKED, WALKED } from './walk-verbs.ts'

const ACTS = Number(process.env.GONGKAI_WALK_ACTS ?? 0)
/** So many acts that a walk must have come to the end of some case. */
const FAR = 1_000
/** So many that every deed must have been done. */
const FULL = 10_000
const SHORT_MS = 15_000
const LONGEST_MS = 1_800_000

let place: County
let walked: Awaited<ReturnType<typeof walkOffice>>
beforeAll(async () => {
  place = await county('2024-01-02')
  const seed = Number(process.env.GONGKAI_WALK_SEED ?? Date.now() % 1_000_000)
  console.info(`随机数种子 ${seed}`)
  walked = await walkOffice(place, ACTS > 0 ? { acts: ACTS, seed } : { acts: FULL, seed, until: Date.now() + SHORT_MS })
  if (ACTS > 0) console.info(JSON.stringify(walked, null, 1))
}, LONGEST_MS)
afterAll(() => place.close())

const total = () => Object.values(walked.done).reduce((sum, n) => sum + n, 0)
const count = async (sql: string) => Number((await place.asOwner(sql))[0]?.n)

/** Tables 三 and 四 of a year, as the year's report compiles them. */
async function tablesOf(year: number) {
  const format = formatFor(year)?.format ?? '2021'
  const last = `${year}-12-31` as Parameters<typeof compileTables>[2]
  const { tables } = await place.office.transact((tx) =>
    compileTables(tx, { agencyId: place.ids.bureau, year, format, asOf: last }, last),
  )
  return { tables, format }
}

function years(): number[] {
  return Array.from({ length: yearOf(walked.lastDay) - 2023 }, (_, n) => 2024 + n)
}

test('走查办成了许多事，也有被拒绝的；两人同时办同一步、同一步提交两次，只成一次', () => {
  expect(total()).toBeGreaterThan(50)
  expect(Object.keys(walked.done).length).toBeGreaterThan(8)
  expect(walked.doubled).toEqual([])
})

test('走得够远的，也走到了归档、移交和有结果的争议', () => {
  const reached = ['replied', 'served', 'archived', 'archive-transferred', 'dispute: decided'].filter(
    (kind) => kind in walked.done,
  )
  expect(total() < FAR || reached.length === 5).toBe(true)
})

test('说办成的都在，而且只有一份：案件、更正事项、争议卷和卷内的每一步', async () => {
  const sum = (prefix: string) =>
    Object.entries(walked.done).reduce((n, [kind, times]) => n + (kind.startsWith(prefix) ? times : 0), 0)
  const files = sum('dispute: open')
  const writings = sum('dispute: learn') + sum('dispute: savePapers')
  expect(await count('select count(*) as n from request_case')).toBe(walked.cases)
  expect(await count('select count(*) as n from dispute')).toBe(files)
  expect(await count('select count(*) as n from dispute_act')).toBe(sum('dispute: ') - writings)
  expect(await count('select count(*) as n from amendment_act')).toBe(sum('amendment: '))
})

test('编号没有缺号，也没有重号', async () => {
  const numbered = ['request_case', 'dispute', 'amendment'].map(
    (table) => `select number_year as year, number_serial as serial from ${table}`,
  )
  const volumes = 'select year, serial from case_volume union all select year, serial from amendment_volume'
  for (const numbers of [...numbered, volumes]) {
    const wrong = await place.asOwner(`
      select year from (${numbers}) n group by year
      having count(*) <> max(serial) or count(distinct serial) <> count(*)`)
    expect([numbers, wrong]).toEqual([numbers, []])
  }
  expect(await place.asOwner('select number from letter group by number having count(*) > 1')).toEqual([])
})

test('存着的每一列都与案卷重算一致', async () => {
  expect((await refold(place.office, { write: false })).drifts).toEqual([])
})

test('每件的步数与案卷相符，没有缺号', async () => {
  const wrong = await place.asOwner(`
    select c.number from request_case c left join request_act a using (agency_id) where a.case_id = c.id
    group by c.number, c.acts having count(*) <> c.acts or min(a.seq) <> 0 or max(a.seq) <> c.acts - 1`)
  expect(wrong).toEqual([])
})

test('争议卷与卷内各步相符，案件里记的结果与争议卷相同', async () => {
  const { db } = place.office
  const { readings } = await legalSetting(place.office, place.ids.bureau)
  const files = await listDisputes(db, place.ids.bureau)
  for (const file of files) {
    const acts = (await disputeActs(db, place.ids.bureau, [file.id])).get(file.id) ?? []
    const folded = foldDispute(acts)
    expect([file.number, file.acts, file.closed_on]).toEqual([file.number, acts.length, closedOn(folded)])
    if (file.case_id === null) continue
    const { live } = fold(await actsOf(db, place.ids.bureau, file.case_id))
    const told = live.findLast(({ act }) => act.kind === 'disputed' && act.dispute === file.number)?.act
    expect([file.number, told?.kind === 'disputed' ? told.result : null]).toEqual([file.number, columnOf(folded, readings)])
  }
})

test('更正事项与经过相符', async () => {
  const { db } = place.office
  for (const { id, number, ...row } of await listAmendments(db, place.ids.bureau)) {
    const acts = await amendmentActs(db, place.ids.bureau, id)
    const told = acts.map((act) => ({ kind: act.kind, on: act.on_date, actorId: act.actor_id }))
    const standing = foldAmendment(told, await pendingOverAmendment(db, place.ids.bureau, id))
    expect(acts.map(({ seq }) => seq)).toEqual(acts.map((_, n) => n))
    expect([number, row.state, row.decided_on, row.served_on, row.withdrawn_on]).toEqual([
      number,
      standing.state,
      standing.decidedOn,
      standing.servedOn,
      standing.withdrawnOn,
    ])
  }
})

test('审计链完整，每个命令都有记录', async () => {
  const { entries, faults } = await verifyAudit(place.office.db)
  expect(faults).toEqual([])
  expect(entries).toBeGreaterThanOrEqual(await count('select count(*) as n from command'))
})

test('各年统计满足勾稽关系：本年新收＋上年结转＝办理结果＋结转下年度；表四各列之和为总计', async () => {
  for (const year of years()) {
    const { tables, format } = await tablesOf(year)
    const findings = checkTables(tables, format).filter(({ table }) => table === 'requests' || table === 'disputes')
    expect([year, findings]).toEqual([year, []])
  }
})

test('本年结转下年度的，就是下一年的上年结转', async () => {
  const tables = await Promise.all(years().map(async (year) => (await tablesOf(year)).tables.requests))
  const total = (table: (typeof tables)[number] | undefined, row: 'carriedForward' | 'carriedOver') => table?.[row]?.at(-1)
  for (const [n, table] of tables.slice(0, -1).entries())
    expect(total(tables[n + 1], 'carriedOver')).toBe(total(table, 'carriedForward'))
})

test('期满销毁之后，统计和案卷重算都不变', async () => {
  const before = await Promise.all(years().map(tablesOf))
  const erased = await walked.eraseAll()
  expect(erased > 0 || total() < FAR).toBe(true)
  expect(await Promise.all(years().map(tablesOf))).toEqual(before)
  expect((await refold(place.office, { write: false })).drifts).toEqual([])
})

test('能办的事都走到了；没有走到的，写明理由', async () => {
  const named = Object.values({ ...WALKED, ...OWN_WALKED })
  const wanted = named.flatMap((deeds) => (typeof deeds === 'string' ? [] : deeds))
  const reasons = [...named, ...Object.values(NOT_OF_CASES)].filter((deeds) => typeof deeds === 'string')
  expect(reasons.filter((reason) => !reason.endsWith('.'))).toEqual([])
  if (total() < FULL) return
  expect(wanted.filter((deed) => !(deed in walked.done))).toEqual([])
  const kinds = async (table: string) =>
    (await place.asOwner(`select distinct kind from ${table}`)).map(({ kind }) => kind).sort()
  expect(await kinds('request_act')).toEqual([...ACT_KINDS].sort())
  expect(await kinds('dispute_act')).toEqual(Object.keys(DISPUTE_ACT_WORDS).sort())
  expect(await kinds('amendment_act')).toEqual(Object.keys(AMENDMENT_ACT_WORDS).sort())
})
