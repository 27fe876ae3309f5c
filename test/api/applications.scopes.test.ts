import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CaseApiHouse, consent, farmer, openCaseApiHouse, village } from './case-api-house.ts'

let house: CaseApiHouse
const cases: Record<'licence' | 'letter' | 'certificate' | 'card', string> = {
  licence: '',
  letter: '',
  certificate: '',
  card: '',
}

const people = [
  'warga',
  'loket',
  'verifikator',
  'teknis',
  'kabid',
  'kadis',
  'dukcapil',
  'disnaker',
  'desa',
  'kades',
  'supervisor',
  'katalog',
  'admin',
] as const
type Person = (typeof people)[number]

/** Nobody filed anything by these paths: they are read, and refused, one person after the other. */
beforeAll(async () => {
  house = await openCaseApiHouse()
  cases.licence = (await house.file('sip-bidan')).id
  cases.letter = (await house.file('sktm')).id
  cases.certificate = (await house.file('akta-kelahiran')).id
  cases.card = (await house.file('ak-1')).id
})
afterAll(() => house.close())

const whoGets = async (status: number, ask: (person: Person) => Promise<{ status: number }>) => {
  const got: Person[] = []
  for (const person of people) if ((await ask(person)).status === status) got.push(person)
  return got
}

describe('a case is read', () => {
  test.each([
    ['licence', ['warga', 'loket', 'verifikator', 'teknis', 'kabid', 'kadis', 'supervisor', 'admin']],
    ['letter', ['desa', 'kades', 'admin']],
    ['certificate', ['warga', 'dukcapil', 'supervisor', 'admin']],
    ['card', ['warga', 'disnaker', 'supervisor', 'admin']],
  ] as const)('%s: by %j, and is not found by anybody else', async (name, readers) => {
    for (const part of ['', '/timeline', '/slip']) {
      const path = `/api/applications/${cases[name]}${part}`
      expect(await whoGets(200, (person) => house.getAs(person, path)), part).toEqual(readers)
      const others = people.filter((person) => !(readers as readonly string[]).includes(person))
      expect(await whoGets(404, (person) => house.getAs(person, path)), part).toEqual(others)
    }
  })

  test('not at all without a session', async () => {
    for (const part of ['', '/timeline', '/slip']) {
      expect((await house.get(`/api/applications/${cases.licence}${part}`)).status).toBe(401)
    }
  })

  test('another citizen finds no other’s case, in no list either', async () => {
    await house.post('/api/auth/sign-up/email', {
      body: { name: 'Orang Lain', email: 'lain@contoh.test', password: 'sandi-orang-lain-1' },
    })
    const signedIn = await house.post('/api/auth/sign-in/email', {
      body: { email: 'lain@contoh.test', password: 'sandi-orang-lain-1' },
    })
    const token = signedIn.headers.get('set-auth-token') ?? ''
    expect(token).not.toBe('')
    expect((await house.get(`/api/applications/${cases.licence}`, { token })).status).toBe(404)
    expect((await house.get('/api/applications', { token })).json).toEqual([])
    const path = `/api/applications/${cases.licence}`
    expect((await house.post(`${path}/withdraw`, { token, body: { reason: 'Iseng saja' } })).status).toBe(404)
    expect((await house.post(`${path}/correct`, { token, body: { answers: {}, documents: [] } })).status).toBe(404)
    const query = new URLSearchParams({ filter: JSON.stringify({ id: [cases.licence] }) })
    expect((await house.get(`/api/applications?${query}`, { token })).json).toEqual([])
  })
})

describe('acts of the applicant', () => {
  const withdrawal = (id: string) => (person: Person) =>
    house.postAs(person, `/api/applications/${id}/withdraw`, { reason: 'x' })

  test('are theirs and their helper’s: readers of the office are refused, others find nothing', async () => {
    expect(await whoGets(400, withdrawal(cases.licence))).toEqual(['warga'])
    expect(await whoGets(403, withdrawal(cases.licence))).toEqual([
      'loket',
      'verifikator',
      'teknis',
      'kabid',
      'kadis',
      'supervisor',
      'admin',
    ])
    expect(await whoGets(400, withdrawal(cases.letter))).toEqual(['desa'])
    expect(await whoGets(403, withdrawal(cases.letter))).toEqual(['kades', 'admin'])
  })

  test('correcting is the same', async () => {
    const correct = (person: Person) => house.postAs(person, `/api/applications/${cases.letter}/correct`, {})
    expect(await whoGets(400, correct)).toEqual(['desa'])
    expect(await whoGets(403, correct)).toEqual(['kades', 'admin'])
  })
})

describe('filing for others', () => {
  test('is a counter’s at its own point, and a village operator’s in the own village', async () => {
    const asVillage = { by: 'desa', channel: 'village', applicant: farmer, proxy: consent }
    const body = await house.ready('sktm', asVillage)
    const refused = (await whoGets(403, (person) => house.postAs(person, '/api/applications', body))).filter(
      (one) => one !== 'desa',
    )
    expect(refused).toEqual(people.filter((person) => person !== 'desa'))
  })

  test('a counter files at its point, with an applicant of any village', async () => {
    const filed = await house.file('sktm', { by: 'loket', channel: 'counter', applicant: { ...farmer, village } })
    expect(await house.read(filed.id)).toMatchObject({ channel: 'counter', servicePoint: 'mpp-banyuwangi', village })
    const elsewhere = await house.ready('sktm', { by: 'loket', channel: 'counter', servicePoint: 'desa-rogojampi' })
    expect((await house.postAs('loket', '/api/applications', elsewhere)).status).toBe(403)
    const seen = await whoGets(200, (person) => house.getAs(person, `/api/applications/${filed.id}`))
    expect(seen).toEqual(['loket', 'desa', 'kades', 'admin'])
  })
})

describe('unmasking', () => {
  const unmask = (id: string) => (person: Person) =>
    house.postAs(person, `/api/applications/${id}/unmask`, { purpose: 'Mencocokkan data' })

  test('is for those who handle the case', async () => {
    expect(await whoGets(200, unmask(cases.certificate))).toEqual(['dukcapil'])
    expect(await whoGets(403, unmask(cases.certificate))).toEqual(['warga', 'supervisor', 'admin'])
    expect(await whoGets(200, unmask(cases.letter))).toEqual(['desa', 'kades'])
  })
})

describe('taking a whole case out of the house', () => {
  const take = (id: string) => (person: Person) =>
    house.postAs(person, `/api/applications/${id}/case-file`, { purpose: 'Permintaan Ombudsman' })

  test('is for who answers for the agency, and the admin', async () => {
    expect(await whoGets(200, take(cases.card))).toEqual(['supervisor', 'admin'])
    expect(await whoGets(403, take(cases.card))).toEqual(['warga', 'disnaker'])
    expect(await whoGets(200, take(cases.letter))).toEqual(['admin'])
    expect(await whoGets(403, take(cases.letter))).toEqual(['desa', 'kades'])
    expect((await house.post(`/api/applications/${cases.card}/case-file`, { body: {} })).status).toBe(401)
  })
})

describe('searching', () => {
  test('is an officer’s', async () => {
    const search = (person: Person) => house.postAs(person, '/api/search', { text: 'rahayu' })
    expect(await whoGets(403, search)).toEqual(['warga', 'katalog'])
  })
})
