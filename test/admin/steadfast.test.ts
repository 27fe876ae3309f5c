import { describe, expect, it } from 'vitest'
import { ActKeys } from '../../admin/src/providers/act-keys.ts'
import { HttpError } from '../../admin/src/providers/http.ts'
import { isOutcomeUnknown, isUnanswered, repeatAfter, steadfastly } from '../../admin/src/providers/steadfast.ts'

const away = (status: number, body: object = {}) => new HttpError('away', status, body)

function failing(errors: Error[]) {
  const waited: number[] = []
  const repeats: number[] = []
  let calls = 0
  const act = async () => {
    calls += 1
    const error = errors.shift()
    if (error) throw error
    return 'done'
  }
  const options = {
    wait: async (ms: number) => void waited.push(ms),
    onRepeat: (attempt: number) => void repeats.push(attempt),
  }
  return { act, options, waited, repeats, calls: () => calls }
}

describe('an act without a sure answer', () => {
  it('is asked again until the answer comes, saying so', async () => {
    const given = failing([away(503, { code: 'outcome-unknown' }), away(0), away(502)])
    expect(await steadfastly(given.act, given.options)).toBe('done')
    expect(given.waited).toEqual([1000, 2000, 4000])
    expect(given.repeats).toEqual([1, 2, 3])
  })

  it('waits as long as the server asks, within reason', async () => {
    const given = failing([away(503, { retryAfter: 5 }), away(503, { retryAfter: 600 })])
    await steadfastly(given.act, given.options)
    expect(given.waited).toEqual([5000, 15_000])
  })

  it('is given back to the person when the server stays away', async () => {
    const given = failing(Array.from({ length: 10 }, () => away(503)))
    await expect(steadfastly(given.act, given.options)).rejects.toMatchObject({ status: 503 })
    expect(given.calls()).toBe(repeatAfter.length + 1)
  })

  it('is not asked again where it was refused', async () => {
    for (const status of [400, 401, 403, 409, 422, 500]) {
      const given = failing([away(status)])
      await expect(steadfastly(given.act, given.options)).rejects.toMatchObject({ status })
      expect(given.calls()).toBe(1)
    }
  })

  it('is not asked again where only a new attempt can help', async () => {
    const given = failing([away(503, { code: 'unavailable' })])
    await expect(steadfastly(given.act, { ...given.options, repeatIf: isOutcomeUnknown })).rejects.toThrow('away')
    expect(given.calls()).toBe(1)
  })

  it('keeps unknown and away apart', () => {
    expect(isOutcomeUnknown(away(503, { code: 'unavailable' }))).toBe(false)
    expect(isUnanswered(away(503, { code: 'unavailable' }))).toBe(true)
    expect(isOutcomeUnknown(away(500))).toBe(true)
    expect(isOutcomeUnknown(away(409))).toBe(false)
  })
})

describe('the key of an act', () => {
  it('stays the same until the act is settled', () => {
    const keys = new ActKeys()
    const first = keys.keyOf('claim:1')
    expect(keys.keyOf('claim:1')).toBe(first)
    expect(keys.keyOf('claim:2')).not.toBe(first)
    keys.settle('claim:1')
    expect(keys.keyOf('claim:1')).not.toBe(first)
  })

  it('has the form that the API asks for', () => {
    expect(new ActKeys().keyOf('x')).toMatch(/^[A-Za-z0-9_-]{8,100}$/)
  })
})
