// A value once it has stopped changing, for searches as you type. It must not know what is searched.
import { useEffect, useState } from 'react'

/** `value`, after `ms` without change. */
export function useLater<T>(value: T, ms: number): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return settled
}
