import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TrayRow } from '../../contracts/tray.ts'
import { type CaseApiHouse, openCaseApiHouse, passphrase } from './case-api-house.ts'
import { toSign, trayHands } from './tray-hands.ts'

let house: CaseApiHouse
let letter: string

const people = ['warga', 'loket', 'verifikator', 'teknis', 'kabid', 'kadis', 'desa', 'kades', 'supervisor', 'admin']

beforeAll(async () => {
  house = await openCaseApiHouse()
  letter = toSign(await house.file('sktm'))
})
afterAll(() => house.close())

describe('the tray', () => {
  test('is a signer’s, and holds what lies at their own desk', async () => {
    const seen = new Map<string, number>()
    for (const name of people) {
      const { status, json } = await house.getAs(name, '/api/tray')
      if (status === 200) seen.set(name, (json as TrayRow[]).length)
      else expect(status, name).toBe(403)
    }
    expect(Object.fromEntries(seen)).toEqual({ kadis: 0, kades: 1 })
    expect((await house.get('/api/tray')).status).toBe(401)
  })

  test('signs nothing of another desk: its signer does not even find it', async () => {
    const body = { tasks: [{ id: letter }], signing: { passphrase } }
    for (const name of people.filter((each) => each !== 'kadis' && each !== 'kades')) {
      expect((await house.postAs(name, '/api/tasks/sign', body)).status, name).toBe(403)
    }
    const { id, rows } = (await house.postAs('kadis', '/api/tasks/sign', body)).json as {
      id: string
      rows: { number: string | null }[]
    }
    expect(rows[0]?.number).toBeNull()
    await expect
      .poll(async () => (await house.getAs('kadis', `/api/jobs/${id}`)).json, { timeout: 20_000 })
      .toMatchObject({ doneAt: expect.any(String), rows: [{ state: 'refused', code: 'not-found', document: null }] })
    expect((await trayHands(house).tray([{ number: letter.split(':')[0] ?? '' }])).length).toBe(1)
    expect((await house.getAs('kades', `/api/jobs/${id}`)).status).toBe(404)
  })
})
