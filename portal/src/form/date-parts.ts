export type DateParts = { day: string; month: string; year: string }

export function splitDate(date: unknown): DateParts {
  const [year = '', month = '', day = ''] = typeof date === 'string' ? date.split('-') : []
  return { day: day.replace(/^0/, ''), month: month.replace(/^0/, ''), year }
}

/** `1990-03-27`; undefined while nothing is filled in. What is no date stays readable, for the validator to refuse. */
export function joinDate({ day, month, year }: DateParts): string | undefined {
  if (!day && !month && !year) return undefined
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
