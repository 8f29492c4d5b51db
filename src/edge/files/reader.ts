/** Opens foreign files in a process that is stopped when it takes too long or too much memory. */
import { officeFormat, withOffice } from './office.ts'
import type { ReadOutcome } from './outcome.ts'
import { LIMITS } from './outcome.ts'
import { startApart } from './apart.ts'

export interface NamedBytes {
  /** Only tells kinds of text apart; nothing is read from disk. */
  name: string
  bytes: Uint8Array
}

export interface FileReader {
  /** Never throws on account of the file. */
  read(bytes: Uint8Array, name: string): Promise<ReadOutcome>
  close(): void
}

/** One process, reused from file to file and replaced when it had to be stopped; files are read one after the other. */
export function fileReader(milliseconds: number = LIMITS.milliseconds): FileReader {
  // As much again may lie outside the heap.
  const bounds = { heapMb: LIMITS.memoryMb, mostMb: LIMITS.memoryMb * 2 }
  const apart = startApart<NamedBytes, ReadOutcome>(new URL('./worker.ts', import.meta.url), bounds, (why) => ({
    ok: false,
    why,
  }))
  return {
    async read(bytes, name) {
      const opened = await withoutOldFormat({ bytes, name }, milliseconds)
      return opened.ok ? apart.run(opened.file, milliseconds) : opened
    },
    close: () => apart.close(),
  }
}

/** The file itself, or what LibreOffice makes of one in an old format. */
export async function withoutOldFormat(
  file: NamedBytes,
  milliseconds: number,
): Promise<{ ok: true; file: NamedBytes } | { ok: false; why: string }> {
  const format = file.bytes.length <= LIMITS.bytes ? officeFormat(file.bytes) : null
  if (format === null) return { ok: true, file }
  const converted = await withOffice(file.bytes, format, milliseconds)
  return converted.ok ? { ok: true, file: { bytes: converted.bytes, name: `${file.name}.${converted.extension}` } } : converted
}
