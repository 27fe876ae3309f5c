import { describe, expect, it } from 'vitest'
import { inOrder } from '../../admin/src/clock/order.ts'
import { timeLeft, toneOf } from '../../admin/src/clock/time-left.ts'
import { budgetWords, timeLeftWords } from '../../admin/src/clock/words.ts'
import { formatsFor } from '../../admin/src/i18n/format.ts'
import { makeI18nProvider } from '../../admin/src/i18n/i18n-provider.ts'
import type { Clock } from '../../contracts/clock.ts'
import { clock } from './clock-fixture.ts'

const wib = { utcOffsetMinutes: 420, timeZoneName: 'WIB' }
const { localDay } = formatsFor('id', wib)

async function say(given: Clock, locale: 'id' | 'en' = 'id'): Promise<string> {
  const provider = makeI18nProvider(() => {})
  await provider.changeLocale(locale)
  const t = (key: string, options?: Record<string, unknown>) => provider.translate(`lontar.clock.${key}`, options)
  return timeLeftWords(timeLeft(given, localDay), t)
}

describe('the time that is left', () => {
  it('is told in working days and hours before the last day', async () => {
    const given = clock({ amount: 5, spentPercent: 52, dueAt: '2026-11-27T09:00:00Z' })
    expect(await say(given)).toBe('2 hari 3 jam kerja tersisa')
    expect(await say(given, 'en')).toBe('2 working days 3 hours left')
  })

  it('is told by the clock on the wall on the last day', async () => {
    const given = clock({ spentPercent: 91, asOf: '2026-11-25T03:40:00Z', dueAt: '2026-11-25T07:00:00Z' })
    expect(await say(given)).toBe('3 jam 20 menit tersisa')
  })

  it('knows the last day by the regency’s midnight, not by UTC', async () => {
    const evening = clock({ amount: 2, spentPercent: 50, asOf: '2026-11-24T16:30:00Z', dueAt: '2026-11-25T07:00:00Z' })
    expect(await say(evening)).toBe('1 hari kerja tersisa')
    const afterMidnight = { ...evening, asOf: '2026-11-24T17:30:00Z' }
    expect(await say(afterMidnight)).toBe('13 jam tersisa')
  })

  it('is told in minutes where the budget is in minutes', async () => {
    const given = clock({ unit: 'working-minutes', amount: 60, spentPercent: 25, dueAt: '2026-11-25T03:00:00Z' })
    expect(await say(given)).toBe('45 menit kerja tersisa')
    expect(await say({ ...given, amount: 200, spentPercent: 0 })).toBe('3 jam 20 menit kerja tersisa')
  })

  it('turns into lateness, and says when neither', async () => {
    const late = clock({ amount: 5, spentPercent: 124, state: 'breached', dueAt: '2026-11-20T09:00:00Z' })
    expect(await say(late)).toBe('terlambat 1 hari 1 jam kerja')
    expect(await say(late, 'en')).toBe('1 working day 1 hour late')
    expect(await say({ ...late, spentPercent: 100 })).toBe('lewat jatuh tempo')
    const lastMinute = clock({ spentPercent: 99.9, asOf: '2026-11-25T06:59:30Z', dueAt: '2026-11-25T07:00:00Z' })
    expect(await say(lastMinute)).toBe('jatuh tempo sekarang')
  })

  it('stands still while paused, and is over when stopped', async () => {
    const paused = clock({ amount: 2, spentPercent: 40, state: 'paused', dueAt: null })
    expect(await say(paused)).toBe('berhenti, 1 hari 1 jam kerja tersisa')
    expect(await say(clock({ state: 'stopped', spentPercent: 61.8 }))).toBe('selesai, terpakai 62 %')
  })

  it('never promises more of a day than it has', async () => {
    expect(await say(clock({ amount: 2, spentPercent: 0.1, dueAt: '2026-11-27T09:00:00Z' }))).not.toContain('8 jam')
  })
})

describe('a budget', () => {
  it('reads as the standard does', () => {
    const provider = makeI18nProvider(() => {})
    const t = (key: string, options?: Record<string, unknown>) => provider.translate(`lontar.clock.${key}`, options)
    expect(budgetWords({ unit: 'working-days', amount: 5 }, t)).toBe('5 hari kerja')
    expect(budgetWords({ unit: 'working-minutes', amount: 15 }, t)).toBe('15 menit kerja')
  })
})

describe('the tone of a clock', () => {
  const rungs = (...reached: number[]) =>
    [50, 80, 100].map((percent) => ({ percent, at: null, reached: reached.includes(percent) }))

  it('turns amber at the first warning after the half', () => {
    expect(toneOf(clock({ spentPercent: 60, rungs: rungs(50) }))).toBe('calm')
    expect(toneOf(clock({ spentPercent: 81, rungs: rungs(50, 80) }))).toBe('warned')
  })

  it('is red when the budget is spent, grey when it stands still', () => {
    expect(toneOf(clock({ spentPercent: 100, rungs: rungs(50, 80) }))).toBe('breached')
    expect(toneOf(clock({ spentPercent: 90, state: 'paused' }))).toBe('paused')
    expect(toneOf(clock({ spentPercent: 130, state: 'stopped' }))).toBe('stopped')
  })
})

describe('the clocks of a case', () => {
  it('are told with what still counts first', () => {
    const clocks = [
      clock({ id: 'n:kelengkapan', state: 'stopped', startedAt: '2026-11-20T01:00:00Z' }),
      clock({ id: 'n:verifikasi', state: 'stopped', startedAt: '2026-11-21T01:00:00Z' }),
      clock({ id: 'n:validasi', state: 'paused' }),
      clock({ id: 'term' }),
    ]
    expect(inOrder(clocks).map(({ id }) => id)).toEqual(['term', 'n:validasi', 'n:verifikasi', 'n:kelengkapan'])
    expect(inOrder([clock({ id: 'n:a' }), clock({ id: 'term', state: 'stopped' })]).map(({ id }) => id)).toEqual([
      'n:a',
      'term',
    ])
  })
})
