import type { SourceDocument } from '../../record/reports/grid.ts'

/** What comes of a foreign file: its text and tables, or why not (in Chinese, for the person who sent it). */
export type ReadOutcome = { ok: true; document: SourceDocument } | { ok: false; why: string }

/** A file that can't be read, with a reason fit to be shown. Anything else thrown by a reader is a damaged file. */
export class Unreadable extends Error {
  readonly why: string
  constructor(why: string) {
    super(why)
    this.why = why
  }
}

/** Bounds for foreign files: sizes in bytes, time in milliseconds, memory in MB. */
export const LIMITS = {
  bytes: 30 * 1024 * 1024,
  unzippedBytes: 200 * 1024 * 1024,
  zipEntries: 5000,
  textCharacters: 3_000_000,
  tableCells: 200_000,
  pages: 300,
  milliseconds: 60_000,
  memoryMb: 768,
} as const
