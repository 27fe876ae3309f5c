import type { Translate } from '../i18n/texts.tsx'

type Budget = { unit: 'working-days' | 'working-minutes'; amount: number }

/** `5 hari kerja`, `30 menit kerja`, `2 jam kerja`. */
export function workingTime(budget: Budget, t: Translate): string {
  if (budget.unit === 'working-days') return t('time.workingDays', budget.amount)
  if (budget.amount >= 120 && budget.amount % 60 === 0) return t('time.workingHours', budget.amount / 60)
  return t('time.workingMinutes', budget.amount)
}
