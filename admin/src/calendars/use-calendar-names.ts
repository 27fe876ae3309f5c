import { useGetList } from 'react-admin'
import type { CalendarSummary } from '../../../contracts/calendars.ts'
import { useLocalText } from '../i18n/hooks.ts'

/** A calendar's name by its code; a code not known here stands for itself. */
export function useCalendarNames(): (code: string) => string {
  const local = useLocalText()
  const { data = [] } = useGetList<CalendarSummary & { id: string }>('calendars', {
    pagination: { page: 1, perPage: 200 },
  })
  const names = new Map(data.map(({ code, name }) => [code, local(name)]))
  return (code) => names.get(code) ?? code
}
