import { useEffect, useRef, useState } from 'react'
import type { Clock } from '../../../contracts/clock.ts'
import { useFormats } from '../i18n/hooks.ts'
import { presentClock } from './present.ts'

const everyMs = 20_000

/** The clock counting on from when its figures came. */
export function usePresentClock(clock: Clock): Clock {
  const { localDay } = useFormats()
  const since = useRef({ asOf: clock.asOf, at: Date.now() })
  if (since.current.asOf !== clock.asOf) since.current = { asOf: clock.asOf, at: Date.now() }
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [])
  return presentClock(clock, now - since.current.at, localDay)
}
