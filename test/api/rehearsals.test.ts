import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Rehearsal, Rehearsals } from '../../contracts/rehearsals.ts'
import { usualBehaviour } from '../../domain/rehearsal.ts'
import { versionOf } from '../../models/catalogue/catalogue.ts'
import { Draft, saveDraft } from '../../models/catalogue/draft.ts'
import { endRehearsal, keepRehearsal, takeRehearsal } from '../../models/rehearsal/lease.ts'
import { Rehearsal as Rows } from '../../models/rehearsal/rehearsal.ts'
import { sayGone, sayHere } from '../../models/rehearsal/rehearser-seen.ts'
import { inRegency } from '../../models/tenancy.ts'
import { type ApiHouse, openApiHouse } from './api-house.ts'

let house: ApiHouse
let token: string

beforeAll(async () => {
  house = await openApiHouse()
  token = await house.signIn('katalog')
})
afterAll(() => house.close())
beforeEach(() => inRegency('banyuwangi', () => Rows.deleteMany({})))

const usual = { service: 'sip-bidan', source: { kind: 'version', version: 1 }, behaviour: usualBehaviour }
const ask = (body: object = {}, key: string = randomUUID()) =>
  house.post('/api/rehearsals', { token, key, body: { ...usual, ...body } })
const asked = async (body: object = {}) => {
  const answer = await ask(body)
  expect(answer.status, answer.text).toBe(202)
  return Rehearsal.parse(answer.json)
}
const read = async (id: string) => Rehearsal.parse((await house.get(`/api/rehearsals/${id}`, { token })).json)
const list = async () => Rehearsals.parse((await house.get('/api/rehearsals?service=sip-bidan', { token })).json)

