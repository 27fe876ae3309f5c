import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  checkNumbering,
  formatNumber,
  type Numbering,
  NumberingError,
  parseNumberingPattern,
  seriesKey,
} from '../../domain/numbering.ts'

const day = { year: 2026, month: 11, day: 22 }

describe('a numbering pattern', () => {
  it('reads its tokens', () => {
    expect(parseNumberingPattern('503/{seq:4}/SIPB/{month:roman}/{year}')).toEqual([
      { kind: 'literal', text: '503/' },
      { kind: 'seq', width: 4 },
      { kind: 'literal', text: '/SIPB/' },
      { kind: 'month', style: 'roman' },
      { kind: 'literal', text: '/' },
      { kind: 'year', digits: 4 },
    ])
  })

  it.each([
    ['{sequence}/{year}', '{sequence} is not known'],
    ['{seq:0}/{year}', '{seq:0}'],
    ['{seq:4:5}', '{seq:4:5}'],
    ['{month:arab}', '{month:arab}'],
    ['{village:2}', '{village:2}'],
    ['{seq', '"{" stands alone'],
    ['seq}', '"}" stands alone'],
    ['{}', '{} is not known'],
  ])('refuses %s and names the token', (pattern, message) => {
    expect(() => parseNumberingPattern(pattern)).toThrow(NumberingError)
    expect(() => parseNumberingPattern(pattern)).toThrow(message)
  })

  it('writes numbers as offices do', () => {
    expect(formatNumber('503/{seq:4}/SIPB/{month:roman}/{year}', { ...day, sequence: 42 })).toBe(
      '503/0042/SIPB/XI/2026',
    )
    expect(
      formatNumber('{classification}/{seq:3}/{village}/{month:2}.{day:2}/{year:2}', {
        ...day,
        month: 3,
        sequence: 1200,
        classification: '470',
        village: '35.99.01.2001',
      }),
    ).toBe('470/1200/35.99.01.2001/03.22/26')
  })

  it('asks for what the context lacks', () => {
    expect(() => formatNumber('{seq}/{village}', { ...day, sequence: 1 })).toThrow('{village}')
    expect(() => formatNumber('{seq}/{year}', { ...day, sequence: 0 })).toThrow('counts from 1')
    expect(() => formatNumber('{seq}/{month:roman}', { ...day, month: 13, sequence: 1 })).toThrow('{month}')
  })
})

describe('a series', () => {
  it('starts again as its reset says', () => {
    const numbering: Numbering = { pattern: '{seq}/{month}/{year}', series: 'sip', reset: 'yearly' }
    expect(seriesKey(numbering, day)).toBe('sip|2026')
    expect(seriesKey({ ...numbering, reset: 'monthly' }, { ...day, month: 3 })).toBe('sip|2026-03')
    expect(seriesKey({ ...numbering, reset: 'never' }, day)).toBe('sip')
  })

  it('counts for each village by itself', () => {
    const numbering: Numbering = { pattern: '{seq}/{village}/{year}', series: 'sktm/{village}', reset: 'yearly' }
    expect(seriesKey(numbering, { ...day, village: '35.99.01.2001' })).toBe('sktm/35.99.01.2001|2026')
    expect(() => seriesKey(numbering, day)).toThrow('{village}')
  })
})

describe('checking a numbering', () => {
  it.each([
    [{ pattern: '{seq:4}/{month:roman}/{year}', series: 'sip', reset: 'yearly' }, []],
    [{ pattern: '{seq}', series: 'sip', reset: 'never' }, []],
    [{ pattern: 'SIP/{year}', series: 'sip', reset: 'yearly' }, ['needs {seq} once, not 0 times']],
    [{ pattern: '{seq}/{seq}/{year}', series: 'sip', reset: 'yearly' }, ['needs {seq} once, not 2 times']],
    [{ pattern: '{seq}/SIP', series: 'sip', reset: 'yearly' }, ['needs {year}']],
    [{ pattern: '{seq}/{year}', series: 'sip', reset: 'monthly' }, ['needs {month}']],
    [{ pattern: '{seq}{day}/{month}/{year}', series: 'sip', reset: 'yearly' }, ['both sides of {seq}']],
    [{ pattern: '{seq}/{year}', series: 'sktm/{village}', reset: 'yearly' }, ['counts by {village}']],
    [{ pattern: '{seq}/{year}', series: 'sip/{year}', reset: 'yearly' }, ['{year} has no place']],
    [{ pattern: '{nomor}', series: 'sip', reset: 'yearly' }, ['{nomor} is not known']],
  ] satisfies [Numbering, string[]][])('%j', (numbering, problems) => {
    const found = checkNumbering(numbering)
    expect(found).toHaveLength(problems.length)
    problems.forEach((problem, index) => {
      expect(found[index]).toContain(problem)
    })
  })
})

const literal = fc.constantFrom('/', '/SIPB/', '-', ' ', '503/', '.x.')
const codes = fc.constantFrom('{classification}', '{agency}', '{village}', '{service}', '{day}', '{month:roman}')

/** Patterns that `checkNumbering` finds nothing wrong with. */
const numberings = fc
  .record({
    start: fc.array(fc.tuple(codes, literal), { maxLength: 3 }),
    width: fc.constantFrom('', ':1', ':4', ':9'),
    end: fc.array(fc.tuple(literal, codes), { maxLength: 3 }),
    reset: fc.constantFrom('yearly' as const, 'monthly' as const),
  })
  .map(({ start, width, end, reset }): Numbering => {
    const pattern = `${start.flat().join('')}{seq${width}}${end.flat().join('')}/{month:2}/{year}`
    return { pattern, series: 's', reset }
  })

const moments = fc.record({
  year: fc.integer({ min: 2000, max: 2099 }),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 31 }),
  classification: fc.constant('503'),
  agency: fc.constant('DPMPTSP'),
  village: fc.constant('35.99.01.2001'),
  service: fc.constant('sip-bidan'),
})

describe('whatever the pattern', () => {
  it('no number of a checked pattern comes twice: not in a series, not after its reset', () => {
    fc.assert(
      fc.property(numberings, moments, moments, fc.nat(20_000), fc.nat(20_000), (numbering, one, other, m, n) => {
        expect(checkNumbering(numbering)).toEqual([])
        const same = seriesKey(numbering, one) === seriesKey(numbering, other) && m === n
        const first = formatNumber(numbering.pattern, { ...one, sequence: m + 1 })
        const second = formatNumber(numbering.pattern, { ...other, sequence: n + 1 })
        if (!same) expect(first).not.toBe(second)
      }),
    )
  })

  it('parsing never does anything but give tokens or a NumberingError', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}:/seqyarmonth0129 ') }), (text) => {
        try {
          expect(parseNumberingPattern(text).length).toBeLessThanOrEqual(text.length)
        } catch (error) {
          expect(error).toBeInstanceOf(NumberingError)
        }
      }),
    )
  })
})
