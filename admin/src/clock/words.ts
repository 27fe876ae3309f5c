import type { Span, TimeLeft } from './time-left.ts'

type Translate = (key: string, options?: Record<string, unknown>) => string

/** `2 hari 3 jam kerja`, `45 menit kerja`, `3 jam 20 menit`. */
export function spanWords({ days, hours, minutes, working }: Span, t: Translate): string {
  const parts = Object.entries({ days, hours, minutes }).filter(([, count]) => count > 0)
  if (parts.length === 0) parts.push(['minutes', 0])
  const told = parts.map(([unit, count], place) =>
    t(working && place === 0 ? `working_${unit}` : unit, { smart_count: count }),
  )
  return working ? t('working', { span: told.join(' ') }) : told.join(' ')
}

/** `2 hari 3 jam kerja tersisa`, `terlambat 1 hari kerja`, `berhenti, 2 hari kerja tersisa`. */
export function timeLeftWords(left: TimeLeft, t: Translate): string {
  if (left.kind === 'stopped') return t('stopped', { percent: left.percent })
  return 'span' in left ? t(left.kind, { span: spanWords(left.span, t) }) : t(left.kind)
}

/** A budget as the standard says it: `5 hari kerja`. */
export function budgetWords({ unit, amount }: { unit: string; amount: number }, t: Translate): string {
  return t('working', {
    span: t(unit === 'working-days' ? 'working_days' : 'working_minutes', { smart_count: amount }),
  })
}
