import { remembered } from './cache.ts'
import { CalendarVersion, type CalendarVersionRecord } from './calendar-version.ts'

export type AnnouncedChange = { version: number; reason: string; source: string }

/** What editors announced, by calendar, oldest first: why its versions changed, and by which letter. */
export function announcedChanges(): Promise<Map<string, AnnouncedChange[]>> {
  return remembered('calendar-changes', 'current', async () => {
    const announced = await CalendarVersion.find({ reason: { $type: 'string' } })
      .sort({ version: 1 })
      .select('code version reason source')
      .lean<CalendarVersionRecord[]>()
    const changes = new Map<string, AnnouncedChange[]>()
    for (const { code, version, reason, source } of announced) {
      if (!reason) continue
      changes.set(code, [...(changes.get(code) ?? []), { version, reason, source: source ?? '' }])
    }
    return changes
  })
}
