/**
 * Checks the reports that people bring, apart from the reader of those that are handed in: one flood must not hold up the other.
 * Reading, understanding and checking all happen in a process that is stopped in time; nothing is written anywhere.
 */
import { officeFormat } from './office.ts'
import { type NamedBytes, withoutOldFormat } from './reader.ts'
import type { CorrectionTask, ReportAnswer, ReportTask } from './report-task.ts'
import { startApart } from './apart.ts'

export interface ReportReader {
  /** Null when too many are waiting already. */
  check(task: ReportTask): Promise<ReportAnswer | null>
  /** The same report with a correction, checked anew; null likewise. */
  correct(task: CorrectionTask): Promise<ReportAnswer | null>
  close(): void
}

export interface ReportReaderBounds {
  milliseconds: number
  /** How many may be worked on and wait at a time. */
  most: number
  /**
   * Whether files in old formats (.doc, .xls) are converted by LibreOffice, which needs a folder on disk for a moment and is no
   * program to open a stranger's files with.
   */
  oldFormats: boolean
}

const MEMORY_MB = 512

export function reportReader({ milliseconds, most, oldFormats }: ReportReaderBounds): ReportReader {
  // As much again may lie outside the heap.
  const bounds = { heapMb: MEMORY_MB, mostMb: MEMORY_MB * 2 }
  const apart = startApart<ReportTask | CorrectionTask, ReportAnswer>(
    new URL('./report-worker.ts', import.meta.url),
    bounds,
    (why) => ({
      ok: false,
      why,
      of: 'file',
    }),
  )
  let present = 0

  const openable = async (file: NamedBytes) => {
    if (oldFormats) return withoutOldFormat(file, milliseconds)
    const format = officeFormat(file.bytes)
    return format === null
      ? { ok: true as const, file }
      : { ok: false as const, why: `是旧格式（.${format}）；请先另存为 .${format}x` }
  }

  const work = async ({ file, previous }: ReportTask): Promise<ReportAnswer> => {
    const opened = await openable(file)
    if (!opened.ok) return { ...opened, of: 'file' }
    const before = previous && (await openable(previous))
    if (before && !before.ok) return { ...before, of: 'previous' }
    return apart.run({ file: opened.file, previous: before ? before.file : null }, milliseconds)
  }

  const inTurn = async (done: () => Promise<ReportAnswer>): Promise<ReportAnswer | null> => {
    if (present >= most) return null
    present += 1
    try {
      return await done()
    } finally {
      present -= 1
    }
  }

  return {
    check: (task) => inTurn(() => work(task)),
    correct: (task) => inTurn(() => apart.run(task, milliseconds)),
    close: () => apart.close(),
  }
}
