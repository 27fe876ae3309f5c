import { join } from 'node:path'
import mongoose from 'mongoose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PublicCompliance } from '../../contracts/public-compliance.ts'
import { bucketOf } from '../../domain/oversight/buckets.ts'
import {
  accessibilityFaults,
  desktop,
  openPortalHouse,
  overflow,
  type PortalHouse,
  phone,
  watchTroubles,
} from './portal-house.ts'

let house: PortalHouse

beforeAll(async () => {
  house = await openPortalHouse({ worker: false })
  const { from } = (await house.get('/api/public-compliance')).json as PublicCompliance
  const { db } = mongoose.connection
  if (!db) throw new Error('not connected')
  const of = (office: string, timed: number, late: number, grain: 'month' | 'quarter') => ({
    regency: 'banyuwangi',
    name: `case|${grain}|${from}|office|${office}`,
    subject: 'case',
    grain,
    from: bucketOf(from, grain),
    level: 'office',
    agency: office,
    village: null,
    office,
    timed,
    late,
  })
  const both = (grain: 'month' | 'quarter') => [of('dpmptsp', 412, 31, grain), of('disnaker', 7, 0, grain)]
  await db.collection('tallies').insertMany([...both('month'), ...both('quarter')])
})
afterAll(() => house?.close())

test.each([
  ['a phone', phone],
  ['a desk', desktop],
])('on %s anybody reads how agencies keep their terms', async (name, size) => {
  const page = await (await house.device(size)).newPage()
  const troubles = watchTroubles(page)
  await page.goto('/kinerja')
  await page.getByText('92 dari 100 tepat waktu').waitFor()
  await page.getByText('412 permohonan diputus').waitFor()
  await page.getByText('Kurang dari 10 permohonan, jadi tidak diumumkan').waitFor()
  expect(await overflow(page)).toBe(0)
  expect(await accessibilityFaults(page)).toEqual([])
  if (process.env.SCREENSHOTS)
    await page.screenshot({ path: join(process.env.SCREENSHOTS, `compliance ${name}.png`), fullPage: true })
  expect(troubles).toEqual([])
})
