/**
 * What marks say that a piece of a page reads as (ActualText). It helps where letters are drawn in pieces or lie over each other, as
 * in Tibetan; it may also say anything at all. It stays where it says nothing that the drawn letters do not say themselves.
 */
import { normalise } from '../../record/reports/normalise.ts'
import type { PdfPage } from './pdfium-page.ts'
import type { PdfFile } from './pdfium.ts'

export interface Readings {
  /** What such a reading of an object says. */
  judge(reading: string, object: number): Reading
}

/** `same`: what the letters say anyhow, one by one; `helps`: the same letters otherwise; `tells`: something else. */
export type Reading = 'same' | 'helps' | 'tells'

/** @param bare the same file once more, whose marks are dropped on the way; it is asked for only where there are any */
export function readingsOn(page: PdfPage, number: number, bare: () => PdfFile): Readings {
  if (!page.hasReadings()) return { judge: () => 'tells' }
  const texts = bare().withPage(number, (other) => {
    other.dropMarks(() => 'same')
    const order = new Map(other.objects().map(({ handle }, index) => [handle, index]))
    const found = new Map<number, string>()
    for (const { letter, of } of other.chars()) {
      const index = order.get(of)
      if (index !== undefined) found.set(index, (found.get(index) ?? '') + letter)
    }
    return found
  })
  return {
    judge(reading, object) {
      const [said, drawn] = [reading, texts.get(object) ?? ''].map((text) => normalise(text).trim()) as [string, string]
      if (said === drawn) return 'same'
      return [...said].every((letter) => drawn.includes(letter)) ? 'helps' : 'tells'
    },
  }
}
