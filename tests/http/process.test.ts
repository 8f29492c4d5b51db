/** The server as a process: started, hurt, stopped, and started where it can't be. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

let folder: string
let server: ChildProcess | null = null

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongkai-process-'))
  chmodSync(folder, 0o755)
})

afterEach(async () => {
  if (server && server.exitCode === null && server.signalCode === null) {
    server.kill('SIGTERM')
    await once(server, 'exit')
  }
  server = null
  rmSync(folder, { recursive: true, force: true })
})

function start(environment: Record<string, string>): { process: ChildProcess; said: { err: string } } {
  const child = spawn(process.execPath, ['src/main.ts', 'web'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env.PATH, GONGKAI_DATA: join(folder, 'data'), GONGKAI_DEMO: 'no', ...environment },
  })
  server = child
  const said = { err: '' }
  child.stderr?.on('data', (chunk) => {
    said.err += String(chunk)
  })
  return { process: child, said }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  return port
}

async function statusOf(port: number): Promise<number> {
  return fetch(`http://127.0.0.1:${port}/readyz`).then(
    ({ status }) => status,
    () => 0,
  )
}

async function untilStatus(port: number, wanted: number, child: ChildProcess): Promise<void> {
  while ((await statusOf(port)) !== wanted) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`)
    await pause(10)
  }
}

describe('npm start', () => {
  test('gets ready, outlives its database, and stops in order when told to', async () => {
    const port = await freePort()
    const { process: child, said } = start({ PORT: String(port) })
    await untilStatus(port, 200, child)

    process.kill(Number.parseInt(readFileSync(join(folder, 'data/postgres/postmaster.pid'), 'utf8'), 10), 'SIGKILL')
    await untilStatus(port, 503, child)
    await untilStatus(port, 200, child)
    await expect.poll(() => said.err).toContain('数据库已恢复')

    child.kill('SIGTERM')
    const [code] = await once(child, 'exit')
    expect(code).toBe(0)
    expect(() => readFileSync(join(folder, 'data/postgres/postmaster.pid'))).toThrow('ENOENT')
  })

  test.each([
    [
      { DATABASE_URL: 'postgresql://someone:secret@127.0.0.1:9/none' },
      /^无法连接数据库 postgresql:\/\/someone@.*请检查 DATABASE_URL/,
    ],
    [{ GONGKAI_DATA: '/proc/gongkai' }, /^数据目录 \/proc\/gongkai 不可写/],
    [{ GONGKAI_TODAY: '2026-03-02', NODE_ENV: 'production' }, /^生产环境不得设置 GONGKAI_TODAY/],
    [{ PORT: 'eighty' }, /^PORT 应为/],
  ])('%o: one line says what to do', async (environment, line) => {
    const { process: child, said } = start(environment)
    const [code] = await once(child, 'exit')
    expect(code).toBe(2)
    expect(said.err).toMatch(line)
    expect(said.err.trim().split('\n')).toHaveLength(1)
    expect(said.err).not.toContain('secret')
  })

  test('port taken: one line names the port, and the database is not left running', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const { process: child, said } = start({ PORT: String(port) })
    const [code] = await once(child, 'exit')
    other.close()
    expect(code).toBe(2)
    expect(said.err).toMatch(new RegExp(`^端口 ${port} 已被占用`))
    expect(() => readFileSync(join(folder, 'data/postgres/postmaster.pid'))).toThrow('ENOENT')
  })
})

describe('the launcher', () => {
  test('an unknown command: a line on standard error, nothing on standard output', async () => {
    const child = spawn(process.execPath, ['scripts/launch.mjs', 'nothing'], { stdio: ['ignore', 'pipe', 'pipe'] })
    const output = { out: '', err: '' }
    child.stdout.on('data', (chunk) => (output.out += String(chunk)))
    child.stderr.on('data', (chunk) => (output.err += String(chunk)))
    const [code] = await once(child, 'close')
    expect([code, output.out]).toEqual([2, ''])
    expect(output.err).toContain('可用：start')
  })
})
