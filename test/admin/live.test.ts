import { afterEach, describe, expect, it, vi } from 'vitest'
import { changeOf } from '../../admin/src/live/change.ts'
import { gather } from '../../admin/src/live/gather.ts'
import { staleAfter } from '../../admin/src/live/stale.ts'

afterEach(() => void vi.useRealTimers())

const change = (...ids: string[]) => ({ resource: 'tasks' as const, ids })

describe('what the server says', () => {
  it('is a change, or passed over', () => {
    expect(changeOf('{"resource":"tasks","ids":["a"]}')).toEqual(change('a'))
    for (const text of ['', 'hello', 'null', '{}', '{"resource":1,"ids":[]}']) expect(changeOf(text)).toBeNull()
  })
})

describe('what has to be fetched again', () => {
  it('is every list of tasks, and the pages of the tasks named', () => {
    expect(staleAfter([change('a')], ['tasks', 'getList', { page: 1 }])).toBe(true)
    expect(staleAfter([change('a')], ['tasks', 'getOne', { id: 'a' }])).toBe(true)
    expect(staleAfter([change('a')], ['tasks', 'getOne', { id: 'b' }])).toBe(false)
  })

  it('is the cases too, and nothing else', () => {
    expect(staleAfter([change('a')], ['applications', 'getOne', { id: 'x' }])).toBe(true)
    expect(staleAfter([change('a')], ['tray', 'getList', {}])).toBe(true)
    expect(staleAfter([change('a')], ['services', 'getList', {}])).toBe(false)
    expect(staleAfter([change('a')], ['auth', 'canAccess'])).toBe(false)
  })

  it('is everything when changes were missed', () => {
    expect(staleAfter([change()], ['tasks', 'getOne', { id: 'b' }])).toBe(true)
  })
})

describe('a burst', () => {
  it('is handed on at once', () => {
    vi.useFakeTimers()
    const handed: number[][] = []
    const gathered = gather<number>((all) => handed.push(all), 700)
    for (const item of [1, 2, 3]) gathered.add(item)
    vi.advanceTimersByTime(700)
    gathered.add(4)
    vi.advanceTimersByTime(700)
    expect(handed).toEqual([[1, 2, 3], [4]])
  })

  it('is forgotten when nobody listens any more', () => {
    vi.useFakeTimers()
    const handed: number[][] = []
    const gathered = gather<number>((all) => handed.push(all), 700)
    gathered.add(1)
    gathered.stop()
    vi.advanceTimersByTime(2000)
    expect(handed).toEqual([])
  })
})
