/** Installs the project's packages when they are missing or no longer what the lock file says, and finds the Node among them. */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const PROJECT = join(dirname(fileURLToPath(import.meta.url)), '..')
/** Stamps and other things that may be lost at any time. */
export const CACHE = join(PROJECT, 'node_modules/.cache/gongkai')

const STAMP = join(CACHE, 'installed')
const LOCK = join(PROJECT, 'package-lock.json')
const NEEDED_MAJOR = 24

/** A fault that the person at the keyboard can mend: one line, no stack. */
export class CannotGoOn extends Error {
  name = 'CannotGoOn'
}

export function say(line) {
  process.stderr.write(`${line}\n`)
}

export function digestOf(...parts) {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part).update('\0')
  return hash.digest('hex')
}

/** Without this process's own version: once Node is among the packages, npm runs even this script on it. */
function stamp() {
  return digestOf(readFileSync(LOCK), readFileSync(join(PROJECT, 'package.json')), process.platform, process.arch)
}

/** Not `npm ci`: it fails where the registry lacks packages of other platforms that the lock file therefore can't list. */
export async function install() {
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stamp()) return
  const before = readFileSync(LOCK)
  say('正在安装依赖（首次约一两分钟）…')
  const begun = Date.now()
  const progress = setInterval(() => say(`  已用 ${Math.round((Date.now() - begun) / 1000)} 秒`), 10_000)
  const code = await npm(['install', '--loglevel=error', '--no-audit', '--no-fund']).finally(() => clearInterval(progress))
  if (code !== 0) throw new CannotGoOn(`依赖安装失败（npm 返回 ${code}）；请检查网络和磁盘空间后重试`)
  if (process.env.CI && !readFileSync(LOCK).equals(before)) {
    throw new CannotGoOn('package-lock.json 与 package.json 不一致；请运行 npm install 并提交 package-lock.json')
  }
  refuseOldNode()
  mkdirSync(CACHE, { recursive: true })
  writeFileSync(STAMP, stamp())
  say('依赖已安装')
}

/** npm's own words go to standard error: standard output belongs to the program. */
function npm(args) {
  const own = process.env.npm_execpath
  const [command, before] = own?.endsWith('.js') ? [process.execPath, [own]] : ['npm', []]
  const child = spawn(command, [...before, ...args], {
    cwd: PROJECT,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  return new Promise((done) => {
    child.once('error', () => done(127))
    child.once('exit', (code) => done(code ?? 1))
  })
}

/** The Node that the project carries; the machine's own where it carries none for this platform. */
export function carriedNode() {
  const names = [
    `node-${process.platform}-${process.arch}`,
    `node-bin-${process.platform}-${process.arch}`,
    `node-win-${process.arch}`,
  ]
  const file = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node'
  const carried = names.map((name) => join(PROJECT, 'node_modules', name, file)).find((path) => existsSync(path))
  if (!carried && majorOf(process.version) >= NEEDED_MAJOR) return process.execPath
  if (!carried) throw new CannotGoOn(`需要 Node ${NEEDED_MAJOR}，本机为 ${process.version}；请安装 Node ${NEEDED_MAJOR} 后重试`)
  return carried
}

function majorOf(version) {
  return Number.parseInt(version.replace('v', ''), 10)
}

/** Asked once after an install; at every start main.ts asks itself. */
function refuseOldNode() {
  const node = carriedNode()
  const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout?.trim() ?? ''
  if (majorOf(version) >= NEEDED_MAJOR) return
  throw new CannotGoOn(
    `${node} 不能运行或不是 Node ${NEEDED_MAJOR}（${version}）；请安装 Node ${NEEDED_MAJOR}，删除 node_modules 后重试`,
  )
}
