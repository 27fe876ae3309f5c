import { describe, expect, it } from 'vitest'
import { formatsFor } from '../../admin/src/i18n/format.ts'
import { sizeWords } from '../../admin/src/i18n/size.ts'

const wib = { utcOffsetMinutes: 420, timeZoneName: 'WIB' }
const id = formatsFor('id', wib)
const en = formatsFor('en', wib)
/** Intl sets no-break spaces where a reader sees a space. */
const plain = (text: string) => text.replace(/\u00a0|\u202f/g, ' ')

describe('dates and money', () => {
  it('are written as in Indonesia, in the regency’s zone', () => {
    expect(id.weekdayTime('2026-11-25T07:00:00Z')).toBe('Rabu 25 November, 14.00 WIB')
    expect(id.short('2026-11-25T07:00:00Z')).toBe('Rab 25 Nov 14.00')
    expect(id.dateTime('2026-11-24T18:30:00Z')).toBe('25 November 2026, 01.30 WIB')
    expect(id.plainDate('2026-03-21')).toBe('21 Maret 2026')
    expect(id.localDay('2026-11-24T17:00:00Z')).toBe('2026-11-25')
    expect(plain(id.rupiah(1_500_000))).toBe('Rp 1.500.000')
  })

  it('are written in English too', () => {
    expect(en.weekdayTime('2026-11-25T07:00:00Z')).toBe('Wednesday 25 November, 14:00 WIB')
    expect(plain(en.rupiah(1_500_000))).toBe('IDR 1,500,000')
  })

  it('follow the zone of another regency', () => {
    const wit = formatsFor('id', { utcOffsetMinutes: 540, timeZoneName: 'WIT' })
    expect(wit.time('2026-11-25T07:00:00Z')).toBe('16.00 WIT')
  })

  it('say sizes as people do', () => {
    expect(sizeWords(412_345, id.number)).toBe('412 kB')
    expect(sizeWords(1_834_567, id.number)).toBe('1,8 MB')
    expect(sizeWords(12, id.number)).toBe('12 B')
  })
})
