import type { KpiRow } from '../../../contracts/oversight-kpis.ts'
import { useFormats, useWords } from '../i18n/hooks.ts'
import { useNames } from './names.ts'
import { addressOf, type ChosenSlice } from './slice.ts'

/** What a key figure says in words. */
export function useKpiWords({ unit, period, trend, by, groups }: KpiRow) {
  const words = useWords('oversight')
  const { number } = useFormats()
  const nameOf = useNames()
  const value = (each: number) => words(`kpi_unit.${unit}`, { value: number(each) })
  const perhaps = (each: number | null | undefined) => (typeof each === 'number' ? value(each) : words('kpi_nothing'))
  return {
    value,
    periodOf(): string {
      if (!period) return words('kpi_now')
      const { grain, last } = period
      return last === 1 ? words(`kpi_this.${grain}`) : words(`kpi_last.${grain}`, { count: number(last) })
    },
    /** Null where there is nothing to compare. */
    trendOf(): string | null {
      if (!period || trend.every((bucket) => bucket.value === null)) return null
      return words(`kpi_trend.${period.grain}`, {
        now: perhaps(trend.at(-1)?.value),
        before: perhaps(trend.at(-2)?.value),
      })
    },
    groupsOf(): string | null {
      if (!by || groups.told < 2) return null
      const [worst] = groups.worst
      const some = words(`kpi_groups.${by}`, { met: number(groups.met), told: number(groups.told) })
      if (!worst) return some
      return `${some} ${words('kpi_worst', { name: nameOf(by, worst).name, value: value(worst.value) })}`
    },
  }
}

/** Where a key figure is taken apart: what lies behind it now, or how it came to be. */
export function addressBehind(row: KpiRow, chosen: ChosenSlice): string {
  const { period, by } = row
  const [office, service] = [row.office ?? chosen.office, row.service ?? chosen.service]
  const slice = { ...(office ? { office } : {}), ...(service ? { service } : {}) }
  if (!period) return addressOf({ slice, state: 'breached' }, 'tasks')
  return addressOf({ slice, by: by ?? 'office', period: period.grain === 'week' ? '13w' : '12m' }, 'history')
}
