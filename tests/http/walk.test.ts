/**
 * 随机走查: many deeds through the office on a real database, then everything that must hold does. Here for some seconds; in full by
 * `GONGKAI_WALK_ACTS=10000 npm run unit -- --project http tests/http/walk.test.ts`.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { refold } from '../../src/office/oversight/refold.ts'
import { countRequests } from '../../src/record/reports/compile.ts'
import { verifyAudit } from '../../src/store/audit.sql.ts'
import { factsOf } from '../../src/store/requests.sql.ts'
import { ALL_YEARS, type County, county } from './county.ts'
import { walkOffice, type WalkResult } from './office-walk.ts'

const ACTS = Number(process.env.GONGKAI_WALK_ACTS ?? 0)
/** So many acts that a walk must have come to the end of some case. */
const FAR = 1_000
const SHORT_MS = 15_000
const LONGEST_MS = 1_800_000

let place: County
let walked: WalkResult
beforeAll(async () => {
  place = await county('2024-01-02')
  const seed = Number(process.env.GONGKAI_WALK_SEED ?? Date.now() % 1_000_000)
  console.info(`随机数种子 ${seed}`)
  walked = await walkOffice(place, ACTS > 0 ? { acts: ACTS, seed } : { acts: 10_000, seed, until: Date.now() + SHORT_MS })
  if (ACTS > 0) console.info(JSON.stringify(walked, null, 1))
}, LONGEST_MS)
afterAll(() => place.close())

const total = () => Object.values(walked.done).reduce((sum, n) => sum + n, 0)

test('走查办成了许多事，也有被拒绝的；两人同时办同一步，只成一次', () => {
  expect(total()).toBeGreaterThan(50)
  expect(Object.keys(walked.done).length).toBeGreaterThan(8)
  expect(walked.doubled).toBe(0)
})

test('走得够远的，也走到了归档和移交', () => {
  const reached = ['replied', 'served', 'archived', 'archive-transferred'].filter((kind) => kind in walked.done)
  expect(total() < FAR || reached.length === 4).toBe(true)
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

test('审计链完整，每个命令都有记录', async () => {
  const { entries, faults } = await verifyAudit(place.office.db)
  const [commands] = await place.asOwner('select count(*)::int as n from command')
  expect(faults).toEqual([])
  expect(entries).toBeGreaterThanOrEqual(commands?.n as number)
})

test('各年统计满足勾稽关系：本年新收＋上年结转＝办理结果＋结转下年度', async () => {
  const rows = await factsOf(place.office.db, place.ids.bureau, ALL_YEARS)
  const facts = rows.map((row) => ({
    caseId: row.id,
    number: row.number,
    requesterKind: row.requester_kind,
    receivedOn: row.received_on,
    closedOn: row.closed_on,
    outcome: row.outcome,
    disputes: row.disputes,
  }))
  for (let year = 2024; year <= 2027; year += 1) {
    const table = countRequests(facts, year, '2021')
    const total = (row: keyof typeof table) => table[row]?.at(-1) ?? Number.NaN
    expect(total('received') + total('carriedOver')).toBe(total('handled') + total('carriedForward'))
  }
})
