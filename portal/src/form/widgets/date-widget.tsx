import type { WidgetProps } from '@rjsf/utils'
import { useState } from 'react'
import { useTexts } from '../../i18n/texts.tsx'
import { useFormFacts } from '../context.ts'
import { type DateParts, joinDate, splitDate } from '../date-parts.ts'

/** Day, month by name, year: a known date is typed sooner than found in a calendar. */
export function DateWidget({ id, value, disabled, readonly, required, onChange }: WidgetProps) {
  const { t, language } = useTexts()
  const error = useFormFacts().errors.has(id)
  const [parts, setParts] = useState<DateParts>(() => splitDate(value))
  const shown = joinDate(parts) === value ? parts : splitDate(value)
  const change = (part: Partial<DateParts>) => {
    const next = { ...shown, ...part }
    setParts(next)
    onChange(joinDate(next))
  }
  const digits = (text: string, length: number) => text.replace(/\D/g, '').slice(0, length)
  const common = {
    className: 'input',
    disabled: disabled || readonly,
    'aria-required': required || undefined,
    'aria-invalid': error || undefined,
  }
  return (
    <div className="date-parts" id={id}>
      <label>
        <span>{t('form.day')}</span>
        <input
          {...common}
          inputMode="numeric"
          autoComplete="off"
          value={shown.day}
          onChange={(event) => change({ day: digits(event.target.value, 2) })}
        />
      </label>
      <label>
        <span>{t('form.month')}</span>
        <select {...common} value={shown.month} onChange={(event) => change({ month: event.target.value })}>
          <option value="">{t('form.choose')}</option>
          {monthNames(language).map((name, index) => (
            <option key={name} value={String(index + 1)}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t('form.year')}</span>
        <input
          {...common}
          inputMode="numeric"
          autoComplete="off"
          value={shown.year}
          onChange={(event) => change({ year: digits(event.target.value, 4) })}
        />
      </label>
    </div>
  )
}

function monthNames(language: 'id' | 'en'): string[] {
  const format = new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', { month: 'long', timeZone: 'UTC' })
  return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2024, month, 15)))
}
