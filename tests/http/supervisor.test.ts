/** The embedded PostgreSQL's keeper, with real processes: what kills, kills for good, and nothing is left behind. */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, chmodSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isAlive } from '../../src/store/postgres/cluster.ts'
import { canReach, findPlace, type Place } from '../../src/store/postgres/place.ts'
import { startEmbedded, type Embedded } from '../../src/store/postgres/supervisor.ts'

let folder: string
let place: Place
const running: Embedded[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongkai-supervisor-'))
  chmodSync(folder, 0o755)
  place = findPlace(process.cwd(), folder, () => {})
})

afterEach(async () => {
  for (const database of running.splice(0)) await database.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function start(said: string[] = []): Promise<Embedded> {
  const database = await startEmbedded(place, (line) => said.push(line), ['fsync=off'])
  running.push(database)
  return database
}

function postmaster(): number {
  return Number.parseInt(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8'), 10)
}

async function ask(url: string, query: string): Promise<unknown> {
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ answer: unknown }>(query)
    return rows[0]?.answer
  } finally {
    await client.end().catch(() => {})
  }
}

async function until<T>(attempt: () => Promise<T> | T): Promise<T> {
  for (;;) {
    try {
      return await attempt()
    } catch {
      await pause(50)
    }
  }
}

function mustBeGone(pid: number): void {
  if (isAlive(pid)) throw new Error('still there')
}

describe('a killed database', () => {
  test('is started again, and what was committed is there', async () => {
    const said: string[] = []
    const { url } = await start(said)
    await ask(url, 'create table kept as select 7 as answer')
    const before = postmaster()
    process.kill(before, 'SIGKILL')
    expect(await until(() => ask(url, 'select answer from kept'))).toBe(7)
    expect(postmaster()).not.toBe(before)
    // The database answers a moment before its keeper says so.
    await until(() => expect(said).toEqual(['数据库意外停止，正在重新启动', '数据库已恢复']))
  })
})

describe('a killed server', () => {
  test('takes its database with it or hands it over: the next start needs no repair', async () => {
    const script = join(folder, 'server.ts')
    const keeper = join(process.cwd(), 'src/store/postgres')
    writeFileSync(
      script,
      `import { findPlace } from '${keeper}/place.ts'
       import { startEmbedded } from '${keeper}/supervisor.ts'
       await startEmbedded(findPlace('${process.cwd()}', '${folder}', () => {}), () => {})
       process.send('ready')`,
    )
    const server = spawn(process.execPath, [script], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    await new Promise((done) => server.once('message', done))
    const orphan = postmaster()
    server.kill('SIGKILL')
    const { url } = await start()
    expect(await ask(url, 'select 1 as answer')).toBe(1)
    if (existsSync('/usr/bin/setpriv')) await until(() => mustBeGone(orphan))
    expect(await until(() => ask(url, 'select 2 as answer'))).toBe(2)
  })
})

describe('two servers on the same data', () => {
  test('share one database; the second leaves it running when it ends', async () => {
    const first = await start()
    const second = await startEmbedded(place, () => {})
    expect(await ask(second.url, 'select 1 as answer')).toBe(1)
    const pid = postmaster()
    // This process started it and lives, so the second has no business ending it. (Here both are one process; the file says who.)
    writeFileSync(join(folder, 'postgres.supervisor'), String(process.ppid))
    await second.stop()
    expect(isAlive(pid)).toBe(true)
    expect(await ask(first.url, 'select 1 as answer')).toBe(1)
  })
})

describe('a lock file left behind', () => {
  test('whose number now belongs to another program does not hinder the start', async () => {
    const first = await start()
    await first.stop()
    writeFileSync(join(folder, 'postgres/postmaster.pid'), `${process.pid}\n${folder}/postgres\n`)
    const { url } = await start()
    expect(await ask(url, 'select 1 as answer')).toBe(1)
  })
})

describe('stopping', () => {
  test('ends the database and takes its lock file away', async () => {
    const database = await start()
    const pid = postmaster()
    await database.stop()
    await until(() => mustBeGone(pid))
    expect(existsSync(join(folder, 'postgres/postmaster.pid'))).toBe(false)
  })
})

describe('what can go wrong before', () => {
  test('data of another major version are refused, not upgraded', async () => {
    const database = await start()
    await database.stop()
    writeFileSync(join(folder, 'postgres/PG_VERSION'), '15\n')
    await expect(startEmbedded(place, () => {})).rejects.toThrow('属于 PostgreSQL 15')
  })

  test('a folder that can not be written is named', () => {
    expect(() => findPlace(process.cwd(), '/proc/gongkai', () => {})).toThrow('数据目录 /proc/gongkai 不可写')
  })

  test('a closed folder is closed to other accounts, also for what lies below', () => {
    chmodSync(folder, 0o700)
    const account = { name: 'another', uid: 54_321, gid: 54_321 }
    expect(canReach(account, join(folder, 'below/it'))).toBe(false)
    chmodSync(folder, 0o711)
    expect(canReach(account, join(folder, 'below/it'))).toBe(true)
  })
})
