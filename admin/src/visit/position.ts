import type { ArriveAtVisit } from '../../../contracts/tasks.ts'

const withinMs = 8_000

/** Where the device is, or nothing where it does not know, may not tell, or takes too long. */
export function devicePosition(): Promise<ArriveAtVisit['position']> {
  return new Promise((resolve) => {
    if (!('geolocation' in navigator)) return resolve(undefined)
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) => resolve({ latitude, longitude, accuracy }),
      () => resolve(undefined),
      { timeout: withinMs, maximumAge: 60_000, enableHighAccuracy: true },
    )
  })
}
