import { describe, expect, it } from 'vitest'
import { extentOf, listQuery } from '../../admin/src/providers/dialect.ts'

describe('a list asked for', () => {
  it('carries filter, sort and range as JSON', () => {
    const query = new URLSearchParams(
      listQuery({
        filter: { status: 'open' },
        sort: { field: 'dueAt', order: 'ASC' },
        pagination: { page: 3, perPage: 25 },
      }),
    )
    expect(JSON.parse(query.get('filter') ?? '')).toEqual({ status: 'open' })
    expect(JSON.parse(query.get('sort') ?? '')).toEqual(['dueAt', 'ASC'])
    expect(JSON.parse(query.get('range') ?? '')).toEqual([50, 74])
  })

  it('says nothing that was not asked', () => {
    expect(listQuery({ filter: {} })).toBe('')
  })
})

describe('a list’s extent', () => {
  it('is a total up to a thousand', () => {
    expect(extentOf('tasks 0-24/57', 25)).toEqual({ total: 57, meta: { counted: 57, more: false } })
    expect(extentOf('tasks */0', 0)).toEqual({ total: 0, meta: { counted: 0, more: false } })
    expect(extentOf('tasks 975-999/1000', 25).total).toBe(1000)
  })

  it('is partial pagination where counting stopped', () => {
    expect(extentOf('tasks 0-24/1001', 25)).toEqual({
      pageInfo: { hasNextPage: true, hasPreviousPage: false },
      meta: { counted: 1000, more: true },
    })
    expect(extentOf('tasks 1025-1049/1050', 25).pageInfo).toEqual({ hasNextPage: true, hasPreviousPage: true })
  })

  it('ends where ranges end, and on an empty page', () => {
    expect(extentOf('tasks 9975-9999/10000', 25).pageInfo?.hasNextPage).toBe(false)
    expect(extentOf('tasks */1001', 0).pageInfo?.hasNextPage).toBe(false)
  })

  it('is refused where the server does not say it', () => {
    expect(() => extentOf(null, 3)).toThrow('lontar.error.no_range')
  })
})
