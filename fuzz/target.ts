import type { Sample } from './corpus.ts'

/** A reader of foreign files, or the workshop that changes them, with what must hold whatever comes. */
export interface Target<S extends Sample = Sample> {
  /** How many files a whole run makes. */
  files: number
  /** No file may take longer. */
  milliseconds: number
  /** The file that a seed makes; `n` counts the files of one run. */
  file(seed: number, n: number): S | Promise<S>
  /** What is wrong with how the file was dealt with; null if nothing is. Never throws on account of the file. */
  check(file: S): Promise<string | null>
  close(): Promise<void>
}

export const CHINESE = /[一-龥]/
