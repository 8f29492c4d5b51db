/** Benches of the portal: a server of its own with the demo county, asked over loopback by autocannon. */
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import autocannon from 'autocannon'
import { type Measures, note } from './measure.ts'

const SECONDS = 4
const CONNECTIONS = 16
const START_MS = 120_000

export async function benchPortal(measures: Measures): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'gongkai-bench-data-'))
  // As root the database runs as another account, which must get in.
  chmodSync(data, 0o755)
  const port = await freePort()
  const at = `http://127.0.0.1:${port}`
  const server = spawn(process.execPath, ['src/main.ts', 'web'], {
    env: {
      ...process.env,
      PORT: String(port),
      GONGKAI_DATA: data,
      GONGKAI_TODAY: '2026-03-02',
      GONGKAI_REQUESTS_PER_MINUTE: '0',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  try {
    await ready(server, at)
    for (const [name, path] of Object.entries(await pages(at))) await measure(measures, server, name, at + path)
    note(measures, 'portal.memory', residentMiB(server.pid ?? 0), 'MiB', 1)
  } finally {
    server.kill('SIGTERM')
    if (server.exitCode === null) await new Promise((done) => server.once('exit', done))
    rmSync(data, { recursive: true, force: true })
  }
}

/** Addresses of one page of each kind, found as a reader finds them. */
async function pages(at: string): Promise<Record<string, string>> {
  const first = async (path: string, pattern: RegExp) => pattern.exec(await (await fetch(at + path)).text())?.[1] ?? path
  const report = await first('/jyj/reports', /href="(\/jyj\/reports\/\d{4})"/)
  const list = await first('/jyj/content', /href="(\/jyj\/content\/[^"]+)"/)
  const document = await first(list, /href="(\/jyj\/doc\/[^"]+)"/)
  return { home: '/jyj/', list, document, search: `/jyj/search?q=${encodeURIComponent('招生')}`, report }
}

async function measure(measures: Measures, server: ChildProcess, name: string, url: string): Promise<void> {
  const status = (await fetch(url)).status
  if (status !== 200) throw new Error(`${name} answers ${status}`)
  const before = cpuMs(server.pid ?? 0)
  const result = await autocannon({ url, connections: CONNECTIONS, duration: SECONDS })
  const n = result.requests.total
  if (result.non2xx + result.errors > 0)
    throw new Error(`${name}: ${result.non2xx} answers other than 2xx, ${result.errors} errors`)
  note(measures, `portal.${name}.requests`, result.requests.average, '1/s', n)
  note(measures, `portal.${name}.p50`, result.latency.p50, 'ms', n)
  note(measures, `portal.${name}.p99`, result.latency.p99, 'ms', n)
  note(measures, `portal.${name}.cpu`, (cpuMs(server.pid ?? 0) - before) / n, 'ms/request', n)
}

/** User and system time of the process so far (clock ticks are 10 ms on Linux). */
function cpuMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}

function residentMiB(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
}

async function ready(server: ChildProcess, at: string): Promise<void> {
  const end = Date.now() + START_MS
  while (Date.now() < end) {
    if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode}`)
    if (
      await fetch(`${at}/readyz`).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      return
    await pause(200)
  }
  throw new Error('the server did not become ready')
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
