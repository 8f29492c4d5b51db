/**
 * The only place where things are wired.
 *
 *   node src/main.ts [web] [jobs]   serves the pages, runs the jobs; both unless one is named
 *   node src/main.ts cli …          the command line
 */
import { join } from 'node:path'
import type { OfficeContext } from './office/context.ts'
import type { Seeded } from './office/demo/seed.ts'
import { ROLE_WORDS } from './record/people/roles.ts'
import type { Settings } from './settings.ts'
import type { Product } from './wiring.ts'

const PROJECT = join(import.meta.dirname, '..')
const LONGEST_STOP_MS = 9_000
const TOLD_REQUESTS = 6

async function main(args: string[]): Promise<void> {
  if (Number.parseInt(process.versions.node, 10) < 24) fail(`需要 Node 24，现为 ${process.version}；请用 npm start 启动`)
  if (args[0] === 'cli') {
    const { runCli, STDIO } = await import('./edge/cli/main.ts')
    process.exitCode = await runCli(args.slice(1), { ...STDIO, withOffice })
    return
  }
  const parts = args.length === 0 ? ['web', 'jobs'] : args
  const unknown = parts.find((part) => part !== 'web' && part !== 'jobs')
  if (unknown !== undefined) fail(`没有名为 ${unknown} 的部分；可选 web、jobs、cli`)
  await serve(new Set(parts))
}

async function serve(parts: Set<string>): Promise<void> {
  const { readSettings } = await import('./settings.ts')
  const settings = readSettings(process.env, PROJECT)
  /** What must be ended, the last started first. */
  const running: (() => Promise<unknown>)[] = []
  stopOnSignal(running)
  try {
    if (parts.has('web')) await requireFreePort(settings)
    const { url, dataFolder } = await openDatabase(settings, running)
    const { openProduct } = await import('./wiring.ts')
    const product = await openProduct(settings, url, dataFolder)
    running.push(() => product.close())
    const demo = settings.demo ? await fillWithDemo(product) : null
    if (parts.has('jobs')) await product.runJobs(console.error)
    if (!parts.has('web')) return
    const server = await product.buildServer()
    running.push(() => server.close())
    await listen(server, settings)
    console.log(`公开 Gongkai 已启动：http://${settings.host}:${settings.port}${settings.basePath}/`)
    console.log(`  工作台：http://${settings.host}:${settings.port}${settings.basePath}/console/`)
    if (demo) tellDemo(demo)
  } catch (error) {
    await stop(running)
    throw error
  }
}

async function fillWithDemo(product: Product): Promise<Seeded | null> {
  console.log('正在检查数据……')
  try {
    return await product.seedIfEmpty()
  } catch (error) {
    // Another process filled the same store meanwhile.
    if ((error as { code?: string }).code === '23505') return null
    throw error
  }
}

/** The demo's accounts and a few requests to look up: told once, nobody can read them later. */
function tellDemo({ accounts, requests }: Seeded): void {
  const line = (cells: string[]) => `  ${cells.join('  ')}`
  console.log('\n已装入演示县（虚构）。账号和随机密码只在此显示一次（遗失可用 npm run gongkai -- password 账号 重设）：')
  for (const { agency, login, name, roles, password } of accounts)
    console.log(line([login.padEnd(18), password, `${agency} ${name}（${roles.map((role) => ROLE_WORDS[role]).join('、')}）`]))
  console.log('\n可在门户“查询办理情况”中查询的申请（编号、查询码）：')
  for (const { agency, number, queryCode } of requests.slice(-TOLD_REQUESTS)) console.log(line([number, queryCode, agency]))
}

/** For commands that need the store. Messages go to standard error: standard output belongs to the command. */
async function withOffice<T>(work: (office: OfficeContext) => Promise<T>): Promise<T> {
  const { readSettings } = await import('./settings.ts')
  const settings = readSettings(process.env, PROJECT)
  const running: (() => Promise<unknown>)[] = []
  try {
    const { url, dataFolder } = await openDatabase(settings, running, console.error)
    const { openProduct } = await import('./wiring.ts')
    const product = await openProduct(settings, url, dataFolder)
    running.push(() => product.close())
    return await work(product.office)
  } finally {
    await stop(running)
  }
}

async function openDatabase(
  settings: Settings,
  running: (() => Promise<unknown>)[],
  say: (line: string) => void = console.log,
): Promise<{ url: string; dataFolder: string }> {
  const { findPlace, makeDataFolder } = await import('./store/postgres/place.ts')
  if (settings.databaseUrl !== null) {
    return { url: settings.databaseUrl, dataFolder: makeDataFolder(PROJECT, settings.dataFolder) }
  }
  const { startEmbedded } = await import('./store/postgres/supervisor.ts')
  const place = findPlace(PROJECT, settings.dataFolder, say)
  const database = await startEmbedded(place, console.error)
  running.push(() => database.stop())
  return { url: database.url, dataFolder: place.dataFolder }
}

async function listen(server: { listen(at: { port: number; host: string }): Promise<unknown> }, { port, host }: Settings) {
  const { CannotStart } = await import('./store/cannot-start.ts')
  try {
    await server.listen({ port, host })
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'EADDRINUSE')
      throw new CannotStart(`端口 ${port} 已被占用；请停止占用它的程序，或换一个端口：PORT=${port + 1} npm start`)
    if (code === 'EACCES') throw new CannotStart(`无权使用端口 ${port}；请换一个 1024 以上的端口：PORT=3000 npm start`)
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') throw new CannotStart(`本机没有地址 ${host}；请检查 HOST`)
    throw error
  }
}

/** Asked before anything is begun: making and filling a store only to learn that the port is taken helps nobody. */
async function requireFreePort(settings: Settings): Promise<void> {
  const { createServer } = await import('node:net')
  const probe = createServer()
  await listen(
    {
      listen: (at) =>
        new Promise((done, fault) => {
          probe.once('error', fault).listen(at, () => done(null))
        }),
    },
    settings,
  )
  await new Promise((done) => probe.close(done))
}

/** SIGTERM, Ctrl-C, or the launcher gone: finish what is in hand, then end. */
function stopOnSignal(running: (() => Promise<unknown>)[]): void {
  let stopping = false
  const begin = () => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(1), LONGEST_STOP_MS).unref()
    void stop(running).then(() => process.exit(0))
  }
  process.on('SIGTERM', begin)
  process.on('SIGINT', begin)
  if (process.channel) {
    process.on('disconnect', begin)
    process.channel.unref()
  }
}

async function stop(running: (() => Promise<unknown>)[]): Promise<void> {
  for (const end of running.toReversed())
    await end().catch((error: unknown) => console.error('停止时出错', (error as Error).name))
}

function fail(line: string): never {
  console.error(line)
  process.exit(2)
}

await main(process.argv.slice(2)).catch((error: unknown) => {
  if (error instanceof Error && error.name === 'CannotStart') fail(error.message)
  throw error
})
