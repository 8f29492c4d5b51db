/** 已按期限销毁 — what stands in the place of personal data once a case's retention has ended: the same shape, without the words. */

/** 擦除后的标记, as screens show it. */
export const ERASED_MARK = '已按期限销毁'

/** Fields that say what a value is, not whom it is about; they keep a value so that it still opens. */
const KINDS: ReadonlySet<string> = new Set(['kind', 'idPaper', 'carrier', 'delivery', 'code', 'way', 'outcome', 'state', 'what'])
const PLAIN = /^[A-Za-z][A-Za-z0-9.-]*$/
const DAY = /^\d{4}-\d{2}-\d{2}$/

/** A copy in which every text is the mark: lists keep their length, numbers, days and kinds stay. */
export function erasedCopy(value: unknown, field = ''): unknown {
  if (typeof value === 'string') {
    if (value === '' || DAY.test(value) || (KINDS.has(field) && PLAIN.test(value))) return value
    return ERASED_MARK
  }
  if (Array.isArray(value)) return value.map((one) => erasedCopy(one, field))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, erasedCopy(part, key)]))
}
