import { describe, expect, test } from 'vitest'
import { formatNumber } from '../../domain/numbering.ts'
import { readNumber } from '../../domain/read-number.ts'

const pattern = '503/{seq:4}/SIPB/35.10/{month:roman}/{year}'

describe('an old number, read by the pattern it was written by', () => {
  test('says its place and date', () => {
    expect(readNumber(pattern, '503/0012/SIPB/35.10/VIII/2026')).toEqual({ sequence: 12, month: 8, year: 2026 })
    expect(readNumber(pattern, ' 503/12/SIPB/35.10/XII/2026 ')).toEqual({ sequence: 12, month: 12, year: 2026 })
  })

  test('is what was written, for every sequence and month', () => {
    for (const sequence of [1, 9, 10, 9_999, 10_000]) {
      for (let month = 1; month <= 12; month += 1) {
        const text = formatNumber(pattern, { sequence, month, year: 2026, day: 1 })
        expect(readNumber(pattern, text)).toEqual({ sequence, month, year: 2026 })
      }
    }
  })

  test('says the village it counts for, and a short year', () => {
    const read = readNumber('470/{seq:3}/{village}/{month}/{year:2}', '470/007/35.10.13.2013/3/26')
    expect(read).toEqual({ sequence: 7, village: '35.10.13.2013', month: 3, year: 2026 })
  })

  test.each(['503/0012/SIPB/35.11/VIII/2026', '503/0012/SIPB/35.10/XIII/2026', '503/0000/SIPB/35.10/I/2026', '12'])(
    '%s was written otherwise',
    (text) => expect(readNumber(pattern, text)).toBeNull(),
  )
})
