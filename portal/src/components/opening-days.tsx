import type { OpeningDay } from '../../../contracts/me.ts'
import { useRegency, useTimes } from '../app/regency.tsx'
import { hoursText, openingAt } from '../format/opening.ts'
import { useTexts } from '../i18n/texts.tsx'

/** Whether a place is open today, when it opens next, and which days ahead are closed, by its calendar. */
export function OpeningDays({ calendar }: { calendar: string | null }) {
  const { t, local, language } = useTexts()
  const regency = useRegency()
  const times = useTimes()
  // An answer kept on the device may be older than opening days are.
  const days = (regency?.openings ?? []).find((opening) => opening.calendar === calendar)?.days ?? []
  const opening = openingAt(days, Date.now(), regency?.utcOffsetMinutes ?? 420)
  if (!opening) return null
  const { today, standing, next, closures } = opening
  const hours = (day: OpeningDay) => hoursText(day.hours, language === 'id' ? '.' : ':')
  const dayName = ({ date }: OpeningDay) => times.day(`${date}T05:00:00Z`)
  const why = today.closed
    ? t('home.closedTodayFor', { reason: local(today.closed) })
    : t(standing === 'over' ? 'home.overToday' : 'home.closedToday')
  return (
    <>
      <p className={standing === 'open' ? 'place-open' : 'place-closed'}>
        {standing === 'open' ? t('home.openToday', { hours: hours(today) }) : why}
        {standing !== 'open' && next && ` ${t('home.opensNext', { day: dayName(next), hours: hours(next) })}`}
      </p>
      {closures.length > 0 && (
        <ul className="place-closures soft">
          {closures.map((day) => (
            <li key={day.date}>
              {t('home.closedOn', { day: dayName(day), reason: day.closed ? local(day.closed) : '' })}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
