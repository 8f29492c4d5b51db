import { theSharedPress } from './press.ts'

let set: Promise<Uint8Array> | null = null

/** The grounds that are printed on black boxes, one page for each: set once, stamped many times. */
export function renderBoxLabels(labels: readonly string[]): Promise<Uint8Array> {
  set ??= theSharedPress().typeset({ template: 'labels', data: { title: '不予公开的依据', labels }, timestamp: 0 })
  set.catch(() => (set = null))
  return set
}
