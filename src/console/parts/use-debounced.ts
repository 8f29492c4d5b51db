import { useEffect, useState } from 'react'

const TYPING_PAUSE_MS = 400

/** The value once it has stopped changing: what is asked of the server while someone types. */
export function useDebounced<T>(value: T): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), TYPING_PAUSE_MS)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
