/** Bounds for work on foreign files: bytes, milliseconds, megabytes, pages, pixels. Beyond them the work is stopped, not slowed. */
export const BOUNDS = {
  bytes: 30 * 1024 * 1024,
  screenMilliseconds: 30_000,
  workMilliseconds: 120_000,
  memoryMb: 1400,
  pages: 300,
  pixels: 60_000_000,
} as const
