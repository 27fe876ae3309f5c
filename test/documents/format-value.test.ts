import { describe, expect, it } from 'vitest'
import { dateTime, type FormatContext, formatValue } from '../../documents/format-value.ts'
import type { LetterFormat } from '../../domain/letter-text.ts'

const context: FormatContext = {
  timeZone: 'Asia/Jakarta',
  lookups: { region: (code) => (code === '35.99' ? 'Contoh' : undefined), choice: (path, value) => `${path}=${value}` },
}
const shown = (value: unknown, ...formats: LetterFormat[]) => formatValue(value, 'answers.a', formats, context)

describe('values in a letter', () => {
  it.each<[unknown, LetterFormat[], string]>([
    ['2026-11-22', ['date'], '22 November 2026'],
    ['1990-08-05', ['date'], '5 Agustus 1990'],
    ['1990-08-05', ['date-en'], '5 August 1990'],
    ['2026-11-22T17:30:00.000Z', ['date'], '23 November 2026'],
    ['2026-11-22T06:59:00.000Z', ['datetime'], '22 November 2026 pukul 13.59 WIB'],
    ['2026-11-22T17:00:00.000Z', ['datetime'], '23 November 2026 pukul 00.00 WIB'],
    [1_000_000, ['rupiah'], 'Rp1.000.000'],
    [1234.5, ['number'], '1.234,5'],
    [2026, [], '2026'],
    ['3599014507900001', ['nik-masked'], '3599••••••••0001'],
    ['3599014507900001', [], '3599014507900001'],
    ['35.99', ['region', 'upper'], 'CONTOH'],
    [['a', 'b'], ['choice'], 'answers.a=a, answers.a=b'],
    [true, [], 'Ya'],
  ])('%j as %j', (value, formats, text) => {
    expect(shown(value, ...formats)).toBe(text)
  })

  it.each<[unknown, LetterFormat[]]>([
    ['besok', ['date']],
    ['1000', ['rupiah']],
    ['123', ['nik-masked']],
    ['99', ['region']],
    [{ a: 1 }, []],
  ])('refuses %j as %j, naming the field and not the value', (value, formats) => {
    expect(() => shown(value, ...formats)).toThrow(expect.objectContaining({ code: 'bad-value', path: 'answers.a' }))
  })

  it('names the zone of the office', () => {
    expect(dateTime('2026-11-22T01:30:00Z', 'en', 'Asia/Jayapura')).toBe('22 November 2026 at 10.30 WIT')
  })
})
