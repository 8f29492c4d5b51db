import type { Citation } from './cite.ts'
import type { RefusalCode } from './refusals.ts'

/** A lawful "no": a value, never an exception. `say` tells what is wrong, `then` what to do next (both in Chinese). */
export interface Refusal {
  readonly code: RefusalCode
  readonly say: string
  readonly then: string
  readonly cite?: Citation
  /** The input field it concerns, so that the page can put it there. */
  readonly field?: string
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusals: readonly Refusal[] }

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

/** All reasons at once: nobody likes to learn of a second fault after mending the first. */
export function refused(...refusals: Refusal[]): { readonly ok: false; readonly refusals: readonly Refusal[] } {
  return { ok: false, refusals }
}
