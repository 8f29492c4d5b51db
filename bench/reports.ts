/** Bench of 年度报告: a year compiled out of a million cases of one agency; a hundred thousand units added up, and one of them changed. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { formOf } from '../src/law/reports/formats/index.ts'
import type { ReportTables } from '../src/law/reports/model.ts'
import { refoldSums } from '../src/office/oversight/refold-sums.ts'
import { cellCases } from '../src/office/reports/cell-cases.ts'
import { compileReport } from '../src/office/reports/compile-report.ts'
import { returnHandIn } from '../src/office/reports/decide-hand-in.ts'
import { viewNotice } from '../src/office/reports/view-hand-ins.ts'
import type { Actor, Role } from '../src/record/people/roles.ts'
import { readSettings } from '../src/settings.ts'
import { findPlace } from '../src/store/postgres/place.ts'
import { startEmbedded } from '../src/store/postgres/supervisor.ts'
import { openProduct } from '../src/wiring.ts'
import { type Measures, note } from './measure.ts'
import { loadMillion, TODAY } from './million.ts'

const YEAR = 2025
const CHANGES = 20

/** One after the other on an embedded database of their own. */
export async function benchReports(measures: Measures, cases: number, units: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-bench-reports-'))
  // As root the database runs as another account, which must get in.
  chmodSync(folder, 0o755)
  const settings = { ...readSettings({ GONGKAI_TODAY: TODAY }), today: () => TODAY }
  const place = findPlace(process.cwd(), folder, console.error)
  const database = await startEmbedded(place, console.error)
  try {
    const product = await openProduct(settings, database.url, place.dataFolder, { sessions: 5 })
    try {
      const { office } = product
      const { largest, officer } = await loadMillion(office, database.url, cases, 1)
      const actor = (role: Role): Actor => ({
        id: officer,
        agencyId: largest,
        name: '',
        roles: [role],
        sectionId: null,
        under: [],
      })
      const timed = async <T>(work: () => Promise<{ ok: true; value: T } | { ok: false; refusals: readonly unknown[] }>) => {
        const begun = performance.now()
        const done = await work()
        if (!done.ok) throw new Error(JSON.stringify(done.refusals))
        return { value: done.value, ms: performance.now() - begun }
      }
      await linkSome(database.url, largest, officer)
      const compiled = await timed(() => compileReport(office, actor('clerk'), YEAR))
      note(measures, 'reports.compileMillion', compiled.ms / 1000, 's', cases)
      const cell = { year: YEAR, table: 'requests', row: 'received', column: 'total' } as const
      const opened = await timed(() => cellCases(office, actor('clerk'), cell))
      note(measures, 'reports.cellOfMillion', opened.ms / 1000, 's', cases)
      await loadUnits(database.url, largest, officer, units)
      const begun = performance.now()
      await refoldSums(office, { write: true })
      note(measures, 'reports.addUpAll', (performance.now() - begun) / 1000, 's', units)
      const above = await timed(() => compileReport(office, actor('clerk'), YEAR))
      note(measures, 'reports.compileUnits', above.ms / 1000, 's', units)
      const page = await timed(() => viewNotice(office, actor('supervisor'), { id: NOTICE, page: 1 }))
      note(measures, 'reports.noticePage', page.ms, 'ms', units)
      const changed: number[] = []
      for (const { id } of page.value.units.slice(0, CHANGES)) {
        const unit = { noticeId: NOTICE, unitId: id }
        const back = await timed(() =>
          returnHandIn(office, actor('supervisor'), { ...unit, seq: 1, remarks: [{ at: null, text: '请核对' }] }),
        )
        changed.push(back.ms)
      }
      note(measures, 'reports.oneChange', changed.reduce((sum, ms) => sum + ms, 0) / changed.length, 'ms', units)
    } finally {
      await product.close()
    }
  } finally {
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

const NOTICE = '00000000-0000-4000-8000-00000000beef'

function tables(): ReportTables {
  return {
    disclosed: { rules: [0, 0, 0], normativeDocuments: [1, 0, 7], permits: 12, penalties: 3, compulsion: 0, feesWanYuan: 1.25 },
    requests: Object.fromEntries(formOf('2021').requests.rows.map(({ row }) => [row, [3, 1, 0, 0, 1, 0, 5]])),
    disputes: {
      reconsideration: [1, 0, 0, 0, 1],
      litigationDirect: [0, 0, 0, 0, 0],
      litigationAfterReconsideration: [0, 1, 0, 0, 1],
    },
  }
}

/** One case in a hundred is part of another: 一份申请拆分为多件. */
async function linkSome(url: string, agency: string, officer: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(
      `insert into case_link (agency_id, case_id, other_id, kind, made_by)
       select agency_id, before, id, 'split', $2 from (
         select agency_id, id, lag(id) over (order by id) as before, row_number() over (order by id) as n
         from request_case where agency_id = $1) c
       where n % 100 = 0 and before is not null`,
      [agency, officer],
    )
  } finally {
    await client.end()
  }
}

/** Units with an accepted report each, written straight into the tables: their acts were not the question. */
async function loadUnits(url: string, agency: string, officer: string, units: number): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const run = (statement: string, values: unknown[] = []) => client.query(statement, values)
  try {
    await run(`create temporary table u as select gen_random_uuid() as id, n from generate_series(1, ${units}) n`)
    await run(`insert into agency (id, parent_id, slug, kind, regime) select id, $1, 'u' || n, 'bureau', 'art54' from u`, [
      agency,
    ])
    await run(
      `insert into agency_version select id, '2019-05-15', jsonb_build_object('name', '第' || n || '局', 'shortName', '局' || n) from u`,
    )
    await run(
      `insert into report_notice (agency_id, id, year, title, number, issued_on, file_by, accepted_first, body, format, issued_by)
       values ($1, $2, ${YEAR}, '通知', '某政办〔2026〕1号', '2026-01-05', '2026-01-20', false, '', '2021', $3)`,
      [agency, NOTICE, officer],
    )
    await run(
      `insert into hand_in (agency_id, notice_id, unit_id, state, counted, first_handed_in_on, accepted_on, acts)
       select $1, $2, id, 'accepted', 1, '2026-01-15', '2026-01-16', 3 from u`,
      [agency, NOTICE],
    )
    for (const [seq, act] of [
      { kind: 'asked', on: '2026-01-05' },
      { kind: 'handedIn', on: '2026-01-15', submission: 1, via: 'system' },
      { kind: 'accepted', on: '2026-01-16', submission: 1 },
    ].entries())
      await run(
        `insert into hand_in_act (agency_id, notice_id, unit_id, seq, on_date, actor_id, data)
         select $1, $2, id, ${seq}, $3::date, $4, $5::jsonb from u`,
        [agency, NOTICE, act.on, officer, JSON.stringify(act)],
      )
    await run(
      `insert into report_submission (agency_id, notice_id, unit_id, seq, format, tables, prose, findings, explained, via, digest, handed_in_on)
       select $1, $2, id, 1, '2021', $3::jsonb, '{"preface":[],"overall":[],"problems":[],"other":[]}', '[]', '{}', 'system', md5(n::text), '2026-01-15' from u`,
      [agency, NOTICE, JSON.stringify(tables())],
    )
    await run('vacuum analyze')
  } finally {
    await client.end()
  }
}