describe('a rehearsal', () => {
  test('is accepted at once and waits; the same key is the same rehearsal, another body under it is refused', async () => {
    const key = randomUUID()
    const first = await ask({ day: '2027-03-01' }, key)
    expect(first).toMatchObject({ status: 202, json: { state: 'waiting', day: '2027-03-01', story: null } })
    expect(first.headers.get('location')).toBe(`/api/rehearsals/${(first.json as { id: string }).id}`)
    expect((await ask({ day: '2027-03-01' }, key)).json).toEqual(first.json)
    expect(await ask({}, key)).toMatchObject({ status: 422, problem: { code: 'idempotency-key-reused' } })
    expect((await list()).rehearsals).toMatchObject([{ state: 'waiting', by: { name: expect.any(String) } }])
    const [row] = await inRegency('banyuwangi', () => Rows.find().lean())
    const names = ['services/sip-bidan', 'calendars/banyuwangi', 'calendars/desa', 'calendars/mpp']
    expect(row?.files.map(({ path }) => path)).toEqual(names.map((name) => `${name}.json`))
  })

  test('is refused with its field named before anybody waits for it', async () => {
    const refused = async (body: object) => {
      const { status, problem } = await ask(body)
      return `${status} ${problem.code} ${(problem.errors ?? []).map(({ field }) => field).join()}`
    }
    expect(await refused({ service: 'tiada' })).toBe('404 not-found ')
    expect(await refused({ source: { kind: 'version', version: 9 } })).toBe('422 invalid-fields source.version')
    expect(await refused({ source: { kind: 'draft', revision: 3 } })).toBe('409 draft-changed ')
    expect(await refused({ day: '2026-01-05' })).toBe('422 invalid-fields day')
    expect(await refused({ day: '2031-01-06' })).toBe('422 invalid-fields day')
    expect(await refused({ day: '5 Maret' })).toBe('400 invalid-fields day')
    expect(await refused({ behaviour: { ...usualBehaviour, officers: 'lazy' } })).toContain(
      '400 invalid-fields behaviour',
    )
    expect(await refused({ colour: 'red' })).toContain('400 invalid-fields')
    const english = await house.post('/api/rehearsals', {
      token,
      body: { ...usual, day: '2026-01-05' },
      language: 'en',
    })
    expect(english.problem.errors?.[0]?.message).toBe('A rehearsal only goes forward: choose a day after today.')
    expect((await list()).rehearsals).toEqual([])
  })

  test('of a draft is of the revision that was read, and of one in which nothing is wrong', async () => {
    await inRegency('banyuwangi', async () => {
      const { definition } = await versionOf('sktm', 1)
      await saveDraft({ code: 'sktm', revision: 0, base: 1, definition: { ...definition, agency: 'x' }, by: 'k' })
    })
    const draft = (revision: number) => ask({ service: 'sktm', source: { kind: 'draft', revision } })
    expect(await draft(2)).toMatchObject({ status: 409, problem: { code: 'draft-changed' } })
    const wrong = await draft(1)
    expect(wrong).toMatchObject({ status: 422, problem: { code: 'draft-wrong' } })
    expect(wrong.problem.errors?.[0]?.field).toBe('definition.agency')
    await inRegency('banyuwangi', async () => {
      const { definition } = await versionOf('sktm', 1)
      const name = { id: 'SKTM baru', en: 'New' }
      await saveDraft({ code: 'sktm', revision: 1, base: 1, definition: { ...definition, name }, by: 'k' })
    })
    expect((await draft(2)).status).toBe(202)
    const [row] = await inRegency('banyuwangi', () => Rows.find({ service: 'sktm' }).lean())
    expect(row?.files[0]?.text).toContain('SKTM baru')
    await inRegency('banyuwangi', () => Draft.deleteMany({}))
  })

  test('waits among a few; a sixth is told to come back', async () => {
    for (let each = 0; each < 5; each += 1) await asked()
    expect(await ask()).toMatchObject({ status: 409, problem: { code: 'rehearsals-full' } })
  })

  test('is played one at a time in a regency, and tells how far it is', async () => {
    const [first, second] = [await asked(), await asked()]
    const taken = await takeRehearsal('one')
    expect(taken?._id).toBe(first.id)
    expect(await takeRehearsal('two')).toBeNull()
    expect(await read(first.id)).toMatchObject({ state: 'running', playedUntil: null })
    const until = new Date('2027-03-04T01:00:00Z')
    expect(await keepRehearsal({ _id: first.id }, 'two', until)).toBe(false)
    expect(await keepRehearsal({ _id: first.id }, 'one', until)).toBe(true)
    expect(await read(first.id)).toMatchObject({ state: 'running', playedUntil: until.toISOString() })
    const failure = { code: 'refused', message: { id: 'Tidak bisa', en: 'Cannot' } }
    await endRehearsal({ _id: first.id }, 'one', { state: 'failed', failure })
    expect(await read(first.id)).toMatchObject({ state: 'failed', failure, endedAt: expect.any(String) })
    const [kept] = await inRegency('banyuwangi', () => Rows.find({ _id: first.id }).lean())
    expect(kept?.files).toEqual([])
    expect((await takeRehearsal('two'))?._id).toBe(second.id)
  })

  test('whose player fell silent waits again at once, is taken up once more, and is given up the second time', async () => {
    const { id } = await asked()
    const fallSilent = () =>
      inRegency('banyuwangi', () => Rows.updateOne({ _id: id }, { $set: { 'lease.until': new Date(Date.now() - 1) } }))
    await takeRehearsal('one')
    await fallSilent()
    expect(await read(id)).toMatchObject({ state: 'waiting' })
    expect((await takeRehearsal('two'))?._id).toBe(id)
    expect(await keepRehearsal({ _id: id }, 'one', null)).toBe(false)
    await fallSilent()
    expect(await takeRehearsal('three')).toBeNull()
    expect(await read(id)).toMatchObject({ state: 'failed', failure: { code: 'rehearser-died' } })
  })

  test('tells whether anybody plays here, and days before a long holiday', async () => {
    expect((await list()).rehearser).toEqual({ here: false, seenAt: null })
    await sayHere('one')
    expect((await list()).rehearser).toMatchObject({ here: true, seenAt: expect.any(String) })
    await sayGone('one')
    expect((await list()).rehearser.here).toBe(false)
    const { holidays } = await list()
    expect(holidays).toContainEqual({
      day: '2027-03-03',
      from: '2027-03-06',
      name: { id: 'Hari Raya Idul Fitri', en: 'Eid al-Fitr' },
    })
  })
})
