/** What every room of the contract is made of. */
import { z } from 'zod'
import { day } from '../../../record/requests/acts.ts'

export interface Endpoint {
  method: 'GET' | 'POST'
  path: string
  input: z.ZodType
}

export interface Page<T> {
  rows: T[]
  total: number
}

export const id = z.uuid()
export const commandId = z.uuid()
export const onCase = z.object({ id })
/** An end of a span of days that may be left open. */
export const dayOrNone = day.or(z.literal('')).default('')
