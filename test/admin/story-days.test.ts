import { describe, expect, it } from 'vitest'
import { formatsFor } from '../../admin/src/i18n/format.ts'
import { sourcesOf, usualSource } from '../../admin/src/rehearsals/sources.ts'
import { storyDays, toldCounts } from '../../admin/src/rehearsals/story-days.ts'
import type { RehearsalStory } from '../../contracts/rehearsals.ts'
import type { ServiceVersionRow } from '../../contracts/service-drafts.ts'

const { localDay, fullDay, fullDayTime } = formatsFor('id', { utcOffsetMinutes: 420, timeZoneName: 'WIB' })
const line = (seq: number, at: string) =>
  ({ seq, at, by: 'system', who: 'sistem', text: `${seq}`, dueAt: null }) as const
const message = (seq: number, at: string, to: string) => ({ seq, at, to, subject: 'Kabar' })

const story: RehearsalStory = {
  filedAt: '2027-03-04T01:00:00.000Z',
  outcome: 'approved',
  restsOn: null,
  closedAt: '2027-03-22T09:00:00.000Z',
  lines: [line(1, '2027-03-04T01:00:00.000Z'), line(4, '2027-03-21T18:00:00.000Z')],
  told: [
    message(2, '2027-03-04T01:00:00.000Z', 'pemohon'),
    message(3, '2027-03-04T02:00:00.000Z', 'pemohon'),
    message(4, '2027-03-21T18:00:00.000Z', 'pemohon'),
    message(4, '2027-03-21T18:00:00.000Z', 'kepala dinas'),
  ],
  signed: [],
  clocks: [],
  term: null,
}

describe('a rehearsal’s story', () => {
  it('goes day by day in the regency’s own zone, from its beginning, and says how many days lie between', () => {
    const days = storyDays(story, localDay)
    expect(days.map(({ day, later }) => [day, later])).toEqual([
      ['2027-03-04', 0],
      ['2027-03-22', 18],
    ])
    expect(days[0]?.moments).toMatchObject([
      { seq: 1, line: { text: '1' }, told: [{ seq: 2 }] },
      { seq: 3, line: null, told: [{ to: 'pemohon' }] },
    ])
    expect(days[1]?.moments[0]?.told.map(({ to }) => to)).toEqual(['pemohon', 'kepala dinas'])
    expect(fullDay('2027-03-04')).toBe('Kamis, 4 Maret 2027')
    expect(fullDay('2027-03-22')).toBe('Senin, 22 Maret 2027')
    expect(fullDayTime('2027-03-21T18:00:00.000Z')).toBe('Senin, 22 Maret 2027, 01.00 WIB')
  })

  it('counts who was told how often', () => {
    expect(toldCounts(story)).toEqual([
      { to: 'pemohon', count: 3 },
      { to: 'kepala dinas', count: 1 },
    ])
  })
})

describe('what can be played', () => {
  const versions = [
    { version: 3, current: false },
    { version: 2, current: true },
  ] as ServiceVersionRow[]

  it('is the draft first where somebody writes one, else the version in force', () => {
    const written = sourcesOf({ revision: 4 }, versions)
    expect(written[0]).toEqual({ kind: 'draft', revision: 4 })
    expect(usualSource(written, versions)).toEqual({ kind: 'draft', revision: 4 })
    const published = sourcesOf({ revision: 0 }, versions)
    expect(published).toHaveLength(2)
    expect(usualSource(published, versions)).toEqual({ kind: 'version', version: 2 })
  })
})
