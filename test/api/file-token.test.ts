import { expect, test } from 'vitest'
import { fileToken, linkMs, opensFile } from '../../api/documents/file-token.ts'

const link = { secret: 'a secret for tests only, 0123456789', regency: 'banyuwangi', document: 'd-1' }

test('a link opens its own document until it expires', () => {
  const now = Date.now()
  const token = fileToken(link, now)
  expect(opensFile(token, link, now)).toBe(true)
  expect(opensFile(token, link, now + linkMs - 1)).toBe(true)
  expect(opensFile(token, link, now + linkMs)).toBe(false)
})

test('and no other document, regency or secret', () => {
  const token = fileToken(link)
  expect(opensFile(token, { ...link, document: 'd-2' })).toBe(false)
  expect(opensFile(token, { ...link, regency: 'jember' })).toBe(false)
  expect(opensFile(token, { ...link, secret: 'another secret of enough letters!!' })).toBe(false)
})

test.each(['', '.', 'x', 'zzzzzzzz.', 'zzzzzzzz.AAAA'])('a made-up token %j opens nothing', (token) => {
  expect(opensFile(token, link)).toBe(false)
})

test('prolonging a link breaks its seal', () => {
  const now = Date.now()
  const [, seal] = fileToken(link, now).split('.')
  const later = (now + 10 * linkMs).toString(36)
  expect(opensFile(`${later}.${seal}`, link, now)).toBe(false)
})
