import type { Translate } from '../i18n/texts.tsx'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** What is left until an instant, in the largest whole unit: `2 hari lagi`, `5 jam lagi`. */
export function timeLeft(until: string, t: Translate, now = Date.now()): string {
  const left = Date.parse(until) - now
  if (left <= 0) return t('payment.over')
  if (left >= day) return t('payment.daysLeft', Math.floor(left / day))
  if (left >= hour) return t('payment.hoursLeft', Math.floor(left / hour))
  return t('payment.minutesLeft', Math.max(1, Math.floor(left / minute)))
}
