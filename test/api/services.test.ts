import { readdirSync } from 'node:fs'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Regency } from '../../contracts/me.ts'
import { Regency as RegencySchema } from '../../contracts/me.ts'
import { ServiceDetail, ServiceSummary } from '../../contracts/services.ts'
import { type ApiHouse, openApiHouse } from './api-house.ts'

/** Codes of the pack's services, in order. */
const written = readdirSync(new URL('../../packs/banyuwangi/services/', import.meta.url))
  .map((file) => file.replace('.json', ''))
  .sort()

let house: ApiHouse
beforeAll(async () => {
  house = await openApiHouse({ people: false })
})
afterAll(() => house.close())

const detail = async (code: string, language = 'id') =>
  ServiceDetail.parse((await house.get(`/api/services/${code}`, { language })).json)
const codes = async (query: string) =>
  ((await house.get(`/api/services${query}`)).json as ServiceSummary[]).map(({ code }) => code)

describe('the catalogue', () => {
  it('is open to anybody, whole without a range, as the contract says', async () => {
    const answer = await house.get('/api/services')
    const rows = ServiceSummary.array().parse(answer.json)
    expect(rows.map(({ code }) => code).sort()).toEqual(written)
    expect(answer.headers.get('content-range')).toBe(`services 0-${written.length - 1}/${written.length}`)
    const licence = rows.find(({ code }) => code === 'sip-bidan')
    expect(licence).toMatchObject({
      issuer: 'own',
      agency: { code: 'dpmptsp' },
      term: { unit: 'working-days', amount: 5, startsOn: 'complete', deemed: true },
      fee: 0,
    })
  })

  it('speaks react-admin’s dialect', async () => {
    expect(await codes(`?filter=${encodeURIComponent('{"q":"bidan"}')}`)).toEqual(['sip-bidan'])
    expect(await codes(`?filter=${encodeURIComponent('{"id":["sktm","ak-1"]}')}&sort=["code","DESC"]`)).toEqual([
      'sktm',
      'ak-1',
    ])
    const page = await house.get('/api/services?sort=["code","ASC"]&range=[1,2]')
    expect((page.json as ServiceSummary[]).map(({ code }) => code)).toEqual(written.slice(1, 3))
    expect(page.headers.get('content-range')).toBe(`services 1-2/${written.length}`)
  })

  it.each([
    ['sort=["owner","ASC"]', 'invalid-sort'],
    ['sort=name', 'invalid-sort'],
    ['range=[5,1]', 'invalid-range'],
    ['range=[9990,10000]', 'invalid-range'],
    ['range=[0,5000]', 'invalid-range'],
    ['filter={', 'invalid-filter'],
    ['page=2', 'invalid-parameter'],
    ['filter={"$where":"1"}', 'invalid-fields'],
  ])('refuses ?%s', async (query, code) => {
    const [name, value] = query.split(/=(.*)/s)
    const answer = await house.get(`/api/services?${name}=${encodeURIComponent(value ?? '')}`)
    expect([answer.status, answer.problem.code]).toEqual([400, code])
    expect(answer.problem.detail).toMatch(
      name === 'filter' && code === 'invalid-fields' ? /tidak dikenal/ : String(name),
    )
  })
})

describe('a service', () => {
  it.each(['sip-bidan', 'sktm', 'ak-1', 'akta-kelahiran'])(
    '%s tells all fourteen components of its standard',
    async (code) => {
      const service = await detail(code)
      expect(service.standard.map((part) => part.code)).toHaveLength(14)
      expect(service.steps.every((step) => step.desk === null || step.desk.office.length > 3)).toBe(true)
      expect(service.legalBasis.length).toBeGreaterThan(0)
    },
  )

  it('has its form’s titles in the language asked for, under form.schema', async () => {
    const [id, en] = [await detail('akta-kelahiran', 'id'), await detail('akta-kelahiran', 'en')]
    expect(JSON.stringify(id.form.schema)).not.toBe(JSON.stringify(en.form.schema))
    expect(id.form.schema).toMatchObject({ type: 'object', $schema: expect.stringContaining('2020-12') })
    const paged = id.form.pages.flatMap(({ fields }) => fields)
    expect(paged).toEqual(expect.arrayContaining(Object.keys(Object(id.form.schema.properties))))
  })

  it('serves the validator as a module that needs no eval, for ever the same', async () => {
    const { form } = await detail('sktm')
    const answer = await house.get(form.validator)
    expect(answer.headers.get('content-type')).toMatch(/^text\/javascript/)
    expect(answer.headers.get('cache-control')).toContain('immutable')
    expect(answer.text).not.toMatch(/\beval\(|new Function/)
    const file = join(await mkdtemp(join(tmpdir(), 'lontar-validator-')), 'validator.mjs')
    await writeFile(file, answer.text)
    const validator: { default: Record<string, (answers: unknown) => boolean> } = await import(pathToFileURL(file).href)
    const check = validator.default[String(form.schema.$id)]
    expect(check?.({ unknown: 1 })).toBe(false)
  })

  it('unknown, or of no such version or language, is 404', async () => {
    for (const path of ['nothing', 'sktm/versions/99/validator.id.js', 'sktm/versions/1/validator.fr.js']) {
      expect((await house.get(`/api/services/${path}`)).status, path).toBe(404)
    }
  })
})

describe('the regency', () => {
  it('shows its face, its crest and its service points', async () => {
    const regency: Regency = RegencySchema.parse((await house.get('/api/regency')).json)
    expect(regency).toMatchObject({ code: 'banyuwangi', region: '35.10', demo: true, utcOffsetMinutes: 420 })
    const crest = await house.get(regency.crest)
    expect(crest.headers.get('content-type')).toMatch(/svg/)
    expect(crest.headers.get('content-security-policy')).toContain('sandbox')
    expect(crest.text).toContain('<svg')
  })

  it('tells a fortnight of opening days by each calendar that a service point names, from today on', async () => {
    const { servicePoints, openings }: Regency = RegencySchema.parse((await house.get('/api/regency')).json)
    const named = new Map(servicePoints.map(({ code, calendar }) => [code, calendar]))
    expect(named.get('ppp-genteng')).toBe('mpp')
    expect(named.get('desa-kemiren')).toBe('desa')
    expect(openings.map(({ calendar }) => calendar).sort()).toEqual(['desa', 'mpp'])
    const saturdays = openings.map(({ calendar, days }) => {
      const saturday = days.find(({ date, closed }) => new Date(date).getUTCDay() === 6 && !closed)
      return [calendar, saturday?.hours.length]
    })
    expect(new Map(saturdays as [string, number][]).get('desa')).toBe(0)
    expect(new Map(saturdays as [string, number][]).get('mpp')).toBe(1)
    const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)
    for (const { days } of openings) {
      expect(days).toHaveLength(14)
      expect(days[0]?.date).toBe(today)
    }
  })
})

describe('regions', () => {
  it('are listed level by level and named with their district', async () => {
    const below = (await house.get('/api/regions?parent=35.10')).json as { code: string; name: string }[]
    expect(below).toHaveLength(25)
    expect((await house.get('/api/regions')).json).toContainEqual({ code: '35', name: expect.stringMatching(/timur/i) })
    expect((await house.get('/api/regions/35.10.13.2013')).json).toMatchObject({ name: expect.stringContaining(', ') })
    expect((await house.get('/api/regions?parent=x')).status).toBe(400)
    expect((await house.get('/api/regions/99.99')).status).toBe(404)
  })
})
