import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Membership } from '../../models/membership.ts'
import { type CaseApiHouse, openCaseApiHouse, signed } from './case-api-house.ts'

let house: CaseApiHouse
let licence: string
let letter: string

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

beforeAll(async () => {
  house = await openCaseApiHouse()
  licence = `${(await house.file('sip-bidan')).number}:kelengkapan`
  letter = `${(await house.file('sktm')).number}:tanda-tangan`
})
afterAll(() => house.close())

const whoGets = async (status: number, ask: (person: Person) => Promise<{ status: number }>) => {
  const got: Person[] = []
  for (const person of people) if ((await ask(person)).status === status) got.push(person)
  return got
}
const path = (task: string, act = '') => `/api/tasks/${encodeURIComponent(task)}${act}`

describe('a task', () => {
  test('is seen by its agency or village, and not found by others', async () => {
    const see = (task: string) => (person: Person) => house.getAs(person, path(task))
    expect(await whoGets(200, see(licence))).toEqual(['loket', 'verifikator', 'kabid', 'kadis', 'supervisor', 'admin'])
    expect(await whoGets(404, see(licence))).toEqual(['teknis', 'dukcapil', 'disnaker', 'desa', 'kades'])
    expect(await whoGets(403, see(licence))).toEqual(['warga', 'katalog'])
    expect(await whoGets(200, see(letter))).toEqual(['desa', 'kades', 'admin'])
    expect((await house.get(path(licence))).status).toBe(401)
  })

  test('is decided at its own desk alone: an officer of another agency does not even find it', async () => {
    const nothing = (task: string) => (person: Person) => house.postAs(person, path(task, '/decide'), {})
    expect(await whoGets(400, nothing(licence))).toEqual(['verifikator'])
    expect(await whoGets(403, nothing(licence))).toEqual([
      'warga',
      'loket',
      'kabid',
      'kadis',
      'supervisor',
      'katalog',
      'admin',
    ])
    expect(await whoGets(404, nothing(licence))).toEqual(['teknis', 'dukcapil', 'disnaker', 'desa', 'kades'])
    expect(await whoGets(400, nothing(letter))).toEqual(['kades'])
  })

  test('is given on by the supervisor of its agency alone', async () => {
    const assign = (person: Person) => house.postAs(person, path(licence, '/assign'), {})
    expect(await whoGets(400, assign)).toEqual(['supervisor'])
    expect(await whoGets(403, assign)).toEqual(['warga', 'loket', 'verifikator', 'kabid', 'kadis', 'katalog', 'admin'])
    const candidates = (person: Person) => house.getAs(person, path(licence, '/candidates'))
    expect(await whoGets(200, candidates)).toEqual(['supervisor'])
  })

  test('that a colleague holds is told as such (409), not as a lack of authority', async () => {
    const { number } = await house.file('sip-bidan')
    const task = `${number}:kelengkapan`
    const account = ((await house.getAs('katalog', '/api/me')).json as { id: string }).id
    await house.inside(() =>
      Membership.create({ account, role: 'verifier', agency: 'dpmptsp', from: new Date(Date.now() - 1_000) }),
    )
    const fresh = await house.also({})
    const [first, second] = [await house.as('verifikator'), await house.as('katalog')]
    const post = (token: string, act: string, body: object) => fresh.post(path(task, act), { token, body })
    expect((await post(first, '/claim', {})).status).toBe(200)
    const held = { status: 409, problem: { code: 'task-assigned-to-other' } }
    expect(await post(second, '/claim', {})).toMatchObject(held)
    expect(await post(second, '/decide', { decision: 'approve' })).toMatchObject(held)
    const given = await post(await house.as('supervisor'), '/assign', { officer: account })
    expect(given.status, given.text).toBe(200)
    expect(await post(first, '/decide', { decision: 'approve' })).toMatchObject(held)
    expect((await post(second, '/decide', { decision: 'approve' })).status).toBe(200)
    fresh.close()
    await house.inside(() => Membership.updateMany({ account, role: 'verifier' }, { $set: { until: new Date() } }))
  })
})

describe('the draft of a letter', () => {
  test('is its signer’s', async () => {
    const preview = (person: Person) => house.getAs(person, path(letter, '/preview'))
    expect(await whoGets(200, preview)).toEqual(['kades'])
    expect(await whoGets(403, preview)).toEqual(['warga', 'desa', 'katalog', 'admin'])
  })
})

describe('an authority that has ended', () => {
  test('decides and signs nothing any more', async () => {
    const { number } = await house.file('sktm')
    const task = `${number}:tanda-tangan`
    await house.inside(() => Membership.updateMany({ role: 'village-head' }, { $set: { until: new Date() } }))
    const late = await house.also({})
    const answer = await late.post(path(task, '/decide'), { token: await house.as('kades'), body: signed })
    expect(answer.status, answer.text).toBe(403)
    late.close()
    await house.inside(() => Membership.updateMany({ role: 'village-head' }, { $set: { until: null } }))
  })
})
