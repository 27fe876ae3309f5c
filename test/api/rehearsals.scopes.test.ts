import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { usualBehaviour } from '../../domain/rehearsal.ts'
import { Rehearsal as Rows } from '../../models/rehearsal/rehearsal.ts'
import { inRegency } from '../../models/tenancy.ts'
import { type ApiHouse, openApiHouse } from './api-house.ts'

let house: ApiHouse

beforeAll(async () => {
  house = await openApiHouse()
})
afterAll(() => house.close())

const body = { service: 'ak-1', source: { kind: 'version', version: 1 }, behaviour: usualBehaviour }

test('those who write services ask and read, also a colleague’s; nobody else does', async () => {
  const editor = await house.signIn('katalog')
  const asked = await house.post('/api/rehearsals', { token: editor, body })
  expect(asked.status, asked.text).toBe(202)
  const { id } = asked.json as { id: string }
  const admin = await house.signIn('admin')
  expect((await house.get(`/api/rehearsals/${id}`, { token: admin })).status).toBe(200)
  for (const name of ['warga', 'loket', 'verifikator', 'kadis', 'supervisor', 'desa']) {
    const token = await house.signIn(name)
    expect((await house.post('/api/rehearsals', { token, body })).status, name).toBe(403)
    expect((await house.get('/api/rehearsals?service=ak-1', { token })).status, name).toBe(403)
    expect((await house.get(`/api/rehearsals/${id}`, { token })).status, name).toBe(403)
  }
  expect((await house.post('/api/rehearsals', { body })).status).toBe(401)
  expect((await house.get('/api/rehearsals?service=ak-1')).status).toBe(401)
})

test('another regency’s rehearsal is not found', async () => {
  const token = await house.signIn('katalog')
  const elsewhere = randomUUID()
  const row = { by: 'k', key: randomUUID(), digest: 'x', at: new Date(), service: 'ak-1', files: [], attempts: 0 }
  const source = { kind: 'version', version: 1 } as const
  await inRegency('lain', () =>
    Rows.insertMany([{ ...row, _id: elsewhere, source, behaviour: usualBehaviour, state: 'waiting' }]),
  )
  expect((await house.get(`/api/rehearsals/${elsewhere}`, { token })).status).toBe(404)
  const listed = await house.get('/api/rehearsals?service=ak-1', { token })
  expect(listed.text).not.toContain(elsewhere)
})
