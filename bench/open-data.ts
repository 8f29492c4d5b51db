/** Bench of 开放数据: the file of all reports with a hundred thousand units, in each format, and the memory that it needs. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { formOf } from '../src/law/reports/formats/index.ts'
import { readSettings } from '../src/settings.ts'
import { findPlace } from '../src/store/postgres/place.ts'
import { startEmbedded } from '../src/store/postgres/supervisor.ts'
import { openProduct } from '../src/wiring.ts'
import { type Measures, note } from './measure.ts'
import { TODAY } from './million.ts'

const YEAR = 2025
const MIB = 1024 * 1024

/** `units` agencies with a published report each, asked for over loopback; what comes is counted and thrown away. */
export async function benchOpenData(measures: Measures, units: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-bench-open-data-'))
  // As root the database runs as another account, which must get in.
  chmodSync(folder, 0o755)
  const settings = { ...readSettings({ GONGKAI_TODAY: TODAY, GONGKAI_REQUESTS_PER_MINUTE: '0' }), today: () => TODAY }
  const place = findPlace(process.cwd(), folder, console.error)
  const database = await startEmbedded(place, console.error)
  try {
    const product = await openProduct(settings, database.url, place.dataFolder, { sessions: 5 })
    try {
      await loadReports(database.url, units)
      const server = await product.buildServer({ logs: { level: 'silent' } })
      const site = await server.listen({ port: 0, host: '127.0.0.1' })
      for (const kind of ['csv', 'json', 'xlsx']) await measure(measures, `${site}/open-data/reports.${kind}`, kind, units)
      await server.close()
    } finally {
      await product.close()
    }
  } finally {
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measure(measures: Measures, url: string, kind: string, units: number): Promise<void> {
  const before = process.memoryUsage.rss()
  const begun = performance.now()
  let peak = before
  let bytes = 0
  const answer = await fetch(url, { headers: { 'accept-encoding': 'identity' } })
  for await (const chunk of answer.body ?? []) {
    bytes += (chunk as Uint8Array).length
    peak = Math.max(peak, process.memoryUsage.rss())
  }
  note(measures, `openData.${kind}`, (performance.now() - begun) / 1000, 's', units)
  note(measures, `openData.${kind}.size`, bytes / MIB, 'MiB', units)
  note(measures, `openData.${kind}.memory`, (peak - before) / MIB, 'MiB', units)
}

const PROSE = { preface: ['依据通知编制。'], overall: ['全年工作。'.repeat(100)], problems: ['问题。'.repeat(50)], other: [] }
const TABLES = {
  disclosed: { rules: [0, 0, 0], normativeDocuments: [1, 0, 7], permits: 12, penalties: 3, compulsion: 0, feesWanYuan: 1.25 },
  requests: Object.fromEntries(formOf('2021').requests.rows.map(({ row }) => [row, [3, 1, 0, 0, 1, 0, 5]])),
  disputes: {
    reconsideration: [1, 0, 0, 0, 1],
    litigationDirect: [0, 0, 0, 0, 0],
    litigationAfterReconsideration: [0, 1, 0, 0, 1],
  },
}

async function loadReports(url: string, units: number): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const run = (statement: string, values: unknown[] = []) => client.query(statement, values)
  try {
    await run(`create temporary table u as select gen_random_uuid() as id, n from generate_series(1, ${units}) n`)
    await run(`insert into agency (id, slug, kind, regime) select id, 'u' || n, 'bureau', 'art54' from u`)
    await run(
      `insert into agency_version select id, '2019-05-15', jsonb_build_object('name', '第' || n || '局', 'shortName', '局' || n) from u`,
    )
    await run(
      `insert into report (agency_id, year, version, format, state, source, tables, prose, published_on)
       select id, ${YEAR}, 1, '2021', 'published', 'imported', $1::jsonb, $2::jsonb, '2026-01-20' from u`,
      [JSON.stringify(TABLES), JSON.stringify(PROSE)],
    )
    await run('vacuum analyze')
  } finally {
    await client.end()
  }
}
