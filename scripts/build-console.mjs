/** Builds the console (vite) when what it is made of has changed. */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CACHE, CannotGoOn, digestOf, PROJECT, say } from './install.mjs'

const CONFIG = 'src/console/vite.config.ts'
/** The console may import these floors and the contract, nothing else (tests/architecture/floors.test.ts). */
const SOURCES = [
  'src/console',
  'src/law',
  'src/record',
  'src/edge/console/contract.ts',
  'src/edge/console/contract',
  'package-lock.json',
]
const STAMP = join(CACHE, 'console')

export async function buildConsole(node) {
  if (!existsSync(join(PROJECT, CONFIG))) return
  const stamp = digestOf(
    ...SOURCES.flatMap((source) => filesOf(source)).flatMap((file) => [file, readFileSync(join(PROJECT, file))]),
  )
  const built = existsSync(join(PROJECT, 'dist/console/index.html'))
  if (built && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stamp) return
  say('正在构建工作台…')
  const args = ['node_modules/vite/bin/vite.js', 'build', '--config', CONFIG, '--logLevel', 'warn']
  const child = spawn(node, args, { cwd: PROJECT, stdio: ['ignore', 2, 2] })
  const code = await new Promise((done) => child.once('exit', (status) => done(status ?? 1)))
  if (code !== 0) throw new CannotGoOn('工作台构建失败；原因见上')
  mkdirSync(CACHE, { recursive: true })
  writeFileSync(STAMP, stamp)
}

function filesOf(source) {
  if (/\.\w+$/.test(source)) return [source]
  return readdirSync(join(PROJECT, source), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name).slice(PROJECT.length + 1))
    .sort()
}
