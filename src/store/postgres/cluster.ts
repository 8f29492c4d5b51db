/** The files of one PostgreSQL cluster: made once, never upgraded silently; and who is serving it now. */
import { execFile } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { CannotStart } from '../cannot-start.ts'
import type { Account, Place } from './place.ts'

export const SUPERUSER = 'gongkai'

export function clusterFolder(place: Place): string {
  return join(place.dataFolder, 'postgres')
}

/**
 * Makes the cluster when there is none. It is made aside and renamed, so that a start cut short leaves nothing half made.
 * @throws CannotStart when the cluster belongs to another major version
 */
export async function ensureCluster(place: Place): Promise<void> {
  const folder = clusterFolder(place)
  makeOwned(place.socketFolder, place.account)
  if (!existsSync(join(folder, 'PG_VERSION'))) await initialise(place, folder)
  const [{ stdout }, data] = [
    await run(place, 'postgres', ['--version']),
    readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim(),
  ]
  const major = /(\d+)/.exec(stdout)?.[1]
  if (major !== data) {
    throw new CannotStart(`数据目录 ${folder} 属于 PostgreSQL ${data}，内置程序为 ${major}；请先用旧版本备份，再导入新版本`)
  }
}

async function initialise(place: Place, folder: string): Promise<void> {
  const unfinished = `${folder}.${process.pid}`
  makeOwned(unfinished, place.account)
  try {
    await run(place, 'initdb', [
      `--pgdata=${unfinished}`,
      `--username=${SUPERUSER}`,
      // The socket lies in a folder that only this account (and root) may enter; there is no other way in.
      '--auth=trust',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
    ])
    renameSync(unfinished, folder)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    // Another start may have made the cluster meanwhile; then ours is not needed.
    if (existsSync(join(folder, 'PG_VERSION'))) return
    throw new CannotStart(`内置数据库初始化失败（${folder}）：${lastLine(error)}`, { cause: error })
  }
}

function makeOwned(folder: string, account: Account | null): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (account === null) return
  chownSync(folder, account.uid, account.gid)
  chmodSync(folder, 0o700)
}

async function run(place: Place, program: string, args: string[]): Promise<{ stdout: string }> {
  const { uid, gid } = place.account ?? {}
  return promisify(execFile)(join(place.programs, 'bin', program), args, { uid, gid, cwd: '/', env: programEnvironment() })
}

/** PostgreSQL gets nothing of our environment: PG* variables of the operator's shell would change what it does. */
export function programEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'Asia/Shanghai' }
}

function lastLine(error: unknown): string {
  const text = (error as { stderr?: string }).stderr || String(error)
  return text.trim().split('\n').at(-1) ?? ''
}

/** The process that serves the cluster now, or null. A lock file left by a process that is gone is removed. */
export function servingProcess(folder: string): number | null {
  const lock = join(folder, 'postmaster.pid')
  const pid = existsSync(lock) ? Number.parseInt(readFileSync(lock, 'utf8'), 10) : Number.NaN
  if (Number.isNaN(pid)) return null
  if (serves(pid, folder)) return pid
  // After a restart of the machine the number may belong to anyone; PostgreSQL itself would refuse to start then.
  rmSync(lock, { force: true })
  return null
}

/** Whether the process lives and works in this cluster (PostgreSQL's working directory is its cluster). */
export function serves(pid: number, folder: string): boolean {
  if (!isAlive(pid)) return false
  if (process.platform !== 'linux') return true
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(folder)
  } catch {
    return false
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
