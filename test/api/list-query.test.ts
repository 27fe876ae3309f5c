import { expect, test, vi } from 'vitest'
import { totalOf } from '../../api/middleware/list-query.ts'

const rows = (count: number) => Array.from({ length: count })

test.each([
  ['a first page that is not full', 0, 3, 3],
  ['nothing at all', 0, 0, 0],
  ['a last page', 25, 7, 32],
])('%s tells the total without counting', async (_what, skip, found, total) => {
  const count = vi.fn(async () => 999)
  expect(await totalOf(rows(found), { skip, limit: 25 }, count)).toBe(total)
  expect(count).not.toHaveBeenCalled()
})

test.each([
  ['a full page', 0, 25],
  ['a page past the end', 50, 0],
])('%s is counted', async (_what, skip, found) => {
  expect(await totalOf(rows(found), { skip, limit: 25 }, async () => 40)).toBe(40)
})
