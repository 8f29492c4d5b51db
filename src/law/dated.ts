import type { Citation } from './cite.ts'
import type { LocalDate } from './date.ts'
import { isLocalDate } from './date.ts'

/** One version of a rule: from this day on it reads so, because of that article. */
export interface Version<T> {
  readonly from: LocalDate
  readonly is: T
  readonly by: Citation
}

/** A rule as its versions in time, earliest first. */
export interface Dated<T> {
  readonly versions: readonly Version<T>[]
  /** The version in force on a day, or `undefined` before the first: a gap is for the caller to refuse, never to fill. */
  on(date: LocalDate): Version<T> | undefined
}

/** Declares a rule by date. The `from` days must be real and ascending. */
export function inForce<T>(versions: readonly { from: string; is: T; by: Citation }[]): Dated<T> {
  const checked = versions.map((version, index) => {
    const previous = versions[index - 1]
    if (!isLocalDate(version.from)) throw new RangeError(`not a calendar day: ${version.from}`)
    if (previous && previous.from >= version.from) throw new RangeError(`versions out of order at ${version.from}`)
    return version as Version<T>
  })
  return {
    versions: checked,
    on(date) {
      return checked.findLast((version) => version.from <= date)
    },
  }
}
