import type { Appeal } from '../../catalogue/schema/clock.ts'
import { dueAt } from '../../domain/working-time/index.ts'
import { calendarOf } from '../../models/catalogue/catalogue.ts'

/** Until when a decision of that day may be objected to: the close of the last of its working days, UTC ms. */
export async function appealUntil({ calendar, workingDays }: Appeal, decidedAt: Date): Promise<number | null> {
  return dueAt(await calendarOf(calendar), { unit: 'working-days', amount: workingDays }, decidedAt.getTime(), [])
}
