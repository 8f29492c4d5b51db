/**
 * The press: gives pages to the compositor process one at a time, and answers for it. A page that takes too long is given up
 * and the process killed; a process that died is started again for the next page.
 */
import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { fontsConf } from './fonts.ts'

/** What to set: a template of templates/, its data (never source text), and the day of the document in seconds since 1970. */
export interface Sheet {
  template: 'letter' | 'form' | 'report' | 'dossier' | 'slips' | 'labels' | 'board'
  data: unknown
  timestamp: number
}

/** A page could not be set. `missing`: characters that no font has, so that the drafter can be told which. */
export class PaperFailure extends Error {
  override readonly name = 'PaperFailure'
  readonly kind: 'missing-characters' | 'not-set' | 'too-long' | 'stopped'
  readonly missing: readonly string[]
  constructor(kind: PaperFailure['kind'], message: string, missing: readonly string[] = []) {
    super(message)
    this.kind = kind
    this.missing = missing
  }
}

export interface Job {
  id: number
  template: Sheet['template']
  data: string
  timestamp: number
}
export type Outcome = { id: number } & ({ pdf: Uint8Array } | { messages: string[] })

export interface Press {
  /** PDF/A-2a bytes. Rejects with PaperFailure. */
  typeset(sheet: Sheet, limits?: { milliseconds?: number }): Promise<Uint8Array>
  /** The compositor's process, undefined while none runs. */
  processId(): number | undefined
  /** Gives up what waits and ends the process. */
  close(): void
}

interface Waiting {
  job: Job
  milliseconds: number
  resolve(pdf: Uint8Array): void
  reject(failure: PaperFailure): void
}

/** Setting a page takes milliseconds, starting a second; a minute is a page that never ends. */
const PATIENCE = 60_000

export function startPress(): Press {
  const waiting: Waiting[] = []
  let compositor: ChildProcess | null = null
  let current: { job: Waiting; patience: NodeJS.Timeout } | null = null
  let lastId = 0

  function next(): void {
    if (current !== null) return
    const job = waiting.shift()
    if (job === undefined) return rest()
    const child = compositor ?? started(job)
    if (child === null) return next()
    compositor = child
    child.ref()
    child.channel?.ref()
    current = { job, patience: setTimeout(() => tooLong(child), job.milliseconds) }
    child.send(job.job, (fault) => {
      if (fault !== null) child.kill('SIGKILL')
    })
  }

  /** Nothing to do: the process may stay warm, but must not keep ours from ending. */
  function rest(): void {
    compositor?.unref()
    compositor?.channel?.unref()
  }

  function done(outcome: Outcome): void {
    if (current === null || current.job.job.id !== outcome.id) return
    const { job } = finish(current)
    if ('pdf' in outcome) job.resolve(new Uint8Array(outcome.pdf))
    else job.reject(failureOf(outcome.messages))
    next()
  }

  function finish(ended: NonNullable<typeof current>): NonNullable<typeof current> {
    clearTimeout(ended.patience)
    current = null
    return ended
  }

  function tooLong(child: ChildProcess): void {
    if (current !== null) finish(current).job.reject(new PaperFailure('too-long', '排版超时，已中止这一份文书。请稍后重试。'))
    forget(child)
    next()
  }

  function stopped(child: ChildProcess): void {
    if (compositor !== child) return
    forget(child)
    if (current !== null) finish(current).job.reject(new PaperFailure('stopped', '排版进程意外停止，已重新启动。请重试。'))
    next()
  }

  function forget(child: ChildProcess): void {
    if (compositor === child) compositor = null
    child.kill('SIGKILL')
  }

  /** Null when it cannot even be started, which the page in hand is told: the font folder is gone, say. */
  function started(wanted: Waiting): ChildProcess | null {
    let conf: string
    try {
      conf = fontsConf()
    } catch (fault) {
      wanted.reject(new PaperFailure('not-set', fault instanceof Error ? fault.message : String(fault)))
      return null
    }
    const child = fork(fileURLToPath(new URL('./compositor.ts', import.meta.url)), {
      serialization: 'advanced',
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      // Nothing but what it needs: it holds no secrets because it is given none. (Windows starts no program without SystemRoot.)
      env: {
        FONTCONFIG_FILE: conf,
        GONGKAI_FONTS: process.env['GONGKAI_FONTS'],
        SystemRoot: process.env['SystemRoot'],
        NODE_NO_WARNINGS: '1',
      },
    })
    child.on('message', done)
    child.on('exit', () => stopped(child))
    child.on('error', () => stopped(child))
    return child
  }

  return {
    typeset(sheet, limits) {
      const job = { id: ++lastId, template: sheet.template, data: JSON.stringify(sheet.data), timestamp: sheet.timestamp }
      return new Promise((resolve, reject) => {
        waiting.push({ job, milliseconds: limits?.milliseconds ?? PATIENCE, resolve, reject })
        next()
      })
    },
    processId: () => compositor?.pid,
    close() {
      const failure = new PaperFailure('stopped', '排版已停止：系统正在关闭。')
      for (const job of waiting.splice(0)) job.reject(failure)
      if (current !== null) finish(current).job.reject(failure)
      if (compositor !== null) forget(compositor)
    },
  }
}

let shared: Press | null = null

/** The one press of this process, started when first needed: a second set of fonts in memory would serve nobody. */
export function theSharedPress(): Press {
  return (shared ??= startPress())
}

/** Ends the shared press; for an orderly stop. */
export function closePress(): void {
  shared?.close()
  shared = null
}

const MISSING = /the (?:text|codepoint) `"(.+?)"`/gu
/** 造字区: what stands there differs from machine to machine, so archival PDF does not admit it. */
const PRIVATE_USE = /\p{Co}/u

/** The words of a page never enter a message, since messages are logged; only the characters no font has. */
function failureOf(messages: readonly string[]): PaperFailure {
  const missing = [
    ...new Set(messages.flatMap((message) => [...message.matchAll(MISSING)].flatMap((match) => [...(match[1] ?? '')]))),
  ]
  if (missing.length === 0) return new PaperFailure('not-set', `排版失败：${messages.map(withoutQuotes).join('；')}`)
  const named = missing.map((character) => `${character}（U+${codePoint(character)}）`).join('、')
  const advice = missing.some((character) => PRIVATE_USE.test(character))
    ? '其中有自造字（造字区编码），请改用国家标准编码的汉字。'
    : '请把含有这些字的字体放入 GONGKAI_FONTS 所指的文件夹后重试。'
  return new PaperFailure('missing-characters', `现有字体无法显示下列字：${named}。${advice}`, missing)
}

function codePoint(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
}

function withoutQuotes(message: string): string {
  return message.replaceAll(/[`"].*[`"]/gs, '…')
}
