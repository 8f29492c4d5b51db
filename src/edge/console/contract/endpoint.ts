/** What every room of the contract is made of. */
import { z } from 'zod'

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
