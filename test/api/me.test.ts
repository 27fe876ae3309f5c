import { request as httpRequest } from 'node:http'
import mongoose from 'mongoose'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { regencyOfHosts } from '../../api/regency/regency-of-host.ts'
import { Me } from '../../contracts/me.ts'
import { type ApiHouse, openApiHouse } from './api-house.ts'

let house: ApiHouse
let warga: string
beforeAll(async () => {
  house = await openApiHouse()
  warga = await house.signIn('warga')
})
afterAll(() => house.close())

const change = (body: unknown, token = warga) => house.put('/api/me/profile', { body, token })

describe('the profile', () => {
  it('keeps what is given, empties what is null and leaves the rest', async () => {
    const kept = Me.parse((await change({ phone: '081234567890', village: '35.10.01.2001' })).json)
    expect(kept.profile).toMatchObject({ phone: '081234567890', village: '35.10.01.2001', nik: expect.any(String) })
    const emptied = Me.parse((await change({ phone: null })).json)
    expect(emptied.profile).not.toHaveProperty('phone')
    expect(emptied.profile.village).toBe('35.10.01.2001')
  })

  it.each([
    ['3510135408910001', 'a woman’s, 40 added to the day'],
    ['9471012902000001', 'of any province, born on a leap day'],
  ])('takes the NIK %s: %s', async (nik) => {
    expect((await change({ nik })).status).toBe(200)
  })

  it.each([
    ['351013540891000', 'NIK harus 16 angka seperti tertulis di KTP.'],
    ['3510135408910O01', 'NIK harus 16 angka seperti tertulis di KTP.'],
    ['3510133213910001', /NIK memuat tanggal lahir atau nomor urut yang tidak mungkin/],
    ['3510135408910000', /NIK memuat tanggal lahir atau nomor urut yang tidak mungkin/],
    ['3510133002910001', /NIK memuat tanggal lahir atau nomor urut yang tidak mungkin/],
    ['', 'NIK wajib diisi.'],
  ])('refuses the NIK %s, and says why', async (nik, message) => {
    const { status, problem } = await change({ nik })
    expect(status).toBe(400)
    expect(problem.errors).toHaveLength(1)
    expect(problem.errors?.[0]).toMatchObject({ field: 'nik', message: expect.stringMatching(message) })
  })

  it('refuses a village that does not exist, an unknown field, and strangers', async () => {
    const village = await change({ village: '35.10.99.2001' })
    expect([village.status, village.problem.errors?.[0]?.field]).toEqual([422, 'village'])
    expect((await change({ role: 'admin' })).problem.errors?.[0]).toMatchObject({
      field: 'role',
      code: 'unknown-field',
    })
    expect((await house.put('/api/me/profile', { body: {} })).status).toBe(401)
  })

  it('is each person’s own', async () => {
    await change({ phone: '081111111111' })
    await change({ phone: '082222222222' }, await house.signIn('loket'))
    expect(Me.parse((await house.get('/api/me', { token: warga })).json).profile.phone).toBe('081111111111')
  })
})

describe('the host names the regency', () => {
  const face = (host: string) =>
    new Promise<{ status: number; body: string }>((resolve, reject) => {
      const asked = httpRequest(`${house.url}/api/regency`, { headers: { Host: host } }, (answer) => {
        let body = ''
        answer.setEncoding('utf8').on('data', (part: string) => {
          body += part
        })
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body }))
      })
      asked.on('error', reject).end()
    })

  it('while there is one, every host is its; with two, an unknown host is nobody’s', async () => {
    expect((await face('anything.test')).status).toBe(200)
    const { db } = mongoose.connection
    const first = await db?.collection('regencies').findOne({ regency: 'banyuwangi' })
    await db?.collection('regencies').insertOne({
      ...first,
      _id: new mongoose.Types.ObjectId(),
      regency: 'contoh',
      hosts: ['contoh.test'],
      facts: { ...first?.facts, code: 'contoh', name: 'Contoh' },
    })
    const regencyOf = regencyOfHosts(undefined)
    expect(await regencyOf('contoh.test')).toBe('contoh')
    expect(await regencyOf('anything.test')).toBeNull()
    expect(await regencyOfHosts('banyuwangi')('anything.test')).toBe('banyuwangi')
    await vi.waitFor(async () => expect((await face('anything.test')).status).toBe(404), { timeout: 10_000 })
    expect(JSON.parse((await face('anything.test')).body)).toMatchObject({ code: 'unknown-regency' })
    expect(JSON.parse((await face('contoh.test')).body)).toMatchObject({ name: 'Contoh' })
    expect(JSON.parse((await face('127.0.0.1')).body)).toMatchObject({ code: 'banyuwangi' })
  })
})
