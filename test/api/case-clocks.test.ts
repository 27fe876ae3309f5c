import { afterAll, beforeAll, expect, test } from 'vitest'
import { CaseClocks } from '../../contracts/clock.ts'
import { type CaseApiHouse, openCaseApiHouse } from './case-api-house.ts'

let house: CaseApiHouse
beforeAll(async () => {
  house = await openCaseApiHouse()
})
afterAll(() => house.close())

test('a case tells its clocks and whose its time was to whoever may see it, and to nobody else', async () => {
  const receipt = await house.file('sip-bidan')
  await house.walk(receipt, [['verifikator', 'kelengkapan']])
  const path = `/api/applications/${receipt.id}/clocks`
  const told = CaseClocks.parse((await house.getAs('verifikator', path)).json)
  expect(told.clocks.map(({ id }) => id)).toContain('term')
  expect(told).toMatchObject({ calendar: { code: 'banyuwangi' }, until: null })
  expect(told.holders).toMatchObject([{ kind: 'agency', code: 'dpmptsp', spans: [{ until: null }] }])
  expect(told.from).toBe(told.holders[0]?.spans[0]?.from)
  expect((await house.getAs('warga', path)).status).toBe(200)
  expect((await house.getAs('desa', path)).status).toBe(404)
  expect((await house.get(path)).status).toBe(401)
})
