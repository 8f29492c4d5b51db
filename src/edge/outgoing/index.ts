/** The workshop: what the office asks of foreign files, done in a process that can be stopped. */
import type { Done, Remade, WorkFile, Workshop } from '../../office/files/workshop.ts'
import type { PageSketch, Place } from '../../record/outgoing/box.ts'
import type { Finding } from '../../record/outgoing/findings.ts'
import type { SecrecyMark } from '../../record/outgoing/secrecy-marks.ts'
import { startApart } from '../files/apart.ts'
import { BOUNDS } from './limits.ts'
import type { Task } from './task.ts'

/** A process for foreign files, as they leave and as they come in. */
export function startBench() {
  const bounds = { heapMb: BOUNDS.memoryMb * 0.7, mostMb: BOUNDS.memoryMb }
  return startApart<Task, Done<unknown>>(new URL('./thread.ts', import.meta.url), bounds, (why) => ({ ok: false, why }))
}

/** @param labels the grounds that are printed on boxes, set in type: a PDF with one page for each */
export function openWorkshop(labels: () => Promise<Uint8Array>): Workshop {
  // Two: an upload must not wait while a long file is worked on.
  const [gate, bench] = [startBench(), startBench()]
  const work = async <T>(task: Task): Promise<Done<T>> => {
    const done = await bench.run(task, BOUNDS.workMilliseconds)
    return done as Done<T>
  }
  return {
    screen: async (file: WorkFile) => (await gate.run({ do: 'screen', file }, BOUNDS.screenMilliseconds)) as Done<SecrecyMark[]>,
    text: (file) => work<{ titles: string[]; pages: string[][] }>({ do: 'text', file }),
    inspect: (file) => work<Finding[]>({ do: 'inspect', file }),
    clean: (file, blank) => work<Remade>({ do: 'clean', file, blank }),
    sketch: (file) => work<PageSketch[]>({ do: 'sketch', file }),
    picture: (file, page) => work<Uint8Array>({ do: 'picture', file, page }),
    find: (file, text) => work<Place[]>({ do: 'find', file, text }),
    redact: async (file, boxes) => work<Remade>({ do: 'redact', file, boxes, labels: await labels() }),
    close() {
      gate.close()
      bench.close()
    },
  }
}
