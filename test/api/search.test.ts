import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ApplicationRow } from '../../contracts/applications.ts'
import { Audit, brokenAuditLine } from '../../models/audit.ts'
import { type CaseApiHouse, citizen, openCaseApiHouse } from './case-api-house.ts'

let house: CaseApiHouse
let number: string

beforeAll(async () => {
  house = await openCaseApiHouse({ worker: false })
  number = (await house.file('sip-bidan')).number
  await house.file('akta-kelahiran')
})
afterAll(() => house.close())

const search = (name: string, text: string, purpose?: string) =>
  house.postAs(name, '/api/search', { text, ...(purpose ? { purpose } : {}) })
const found = async (name: string, text: string) =>
  ((await search(name, text)).json as ApplicationRow[]).map((row) => row.service)

describe('a search', () => {
  test.each([
    ['a NIK', citizen.nik],
    ['a NIK as it is printed', '351013 540891 0001'],
    ['words of a name, in any order and case', 'ningtyas SRI'],
  ])('finds by %s, within one’s office', async (_, text) => {
    expect(await found('verifikator', text)).toEqual(['sip-bidan'])
    expect(await found('dukcapil', text)).toEqual(['akta-kelahiran'])
    expect(await found('admin', text)).toEqual(['akta-kelahiran', 'sip-bidan'])
    expect(await found('disnaker', text)).toEqual([])
  })

  test('finds by number, and by all of a name or not at all', async () => {
    expect(await found('verifikator', number.toLowerCase())).toEqual(['sip-bidan'])
    expect(await found('verifikator', 'Sri Handayani')).toEqual([])
    expect(await found('verifikator', '3510135408910002')).toEqual([])
  })

  test('shows no NIK in full', async () => {
    const answer = await search('verifikator', citizen.nik)
    expect(answer.text).not.toContain(citizen.nik)
    expect((answer.json as ApplicationRow[])[0]?.applicantNik).toBe('3510**********01')
  })

  test('is kept in the audit chain: by whom, of which kind and for what, never for whom', async () => {
    const before = await house.inside(() => Audit.countDocuments())
    await search('verifikator', citizen.nik, 'Mencari berkas ganda')
    const lines = await house.inside(() => Audit.find().sort({ seq: -1 }).lean())
    expect(lines).toHaveLength(before + 1)
    expect(lines[0]).toMatchObject({
      act: 'search',
      subject: { kind: 'search by nik', id: '1' },
      purpose: 'Mencari berkas ganda',
    })
    expect(JSON.stringify(lines)).not.toContain(citizen.nik)
    expect(await house.inside(() => brokenAuditLine())).toBeNull()
  })

  test('is asked for strictly, and is not for citizens', async () => {
    expect((await search('verifikator', 'ab')).status).toBe(400)
    expect((await house.postAs('verifikator', '/api/search', { text: 'sri', nik: '1' })).status).toBe(400)
    expect((await search('warga', citizen.nik)).status).toBe(403)
  })
})
