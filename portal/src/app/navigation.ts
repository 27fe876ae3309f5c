import type { IconName } from '../components/icon.tsx'
import type { TextKey } from '../i18n/keys.ts'

export type Destination = { to: string; label: TextKey; short?: TextKey; icon: IconName; signedIn?: boolean }

export const destinations: Destination[] = [
  { to: '/', label: 'common.services', icon: 'home' },
  { to: '/lacak', label: 'common.track', icon: 'route' },
  { to: '/permohonan', label: 'common.myCases', short: 'common.myCasesShort', icon: 'folder' },
  { to: '/izin-saya', label: 'common.myLicences', icon: 'shield', signedIn: true },
  { to: '/pesan', label: 'common.messages', icon: 'mail', signedIn: true },
  { to: '/bantuan', label: 'common.help', icon: 'help' },
]

/** Filling a form needs the whole screen: no other ways out than its own. */
export const isFocused = (location: string) => /\/(ajukan|perbaiki)$/.test(location)

export const isCurrent = (location: string, { to }: Destination) =>
  to === '/' ? location === '/' || location.startsWith('/layanan') : location.startsWith(to)
