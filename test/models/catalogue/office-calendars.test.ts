import { randomUUID } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { connectMongo, disconnectMongo } from '../../../infra/mongo.ts'
import { migrate } from '../../../migrations/index.ts'
import { flowOf, servicePoints, versionOf } from '../../../models/catalogue/catalogue.ts'
import { loadPack } from '../../../models/catalogue/load-pack.ts'
import { officeCalendarsNow } from '../../../models/catalogue/office-calendars.ts'
import { asPackFile } from '../../../models/catalogue/versions.ts'
import { inRegency } from '../../../models/tenancy.ts'
import { change, withCopy } from '../../catalogue/broken-pack.ts'
import { packDir } from '../../catalogue/fixture.ts'

beforeAll(async () => {
  await connectMongo(inject('mongoUri'), { dbName: `test-${randomUUID()}` })
  await migrate()
})
afterAll(disconnectMongo)

const here = <Result>(work: () => Promise<Result>) => inRegency('banyuwangi', work)
const puskesmas = {
  ...{ code: 'puskesmas', version: 1, extends: 'banyuwangi' },
  name: { id: 'Puskesmas', en: 'Health centres' },
}

/** By which calendar each step of a version is counted. */
async function counted(service: string, version: number) {
  const { term, tracks } = await here(() => flowOf(service, version))
  const steps = tracks.main.flatMap((step) => ('clock' in step ? [[step.code, step.clock.calendar]] : []))
  return { term: term?.calendar, ...Object.fromEntries(steps) }
}

it('an agency that names a calendar gives its services new versions, and theirs alone; the old ones stay what they were', async () => {
  const first = await loadPack(packDir)
  expect(new Set(first.services.map(({ version }) => version))).toEqual(new Set([1]))
  const usual = await counted('sip-bidan', 1)
  expect(new Set(Object.values(usual))).toEqual(new Set(['banyuwangi']))

  await withCopy(async (dir) => {
    await writeFile(join(dir, 'calendars/puskesmas.json'), JSON.stringify(puskesmas))
    await change(dir, 'agencies.json', (json) => {
      for (const agency of json.agencies) if (agency.code === 'dinkes') agency.calendar = 'puskesmas'
    })
    const { services } = await loadPack(dir)
    const changed = services.filter((service) => service.change !== 'unchanged').map(({ code }) => code)
    expect(changed.sort()).toEqual(['sip-bidan', 'slhs'])
    expect((await here(officeCalendarsNow)).offices.get('dinkes')).toBe('puskesmas')
  })
  expect(await counted('sip-bidan', 2)).toEqual({ ...usual, rekomendasi: 'puskesmas' })
  expect(await counted('sip-bidan', 1)).toEqual(usual)

  const file = await here(async () => asPackFile(await versionOf('slhs', 2)))
  expect(file, 'what its offices name is left to them').toEqual(
    JSON.parse(await readFile(`${packDir}/services/slhs.json`, 'utf8')),
  )
})

it('what an agency or a service point no longer names is forgotten', async () => {
  await withCopy(async (dir) => {
    await change(dir, 'service-points.json', (json) => {
      for (const point of json.servicePoints) if (point.code === 'ppp-genteng') delete point.calendar
    })
    await loadPack(dir)
  })
  const { offices, regency } = await here(officeCalendarsNow)
  expect([...offices]).toEqual([['pemdes', 'desa']])
  expect(regency).toBe('banyuwangi')
  const points = new Map((await here(servicePoints)).map((point) => [point.code, point.calendar]))
  expect(points.get('ppp-genteng')).toBeUndefined()
  expect(points.get('ppp-rogojampi')).toBe('mpp')
})
