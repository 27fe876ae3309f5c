import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react'
import type { Regency } from '../../../contracts/me.ts'
import { readRegency } from '../client/catalogue.ts'
import { useResource } from '../client/use-resource.ts'
import { createTimes, type Times } from '../format/time.ts'
import { useTexts } from '../i18n/texts.tsx'
import { createPalette } from './palette.ts'

type Place = { regency: Regency | null; times: Times }

const PlaceContext = createContext<Place | null>(null)
const storageKey = 'lontar.regency'

/** Whose portal this is. The last answer is kept on the device, so that crest and colour stand at once and without network. */
export function RegencyProvider({ children }: { children: ReactNode }) {
  const { language, t } = useTexts()
  const { data } = useResource(`regency:${language}`, readRegency)
  const regency = data ?? keptRegency()

  useEffect(() => {
    if (data) keep(data)
  }, [data])

  useEffect(() => {
    const palette = regency && createPalette(regency.colour)
    if (!palette) return
    const style = document.documentElement.style
    style.setProperty('--brand', palette.brand)
    style.setProperty('--brand-deep', palette.deep)
    style.setProperty('--brand-soft', palette.soft)
  }, [regency])

  const place = useMemo<Place>(
    () => ({
      regency,
      times: createTimes(language, regency?.utcOffsetMinutes ?? 420, regency?.timeZoneName ?? t('time.defaultZone')),
    }),
    [regency, language, t],
  )
  return <PlaceContext value={place}>{children}</PlaceContext>
}

let kept: Regency | null | undefined

function keptRegency(): Regency | null {
  if (kept === undefined) {
    try {
      kept = JSON.parse(localStorage.getItem(storageKey) ?? 'null') as Regency | null
    } catch {
      kept = null
    }
  }
  return kept
}

function keep(regency: Regency): void {
  kept = regency
  try {
    localStorage.setItem(storageKey, JSON.stringify(regency))
  } catch {
    // Without storage the crest comes a moment later, nothing more.
  }
}

function usePlace(): Place {
  const place = useContext(PlaceContext)
  if (!place) throw new Error('usePlace outside RegencyProvider')
  return place
}

export const useRegency = () => usePlace().regency
export const useTimes = () => usePlace().times
