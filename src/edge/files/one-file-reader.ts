/** Reads files that people bring, each for what it is to become, in a process that is stopped in time; nothing is written anywhere. */
import type { ReadCatalogue } from '../../record/publication/catalogue-sheet.ts'
import { startApart } from './apart.ts'
import type { BroughtDocument } from './document-pieces.ts'
import { type NamedBytes, withoutOldFormat } from './reader.ts'

/** `why` is fit to be shown: Chinese, and nothing of the file's content. */
export type FileAnswer<Read> = { ok: true; read: Read } | { ok: false; why: string }

export interface OneFileReader<Read> {
  /** Never throws on account of the file; null when too many are waiting already. */
  read(file: NamedBytes): Promise<FileAnswer<Read> | null>
  close(): void
}

interface Bounds {
  milliseconds: number
  /** How many may be worked on and wait at a time. */
  most: number
}

const MEMORY_MB = 512

/** 公开事项目录 */
export const catalogueReader = (bounds: Bounds): OneFileReader<ReadCatalogue> =>
  oneFileReader(new URL('./catalogue-worker.ts', import.meta.url), bounds)

/** A paper that is to be published. */
export const documentReader = (bounds: Bounds): OneFileReader<BroughtDocument> =>
  oneFileReader(new URL('./document-worker.ts', import.meta.url), bounds)

/** The cells of a table that somebody filled in elsewhere. */
export const sheetReader = (bounds: Bounds): OneFileReader<string[][]> =>
  oneFileReader(new URL('./sheet-worker.ts', import.meta.url), bounds)

function oneFileReader<Read>(script: URL, { milliseconds, most }: Bounds): OneFileReader<Read> {
  // As much again may lie outside the heap.
  const memory = { heapMb: MEMORY_MB, mostMb: MEMORY_MB * 2 }
  const apart = startApart<NamedBytes, FileAnswer<Read>>(script, memory, (why) => ({ ok: false, why }))
  let present = 0
  return {
    async read(file) {
      if (present >= most) return null
      present += 1
      try {
        const opened = await withoutOldFormat(file, milliseconds)
        return opened.ok ? await apart.run(opened.file, milliseconds) : opened
      } finally {
        present -= 1
      }
    },
    close: () => apart.close(),
  }
}
