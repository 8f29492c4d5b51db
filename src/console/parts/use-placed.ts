import type { FormInstance } from 'antd'
import { useState } from 'react'
import type { Refusal } from '../../law/refusal.ts'
import { Refused } from '../api.ts'
import { placeRefusals } from './refusals.tsx'

/**
 * Sends a form's deed. What is refused stands at its field; `others`, which belong to none, are said above the form until the next
 * try. `send` tells whether it was done; anything but a refusal is thrown on.
 */
export function usePlaced(form: FormInstance): {
  others: readonly Refusal[]
  place: (refusals: readonly Refusal[]) => void
  send: (deed: () => Promise<unknown>) => Promise<boolean>
} {
  const [others, setOthers] = useState<readonly Refusal[]>([])
  const place = (refusals: readonly Refusal[]) => setOthers(placeRefusals(form, refusals))
  const send = async (deed: () => Promise<unknown>) => {
    try {
      await deed()
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      place(error.refusals)
      return false
    }
    setOthers([])
    return true
  }
  return { others, place, send }
}
