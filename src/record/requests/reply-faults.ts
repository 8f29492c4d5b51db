/** The two ways in which a reply fails: something is missing, or it contradicts itself or the case. */
import type { Citation } from '../../law/cite.ts'
import type { Refusal } from '../../law/refusal.ts'

export function lacks(field: string, say: string, then: string, cite?: Citation): Refusal {
  return { code: 'outcome-needs', field, say, then, ...(cite && { cite }) }
}
export function contradicts(field: string, say: string, then: string, cite?: Citation): Refusal {
  return { code: 'outcome-inconsistent', field, say, then, ...(cite && { cite }) }
}
