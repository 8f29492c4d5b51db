/** Bounds for work on foreign files: bytes, milliseconds, megabytes, pages, pixels. Beyond them the work is stopped, not slowed. */
export const BOUNDS = {
  bytes: 30 * 1024 * 1024,
  screenMilliseconds: 30_000,
  workMilliseconds: 120_000,
  memoryMb: 1400,
  pages: 300,
  pixels: 60_000_000,
  /** Of Office files: letters of a paragraph, letters of a cell (Excel's own bound). */
  paragraphLetters: 100_000,
  cellLetters: 32_767,
  /** Fields in the code of fields. */
  fieldDepth: 30,
  /** How often cells are held against merged ranges, and drawings against cells: each against those near it. */
  comparisons: 10_000_000,
} as const
