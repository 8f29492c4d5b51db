/** Reads catalogues of 公开事项 that people bring, in a process that is stopped in time; nothing is written anywhere. */
import { startApart } from './apart.ts'
import type { CatalogueAnswer } from './catalogue-worker.ts'
import { type NamedBytes, withoutOldFormat } from './reader.ts'

export interface CatalogueReader {
  /** Never throws on account of the file; null when too many are waiting already. */
  read(file: NamedBytes): Promise<CatalogueAnswer | null>
  close(): void
}

const MEMORY_MB = 512

export function catalogueReader({ milliseconds, most }: { milliseconds: number; most: number }): CatalogueReader {
  // As much again may lie outside the heap.
  const bounds = { heapMb: MEMORY_MB, mostMb: MEMORY_MB * 2 }
  const script = new URL('./catalogue-worker.ts', import.meta.url)
  const apart = startApart<NamedBytes, CatalogueAnswer>(script, bounds, (why) => ({ ok: false, why }))
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
