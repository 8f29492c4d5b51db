/**
 * npm run chaos [-- --kills N]: kills the server and its database, in turn, in the middle of writes (kill -9), N times (50).
 * A killed database must be restarted by the server, a killed server by the same start command, with no repair by hand. After each
 * kill every act whose answer was read must be there; at the end each once, none by half, numbers without gap, and the audit chain
 * must hold. For the last kills it is eleven years later, and what was archived is erased.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { randomPassword } from '../src/office/people/sign-in.ts'
import { renderLetterPdf } from '../src/edge/paper/index.ts'
import { startEraser } from './eraser.ts'
import { COLLEAGUES, establish, examine, withStore } from './store.ts'
import { missingNow } from './still-there.ts'
import { type Acknowledged, senderTo, type Session, type Sessions, signIn, TODAY } from './sender.ts'
import { startWriter } from './writer.ts'

const PROJECT = join(import.meta.dirname, '..')
const LOGIN = 'chaos'
const WRITERS = 4
const LONGEST_RECOVERY_MS = 60_000
/** The periods of retention of ten years are over. */
const LATER = '2037-03-09'
/** Of so many kills one falls on the erasures. */
const KILLS_PER_ERASURE = 5

const { values } = parseArgs({ options: { kills: { type: 'string', default: '50' }, port: { type: 'string', default: '3999' } } })
const address = `http://127.0.0.1:${values.port}`

async function main(): Promise<number> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'gongkai-chaos-'))
  chmodSync(dataFolder, 0o755)
  const password = randomPassword()
  await withStore(PROJECT, dataFolder, (office) => establish(office, LOGIN, password))
  let server = start(dataFolder, TODAY)
  try {
    await ready(server)
    const sessions = await signInAll(password)
    await numberLetters(sessions.clerk)
    const attachment = await plan()
    const writers = Array.from({ length: WRITERS }, () => startWriter(address, sessions, attachment))
    const lost: string[] = []
    const recoveries: number[] = []
    const kills = Number(values.kills)
    const working = kills - Math.floor(kills / KILLS_PER_ERASURE)
    for (let kill = 1; kill <= kills; kill += 1) {
      if (kill === working + 1) {
        await Promise.all(writers.map((writer) => writer.stop()))
        await stop(server)
        server = start(dataFolder, LATER)
        await ready(server)
        writers.push(startEraser(address, sessions))
      }
      // Somewhere in the middle of the writing, never at the same point.
      await pause(50 + Math.random() * 500)
      const isServer = kill % 2 === 1
      if (isServer) process.kill(-(server.pid ?? 0), 'SIGKILL')
      else process.kill(postmaster(dataFolder), 'SIGKILL')
      const begun = performance.now()
      if (isServer) {
        await silence()
        server = start(dataFolder, kill > working ? LATER : TODAY)
      }
      await ready(server)
      recoveries.push(Math.round(performance.now() - begun))
      lost.push(
        ...(await missingNow(
          address,
          sessions.clerk,
          writers.flatMap((writer) => writer.acknowledged),
        )),
      )
      console.error(`${kill}/${values.kills} ${isServer ? 'server' : 'database'} killed, back after ${recoveries.at(-1)} ms`)
    }
    await Promise.all(writers.map((writer) => writer.stop()))
    await stop(server)
    const acknowledged = writers.flatMap((writer) => writer.acknowledged)
    const found = await withStore(PROJECT, dataFolder, (office) => examine(office, acknowledged))
    const faults = [...writers.flatMap((writer) => writer.faults), ...lost, ...found.faults]
    for (const fault of faults) console.error(fault)
    const repeated = writers.reduce((sum, writer) => sum + writer.repeated, 0)
    console.log(
      JSON.stringify({
        kills: recoveries.length,
        acknowledged: acknowledged.length,
        repeated,
        reached: Object.fromEntries([...Map.groupBy(acknowledged, nameOf)].map(([name, own]) => [name, own.length])),
        acts: found.acts,
        cases: found.cases,
        auditEntries: found.auditEntries,
        slowestRecoveryMs: Math.max(...recoveries),
        faults: faults.length,
      }),
    )
    return faults.length === 0 && acknowledged.length > 0 ? 0 : 1
  } finally {
    await stop(server)
    rmSync(dataFolder, { recursive: true, force: true })
  }
}

/** How the summary calls it. */
function nameOf(one: Acknowledged): string {
  return 'kind' in one ? `${one.of} ${one.kind}` : one.of
}

async function signInAll(password: string): Promise<Sessions> {
  const clerk = await signIn(address, LOGIN, password)
  const others = await Promise.all(
    Object.keys(COLLEAGUES).map(
      async (name): Promise<[string, Session]> => [name, await signIn(address, `${LOGIN}-${name}`, password)],
    ),
  )
  return { clerk, ...(Object.fromEntries(others) as Omit<Sessions, 'clerk'>) }
}

/** Letters get serials of their own, so that a gap can be seen. */
async function numberLetters(clerk: Session): Promise<void> {
  const words = { notice: '云教公开告', consultation: '云教公开征', reply: '云教公开答', slip: '云教公开送' }
  await senderTo(address, clerk).send('/letters/numbering', { from: TODAY, words })
}

/** What goes out with a reply. */
function plan(): Promise<Uint8Array> {
  return renderLetterPdf({
    code: 'D01',
    agency: '云岭县教育局',
    number: '云教〔2026〕1号',
    title: '学区划分方案',
    addressee: null,
    blocks: [{ kind: 'paragraph', text: '第一小学学区为迎宾路以东，第二小学学区为迎宾路以西。' }],
    attachments: [],
    signature: { agency: '云岭县教育局', date: TODAY },
  })
}

/** The same command every time, in a process group of its own, so that the whole of it can be killed. */
function start(dataFolder: string, today: string): ChildProcess {
  return spawn(process.execPath, ['scripts/launch.mjs', 'start'], {
    cwd: PROJECT,
    detached: true,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      PORT: values.port,
      GONGKAI_DATA: dataFolder,
      GONGKAI_TODAY: today,
      GONGKAI_REQUESTS_PER_MINUTE: '0',
    },
  })
}

/** A killed process lives on until the machine has cleared it away; whoever restarts a server waits for its end. */
async function silence(): Promise<void> {
  while (await fetch(`${address}/readyz`).catch(() => null)) await pause(10)
}

async function ready(server: ChildProcess): Promise<void> {
  const last = Date.now() + LONGEST_RECOVERY_MS
  // The database's death is seen a moment after it: ask until the answer holds.
  for (let steady = 0; steady < 2; ) {
    if (Date.now() > last || server.exitCode !== null) throw new Error('the server did not come back')
    const answer = await fetch(`${address}/readyz`).catch(() => null)
    steady = answer?.status === 200 ? steady + 1 : 0
    await pause(20)
  }
}

function postmaster(dataFolder: string): number {
  return Number.parseInt(readFileSync(join(dataFolder, 'postgres/postmaster.pid'), 'utf8'), 10)
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const ended = new Promise((done) => server.once('exit', done))
  server.kill('SIGTERM')
  await ended
}

process.exitCode = await main()
