import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export interface ProcessBounds {
  /** Of the heap of the thread that works: what is no longer needed is cleared away in time. */
  heapMb: number
  /** Of all memory of the process, also what libraries in WebAssembly take. */
  mostMb: number
}

/** Starts the process that works on foreign files by this module. It is given files and nothing else: no keys, no addresses. */
export function startProcess(script: URL, { heapMb, mostMb }: ProcessBounds): ChildProcess {
  return fork(fileURLToPath(new URL('./process.ts', import.meta.url)), [script.href, String(heapMb), String(mostMb)], {
    serialization: 'advanced',
    execArgv: [],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    // Windows starts no program without SystemRoot.
    env: { SystemRoot: process.env['SystemRoot'], NODE_NO_WARNINGS: '1' },
  })
}
