/**
 * Runs the embedded PostgreSQL beside the server: starts it (or adopts the one already serving the same data), restarts it when
 * it dies, and stops it with us. It listens on a Unix socket only.
 *
 * Call from the main thread: the signal that ends PostgreSQL when we die is tied to the thread that started it.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, openSync, closeSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { CannotStart } from '../cannot-start.ts'
import { clusterFolder, ensureCluster, isAlive, programEnvironment, serves, servingProcess, SUPERUSER } from './cluster.ts'
import type { Place } from './place.ts'

export interface Embedded {
  readonly url: string
  /** Waits for what is running, then ends PostgreSQL, unless another living server of ours started it. */
  stop(): Promise<void>
}

interface Postmaster {
  readonly pid: number
  readonly ours: boolean
  readonly ended: Promise<void>
}

const SETPRIV = ['/usr/bin/setpriv', '/bin/setpriv'].find((path) => existsSync(path))
const START_ATTEMPTS = 40
const RETRY_MS = 250

/** @param settings further `name=value` server settings (tests trade durability for speed) */
export async function startEmbedded(place: Place, say: (line: string) => void, settings: string[] = []): Promise<Embedded> {
  await ensureCluster(place)
  const cluster = clusterFolder(place)
  const supervisorFile = join(place.dataFolder, 'postgres.supervisor')
  const url = socketUrl(place.socketFolder)
  let stopping = false
  let now = await bring()

  /** Starts or adopts, and returns once queries are answered. */
  async function bring(): Promise<Postmaster> {
    for (let attempt = 0; attempt < START_ATTEMPTS; attempt += 1) {
      const living = servingProcess(cluster)
      const master = living === null ? launch(place, cluster, settings) : adopt(living, cluster)
      if (await answers(master, place.socketFolder)) {
        if (master.ours) writeFileSync(supervisorFile, String(process.pid))
        return master
      }
      // It was on its way out, or the memory of one killed a moment ago is still held: both pass.
      await pause(RETRY_MS)
    }
    throw new CannotStart(`内置数据库无法启动；原因见 ${logFile(place)}`)
  }

  async function watch(): Promise<void> {
    for (;;) {
      await now.ended
      if (stopping) return
      say('数据库意外停止，正在重新启动')
      try {
        now = await bring()
        say('数据库已恢复')
      } catch (error) {
        say(error instanceof CannotStart ? error.message : '数据库重新启动失败，稍后再试')
      }
    }
  }
  void watch()

  return {
    url,
    async stop() {
      stopping = true
      const supervisor = existsSync(supervisorFile) ? Number(readFileSync(supervisorFile, 'utf8')) : process.pid
      const othersNeedIt = !now.ours && supervisor !== process.pid && isAlive(supervisor)
      if (!othersNeedIt) await end(now)
    },
  }
}

/** `database` null stands for the product's own. */
export function socketUrl(socketFolder: string, database = SUPERUSER): string {
  return `postgresql://${SUPERUSER}@localhost/${database}?host=${encodeURIComponent(socketFolder)}`
}

function logFile(place: Place): string {
  return join(place.dataFolder, 'postgres.log')
}

function launch(place: Place, cluster: string, settings: string[]): Postmaster {
  const postgres = join(place.programs, 'bin', 'postgres')
  const options = [
    'listen_addresses=',
    `unix_socket_directories=${place.socketFolder}`,
    'unix_socket_permissions=0700',
    'timezone=Asia/Shanghai',
    // Personal data must not reach the log: no statements, no row values, no messages below the server's own.
    'log_min_messages=log',
    'log_min_error_statement=panic',
    'log_error_verbosity=terse',
    'log_checkpoints=off',
    ...settings,
  ]
  const args = ['-D', cluster, ...options.flatMap((option) => ['-c', option])]
  const log = openSync(logFile(place), 'a', 0o600)
  const { uid, gid } = place.account ?? {}
  // setpriv: PostgreSQL shuts down in order when this process dies, even by kill -9.
  // detached: Ctrl-C in the terminal must reach the server only, which ends the database after its last write.
  const [command, ...before] = SETPRIV ? [SETPRIV, '--pdeathsig', 'INT', '--', postgres] : [postgres]
  const child: ChildProcess = spawn(command ?? postgres, [...before, ...args], {
    uid,
    gid,
    cwd: '/',
    detached: true,
    env: programEnvironment(),
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  const ended = new Promise<void>((done) => {
    child.once('exit', () => done())
    child.once('error', () => done())
  })
  return { pid: child.pid ?? -1, ours: true, ended }
}

function adopt(pid: number, cluster: string): Postmaster {
  async function gone(): Promise<void> {
    while (serves(pid, cluster)) await pause(RETRY_MS, undefined, { ref: false })
  }
  return { pid, ours: false, ended: gone() }
}

/** Waits until queries are answered (recovery after a crash takes what it takes); false when the process ended before. */
async function answers(master: Postmaster, socketFolder: string): Promise<boolean> {
  const gone = master.ended.then(() => true)
  const soon = () => pause(20, false)
  for (;;) {
    const answer = await tryConnect(socketUrl(socketFolder))
    if (answer === 'yes') return true
    if (answer === 'no-database') await createDatabase(socketFolder)
    else if (await Promise.race([soon(), gone])) return false
  }
}

async function tryConnect(url: string): Promise<'yes' | 'no-database' | 'no'> {
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  try {
    await client.connect()
    return 'yes'
  } catch (error) {
    return (error as { code?: string }).code === '3D000' ? 'no-database' : 'no'
  } finally {
    await client.end().catch(() => {})
  }
}

async function createDatabase(socketFolder: string): Promise<void> {
  const client = new Client({ connectionString: socketUrl(socketFolder, 'postgres') })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query(`create database ${SUPERUSER}`)
  } catch {
    // Another start made it first, or the server went away: the caller asks again.
  } finally {
    await client.end().catch(() => {})
  }
}

/** Fast shutdown, then an immediate one; both are safe for what was committed. */
async function end(master: Postmaster): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', 5000],
    ['SIGQUIT', 2000],
    ['SIGKILL', 1000],
  ] as const) {
    try {
      process.kill(master.pid, signal)
    } catch {
      return
    }
    const over = await Promise.race([master.ended.then(() => true), pause(patience, false, { ref: false })])
    if (over) return
  }
}
