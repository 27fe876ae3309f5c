import { plainDay } from '../../domain/indonesian-time.ts'
import { regencyFacts } from '../../models/catalogue/catalogue.ts'
import { dayIsFar, dayIsPast } from './refusals.ts'

const yearMs = 366 * 86_400_000

/** The day (`2027-01-01`) a version is to hold from; null for today, which is at once. Throws 422 for one past or far away. */
export async function beginningDay(day: string, now: Date): Promise<string | null> {
  const { utcOffsetMinutes } = await regencyFacts()
  const today = plainDay(now.getTime(), utcOffsetMinutes)
  if (day < today) throw dayIsPast()
  if (day > plainDay(now.getTime() + yearMs, utcOffsetMinutes)) throw dayIsFar()
  return day === today ? null : day
}
