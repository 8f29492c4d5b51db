/**
 * Every npm script of this project starts here, on whatever Node the machine has (20 or newer): installs and builds what is
 * missing or changed, then runs the project on the Node it carries. Standard output belongs to the program that is run;
 * progress goes to standard error.
 */
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { buildConsole } from './build-console.mjs'
import { check } from './check.mjs'
import { carriedNode, install, PROJECT, say } from './install.mjs'

/** What each script runs, and whether it needs the console's pages. */
const COMMANDS = {
  start: { run: ['src/main.ts'], console: true },
  gongkai: { run: ['src/main.ts', 'cli'] },
  refold: { run: ['src/main.ts', 'cli', 'refold'] },
  bench: { run: ['bench/bench.ts'], console: true },
  fuzz: { run: ['fuzz/fuzz.ts'] },
  chaos: { run: ['chaos/chaos.ts'], console: true },
  reference: { run: ['scripts/reference.ts'] },
  stories: { run: ['scripts/stories.ts'] },
  vitest: { run: ['node_modules/vitest/vitest.mjs', 'run'] },
}

/** The server itself gives up waiting after nine seconds. */
const LONGEST_STOP_MS = 12_000

async function main([name = '', ...args]) {
  const command = COMMANDS[name]
  const checks = name === 'test' || name === 'check'
  if (!command && !checks) {
    say(`没有名为“${name}”的命令；可用：${[...Object.keys(COMMANDS), 'test', 'check'].join('、')}`)
    return 2
  }
  await install()
  const node = carriedNode()
  if (name === 'test' || command?.console) await buildConsole(node)
  if (checks) return check(node, name === 'test' ? ['unit', 'stories', 'http', 'browser'] : ['unit', 'stories'], args)
  if (!existsSync(join(PROJECT, command.run[0]))) {
    say(`本版本没有 ${command.run[0]}`)
    return 2
  }
  return runUntilEnd(node, [...command.run, ...args], name === 'start')
}

/**
 * @param linked the program ends when this one is gone, even by kill -9 (it sees the channel close)
 * @returns {Promise<number>} the exit code
 */
function runUntilEnd(node, args, linked) {
  const child = spawn(node, args, { cwd: PROJECT, stdio: linked ? ['inherit', 'inherit', 'inherit', 'ipc'] : 'inherit' })
  const end = () => {
    child.kill('SIGTERM')
    setTimeout(() => child.kill('SIGKILL'), LONGEST_STOP_MS).unref()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end)
  if (linked) whenParentIsGone(end)
  return new Promise((done) => {
    child.once('error', (error) => {
      say(`无法运行 ${node}：${error.message}`)
      done(1)
    })
    child.once('exit', (code, signal) => done(code ?? 128 + constants.signals[signal]))
  })
}

/** npm passes a signal on to the shell it runs us in; the shell ends and tells us nothing. */
function whenParentIsGone(act) {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    act()
  }, 250)
  watch.unref()
}

process.exitCode = await main(process.argv.slice(2)).catch((error) => {
  if (error.name !== 'CannotGoOn') throw error
  say(error.message)
  return 1
})
