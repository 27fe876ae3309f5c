import { afterAll, beforeAll, expect, test } from 'vitest'
import { phonePages } from '../../bench/phone/pages.ts'
import { openPortalHouse, type PortalHouse } from './portal-house.ts'
import { waitsUntil } from './portal-waits.ts'

/** On a thin line the waits add up: the page, the portal with what begins at once, and what that page asked for itself. */
let house: PortalHouse
let document: string

beforeAll(async () => {
  house = await openPortalHouse()
  const receipt = await house.file('ak-1')
  await house.walk(receipt, [['disnaker', 'pemeriksaan']])
  await house.until(receipt.id, { status: 'approved' })
  document = (await house.detail('warga', receipt.id)).documents[0]?.id ?? ''
})
afterAll(() => house?.close())

test.each(phonePages('').map(({ name }) => name))('%s can be used after three waits', async (name) => {
  const found = phonePages(document).find((page) => page.name === name)
  if (!found) throw new Error(`no page ${name}`)
  const device = found.signedIn ? await house.deviceOf('warga') : await house.device()
  const page = await device.newPage()
  expect(await waitsUntil(page, found.path, found.usable)).toBe(3)
})
