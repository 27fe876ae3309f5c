import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { DraftCheck, ServiceDraft, ServiceVersionDetail, ServiceVersionRow } from '../../contracts/service-drafts.ts'
import type { ServiceDetail } from '../../contracts/services.ts'
import { plainDay } from '../../domain/indonesian-time.ts'
import { Audit, brokenAuditLine } from '../../models/audit.ts'
import { loadPack } from '../../models/catalogue/load-pack.ts'
import { change, withCopy } from '../catalogue/broken-pack.ts'
import { packDir } from '../catalogue/fixture.ts'
import { type CaseApiHouse, openCaseApiHouse } from './case-api-house.ts'

let house: CaseApiHouse

beforeAll(async () => {
  house = await openCaseApiHouse()
})
afterAll(() => house.close())

const path = (code: string, what: string) => `/api/services/${code}/${what}`
const readDraft = async (code: string) => ServiceDraft.parse((await house.getAs('katalog', path(code, 'draft'))).json)
const versions = async (code: string) =>
  ServiceVersionRow.array().parse((await house.getAs('katalog', path(code, 'versions'))).json)

async function send(name: string, method: 'PUT' | 'DELETE', to: string, body?: object) {
  const headers = { Authorization: `Bearer ${await house.as(name)}`, 'Content-Type': 'application/json' }
  const response = await fetch(`${house.url}${to}`, {
    method,
    headers,
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  const text = await response.text()
  const json: unknown = text ? JSON.parse(text) : null
  return { status: response.status, json, code: (json as { code?: string } | null)?.code }
}
const save = (code: string, body: object, name = 'katalog') => send(name, 'PUT', path(code, 'draft'), body)
const publish = (code: string, revision: number, key: string = randomUUID(), more: object = {}) =>
  house.postAs('katalog', path(code, 'publish'), { revision, ...more }, { key })
const day = (days: number) => plainDay(Date.now() + days * 86_400_000, 420)

const renamed = (definition: Record<string, unknown>, name: string) => ({
  ...definition,
  name: { id: name, en: `${name} (en)` },
})

describe('a draft', () => {
  test('begins from the version in force, and of two editors the second is told', async () => {
    const first = await readDraft('sktm')
    expect(first).toMatchObject({ code: 'sktm', base: 1, revision: 0, by: null })
    const definition = renamed(first.definition, 'Surat Keterangan Tidak Mampu Baru')
    const saved = await save('sktm', { revision: 0, definition })
    expect(saved).toMatchObject({ status: 200, json: { revision: 1, by: { name: expect.any(String) } } })
    const other = await save('sktm', { revision: 0, definition }, 'admin')
    expect(other).toMatchObject({ status: 409, code: 'draft-changed' })
    expect((await save('sktm', { revision: 1, definition }, 'admin')).json).toMatchObject({ revision: 2 })
    expect(await save('sktm', { revision: 1, definition })).toMatchObject({ status: 409, code: 'draft-changed' })
    expect(await publish('sktm', 1)).toMatchObject({ status: 409, problem: { code: 'draft-changed' } })
    const stale = await send('katalog', 'DELETE', `${path('sktm', 'draft')}?revision=1`)
    expect(stale).toMatchObject({ status: 409, code: 'draft-changed' })
    expect((await send('katalog', 'DELETE', `${path('sktm', 'draft')}?revision=2`)).status).toBe(204)
    expect((await send('katalog', 'DELETE', `${path('sktm', 'draft')}?revision=2`)).status).toBe(204)
    expect(await save('sktm', { revision: 2, definition })).toMatchObject({ status: 409, code: 'draft-changed' })
    expect(await readDraft('sktm')).toMatchObject({ revision: 0 })
  })

  test('may be wrong while it is written, and is published only when nothing is: all problems at once', async () => {
    const { definition } = await readDraft('ak-1')
    const wrong = { ...definition, agency: 'tiada', warna: 'merah', code: 'ak-2' }
    await save('ak-1', { revision: 0, definition: wrong })
    const check = DraftCheck.parse((await house.postAs('katalog', path('ak-1', 'draft/check'), {})).json)
    const places = check.problems.map((problem) => problem.path)
    expect(places).toEqual(expect.arrayContaining(['agency', 'code']))
    expect(JSON.stringify(check.problems)).toContain('warna')
    expect(check.problems).toContainEqual({
      path: 'agency',
      message: '"tiada" bukan instansi kabupaten ini',
      mend: expect.stringMatching(/^yang ada: /),
    })
    const english = await house.postAs('katalog', path('ak-1', 'draft/check'), {}, { language: 'en' })
    expect(JSON.stringify(english.json)).toContain('is no agency of this pack')
    const refused = await publish('ak-1', 1)
    expect(refused).toMatchObject({ status: 422, problem: { code: 'draft-wrong' } })
    expect(refused.problem.errors).toHaveLength(check.problems.length)
    expect(await versions('ak-1')).toHaveLength(1)
    expect(await readDraft('ak-1')).toMatchObject({ revision: 1 })
    await save('ak-1', { revision: 1, definition })
    expect(await publish('ak-1', 2)).toMatchObject({ status: 409, problem: { code: 'nothing-new' } })
    await send('katalog', 'DELETE', path('ak-1', 'draft'))
  })

  test('is edited by editors and admins alone', async () => {
    for (const name of ['warga', 'verifikator', 'kadis', 'supervisor']) {
      expect((await house.getAs(name, path('sktm', 'draft'))).status, name).toBe(403)
      expect((await house.getAs(name, path('sktm', 'versions'))).status, name).toBe(403)
      expect((await house.getAs(name, path('sktm', 'versions/1'))).status, name).toBe(403)
      expect((await house.getAs(name, path('sktm', 'versions/1/file'))).status, name).toBe(403)
      expect((await send(name, 'DELETE', path('sktm', 'draft'))).status, name).toBe(403)
      expect((await house.postAs(name, path('sktm', 'draft/check'), {})).status, name).toBe(403)
      expect((await save('sktm', { revision: 0, definition: {} }, name)).status, name).toBe(403)
      expect((await house.postAs(name, path('sktm', 'publish'), { revision: 1 })).status, name).toBe(403)
    }
    expect((await house.get(path('sktm', 'draft'))).status).toBe(401)
    expect((await house.getAs('katalog', path('tiada', 'draft'))).status).toBe(404)
  })
})

describe('publishing', () => {
  test('makes the next version: new applications take it, open cases stay on theirs, and a pack does not undo it', async () => {
    const before = await house.file('sip-bidan')
    const { definition } = await readDraft('sip-bidan')
    await save('sip-bidan', { revision: 0, definition: renamed(definition, 'Izin Praktik Bidan Baru') })
    const key = randomUUID()
    const published = await publish('sip-bidan', 1, key)
    expect(published.status, published.text).toBe(201)
    expect(published.json).toMatchObject([
      { version: 2, current: true, openCases: 0, by: { name: expect.any(String) } },
      { version: 1, current: false, openCases: 1, by: null },
    ])
    expect((await publish('sip-bidan', 1, key)).json).toEqual(published.json)
    expect(await publish('sip-bidan', 1, key, { note: 'Lain' })).toMatchObject({
      status: 422,
      problem: { code: 'idempotency-key-reused' },
    })
    expect(await readDraft('sip-bidan')).toMatchObject({ base: 2, revision: 0 })

    const shown = (await house.get('/api/services/sip-bidan')).json as ServiceDetail
    expect(shown).toMatchObject({ version: 2, name: { id: 'Izin Praktik Bidan Baru' } })
    const after = await house.file('sip-bidan')
    expect(await house.read(after.id)).toMatchObject({ serviceVersion: 2 })
    await house.walk(before, [['verifikator', 'kelengkapan']])
    expect(await house.read(before.id)).toMatchObject({ serviceVersion: 1, waiting: { step: 'verifikasi' } })
    expect((await house.detail('warga', before.id)).serviceName.id).not.toBe('Izin Praktik Bidan Baru')

    const lines = await house.inside(() => Audit.find({ act: 'publish' }).lean())
    expect(lines).toMatchObject([{ subject: { kind: 'service-version', id: expect.stringMatching(/^sip-bidan\/2 /) } }])
    expect(await house.inside(brokenAuditLine)).toBeNull()

    const again = await loadPack(packDir)
    expect(again.services).toContainEqual({ code: 'sip-bidan', version: 2, change: 'edited' })
    await withCopy(async (dir) => {
      await change(dir, 'services/sip-bidan.json', (json) => {
        json.name.en = 'Midwife licence, as the pack has it now'
      })
      await expect(loadPack(dir)).rejects.toThrow('--force sip-bidan')
      expect((await versions('sip-bidan'))[0]).toMatchObject({ version: 2, current: true })
      const forced = await loadPack(dir, { force: ['sip-bidan'] })
      expect(forced.services).toContainEqual({ code: 'sip-bidan', version: 3, change: 'changed' })
    })
  })

  test('from a day still to come: until then new applications take the version before', async () => {
    const { definition } = await readDraft('pbg')
    const shorter = { ...definition, term: { ...(definition.term as object), amount: 14 } }
    await save('pbg', { revision: 0, definition: shorter })
    const refused = await publish('pbg', 1, randomUUID(), { effectiveFrom: day(-1) })
    expect(refused).toMatchObject({ status: 422, problem: { errors: [{ field: 'effectiveFrom', code: 'past' }] } })
    const far = await publish('pbg', 1, randomUUID(), { effectiveFrom: day(400) })
    expect(far).toMatchObject({ status: 422, problem: { errors: [{ field: 'effectiveFrom', code: 'far' }] } })
    const why = { note: 'Perbup baru tentang jangka waktu', effectiveFrom: day(2) }
    const key = randomUUID()
    const [published, again] = await Promise.all([publish('pbg', 1, key, why), publish('pbg', 1, key, why)])
    expect(again.json, again.text).toEqual(published.json)
    expect(published.json, published.text).toMatchObject([
      { version: 2, current: false, ...why },
      { version: 1, current: true, note: null, effectiveFrom: null },
    ])
    expect(await readDraft('pbg')).toMatchObject({ base: 2, definition: { term: { amount: 14 } } })
    const today = await house.file('pbg')
    expect(await house.read(today.id)).toMatchObject({ serviceVersion: 1 })
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 2 * 86_400_000 })
    try {
      const then = await house.file('pbg')
      expect(await house.read(then.id)).toMatchObject({ serviceVersion: 2 })
      expect((await house.get('/api/services/pbg')).json).toMatchObject({ version: 2, term: { amount: 14 } })
      expect(await versions('pbg')).toMatchObject([{ current: true }, { current: false }])
      expect(await house.read(today.id)).toMatchObject({ serviceVersion: 1 })
    } finally {
      vi.useRealTimers()
    }
  })

  test('leaves every version to be looked at, and taken away as the pack would hold it', async () => {
    const answer = await house.getAs('katalog', path('slhs', 'versions/1'))
    const shown = ServiceVersionDetail.parse(answer.json)
    expect(shown).toMatchObject({ version: 1, by: null, shown: { code: 'slhs', version: 1 } })
    expect(Object.keys(shown.definition.standard as object).length).toBeGreaterThan(3)
    const file = await house.getAs('katalog', path('slhs', 'versions/1/file'))
    expect(file.text).toBe(`${JSON.stringify(file.json, null, 2)}\n`)
    await withCopy(async (dir) => {
      await change(dir, 'services/slhs.json', { text: file.text })
      const loaded = await loadPack(dir, { force: ['sip-bidan', 'pbg'] })
      expect(loaded.services).toContainEqual({ code: 'slhs', version: 1, change: 'unchanged' })
    })
    expect(file.json).toEqual(JSON.parse(await readFile(`${packDir}/services/slhs.json`, 'utf8')))
    expect((await house.getAs('katalog', path('slhs', 'versions/9'))).status).toBe(404)
    expect((await house.getAs('katalog', path('slhs', 'versions/x'))).status).toBe(404)
  })

  test('is refused when another version came into force since the draft began', async () => {
    const { definition, base } = await readDraft('keberatan')
    await save('keberatan', { revision: 0, definition: renamed(definition, 'Keberatan Baru') })
    await withCopy(async (dir) => {
      await change(dir, 'services/keberatan.json', (json) => {
        json.name.en = 'Objection, as the pack has it now'
      })
      await loadPack(dir, { force: ['sip-bidan', 'pbg'] })
    })
    expect((await versions('keberatan'))[0]).toMatchObject({ version: base + 1, current: true })
    expect(await publish('keberatan', 1)).toMatchObject({ status: 409, problem: { code: 'base-changed' } })
    expect(await readDraft('keberatan')).toMatchObject({ revision: 1, base })
  })
})
