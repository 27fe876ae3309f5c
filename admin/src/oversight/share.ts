import { useFormats } from '../i18n/hooks.ts'
import type { Tone } from '../theme/palette.ts'

/** A share as people write it, `97,5 %`; a dash where nothing had a clock. */
export function useShare(): (share: number | null) => string {
  const { number } = useFormats()
  return (share) => (share === null ? '–' : `${number(share * 100)} %`)
}

/** Nine of ten in time is well, three of four a warning. */
export function toneOfShare(share: number | null): Tone {
  if (share === null) return 'paused'
  if (share >= 0.9) return 'calm'
  return share >= 0.75 ? 'warned' : 'breached'
}
