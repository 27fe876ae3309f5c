import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import type { Catalogue } from '../../../activities/deps.ts'
import { PackError } from '../../../catalogue/pack/problem.ts'
import { connectMongo, disconnectMongo } from '../../../infra/mongo.ts'
import { migrate } from '../../../migrations/index.ts'
import { forgetCatalogue } from '../../../models/catalogue/cache.ts'
import { CalendarVersion } from '../../../models/catalogue/calendar-version.ts'
import {
  calendarOf,
  currentVersion,
  flowOf,
  openServices,
  publishedCatalogue,
  servicePoints,
  versionOf,
} from '../../../models/catalogue/catalogue.ts'
import { ImmutableError } from '../../../models/catalogue/immutable.ts'
import { loadPack } from '../../../models/catalogue/load-pack.ts'
import { regencyHosts } from '../../../models/catalogue/regency.ts'
import { ServiceVersion } from '../../../models/catalogue/service-version.ts'
import { inRegency } from '../../../models/tenancy.ts'
import { change, withCopy } from '../../catalogue/broken-pack.ts'
import { packDir } from '../../catalogue/fixture.ts'

beforeAll(async () => {
  const connection = await connectMongo(inject('mongoUri'), { dbName: `catalogue-${randomUUID().slice(0, 8)}` })
  await migrate()
  return async () => {
    await connection.dropDatabase()
    await disconnectMongo()
  }
})

/** Codes of the pack's services, in order. */
const written = readdirSync(`${packDir}/services`)
  .map((file) => file.replace('.json', ''))
  .sort()

const here = <T>(work: () => Promise<T>) => inRegency('banyuwangi', work)
const versions = () =>
  here(() => ServiceVersion.find().select({ code: 1, version: 1 }).sort({ code: 1, version: 1 }).lean())

describe('loading a pack', () => {
  it('publishes everything at first, and nothing the second time', async () => {
    const first = await loadPack(packDir)
    expect(first).toMatchObject({ regency: 'banyuwangi', unchanged: false })
    expect(first.services).toEqual(written.map((code) => ({ code, version: 1, change: 'new' })))
    const second = await loadPack(packDir)
    expect(second.unchanged).toBe(true)
    expect(second.services.every((service) => service.change === 'unchanged' && service.version === 1)).toBe(true)
    expect(await versions()).toHaveLength(written.length)
  })

  it('gives what was written, to the letter', async () => {
    const { definition, letters, messages } = await here(() => versionOf('sip-bidan', 1))
    expect(definition.form[2]?.fields[3]).toMatchObject({
      name: 'strBerlakuSampai',
      when: 'str-berjangka',
      notBefore: 'today',
    })
    expect(Object.keys(letters)).toEqual(['pencabutan', 'penolakan', 'sip-bidan'])
    expect(messages.deemed?.subject.id).toContain('{{number}}')
    expect(definition.standard.complaints?.id).toContain('SP4N-LAPOR')
    const flow = await here(() => flowOf('sip-bidan', 1))
    expect(flow).toMatchObject({ service: 'sip-bidan', version: 1, tracks: { deemed: [{ kind: 'issue' }, {}, {}] } })
    expect((await here(() => calendarOf('desa'))).version).toBe(1)
  })

  it('makes a changed service its next version; the one before stays as it was', () =>
    withCopy(async (dir) => {
      await loadPack(packDir)
      await change(dir, 'services/sktm.json', (service) => {
        service.term.amount = 20
      })
      const { services } = await loadPack(dir)
      expect(services.filter((service) => service.change !== 'unchanged')).toEqual([
        { code: 'sktm', version: 2, change: 'changed' },
      ])
      expect((await here(() => currentVersion('sktm')))?.version).toBe(2)
      expect((await here(() => versionOf('sktm', 1))).definition.term?.amount).toBe(15)
      expect((await here(() => versionOf('sktm', 2))).definition.term?.amount).toBe(20)
      const back = await loadPack(packDir)
      expect(back.services.find(({ code }) => code === 'sktm')).toEqual({ code: 'sktm', version: 3, change: 'changed' })
    }))

  it('a changed letter or shared message is a new version of the services that use it, and of no other', () =>
    withCopy(async (dir) => {
      await loadPack(packDir)
      await change(dir, 'letters/sktm.json', (letter) => {
        letter.title.en = 'Statement of Small Means'
      })
      const { services } = await loadPack(dir)
      expect(services.filter((service) => service.change === 'changed').map(({ code }) => code)).toEqual(['sktm'])
    }))

  it('loads nothing at all when anything is wrong', () =>
    withCopy(async (dir) => {
      await loadPack(packDir)
      const before = await versions()
      await change(dir, 'services/ak-1.json', (service) => {
        service.term.amount = 3
      })
      await change(dir, 'services/sktm.json', (service) => {
        service.term.calendar = 'kota'
      })
      await expect(loadPack(dir)).rejects.toThrow(PackError)
      await expect(loadPack(dir)).rejects.toThrow(/services\/sktm\.json · service sktm · term\.calendar/)
      expect(await versions()).toEqual(before)
    }))

  it('refuses a calendar that changed under its old version, and takes back what it had begun to write', () =>
    withCopy(async (dir) => {
      await loadPack(packDir)
      const before = await versions()
      await change(dir, 'services/ak-1.json', (service) => {
        service.term.amount = 3
      })
      await change(dir, 'calendars/desa.json', (calendar) => {
        calendar.name.en = 'Offices of villages'
      })
      await expect(loadPack(dir)).rejects.toThrow(
        /calendars\/desa\.json · version\n {2}is 1, but version 1 is in force and says something else/,
      )
      expect(await versions()).toEqual(before)
      await change(dir, 'calendars/desa.json', (calendar) => {
        calendar.version = 2
      })
      expect((await loadPack(dir)).calendars).toContainEqual({ code: 'desa', version: 2, change: 'new' })
      expect((await here(() => calendarOf('desa'))).version).toBe(2)
    }))

  it('closes a service that left the pack, and keeps its versions for the cases it has', () =>
    withCopy(async (dir) => {
      await change(dir, 'calendars/desa.json', (calendar) => {
        calendar.version = 3
      })
      await rm(`${dir}/services/ak-1.json`)
      const { services } = await loadPack(dir)
      expect(services).toContainEqual(expect.objectContaining({ code: 'ak-1', change: 'closed' }))
      expect(await here(() => currentVersion('ak-1'))).toBeNull()
      const open = (await here(openServices)).map(({ definition }) => definition.code)
      expect(open).toEqual(written.filter((code) => code !== 'ak-1'))
      expect((await here(() => versionOf('ak-1', 1))).definition.code).toBe('ak-1')
    }))

  it('two loaders at once leave one story', () =>
    withCopy(async (dir) => {
      await change(dir, 'calendars/desa.json', (calendar) => {
        calendar.version = 4
      })
      const [one, two] = await Promise.all([loadPack(dir), loadPack(dir)])
      const codes = (loaded: typeof one) => loaded.services.map(({ code, version }) => `${code}@${version}`)
      expect(codes(one)).toEqual(codes(two))
      const keys = (await versions()).map(({ code, version }) => `${code}@${version}`)
      expect(new Set(keys).size).toBe(keys.length)
    }))
})

describe('what was published', () => {
  const some = () => ServiceVersion.findOne({ code: 'sktm', version: 1 }).orFail()
  const changes: [string, () => Promise<unknown>][] = [
    ['updateOne', async () => ServiceVersion.updateOne({ code: 'sktm' }, { $set: { version: 9 } })],
    ['updateMany', async () => ServiceVersion.updateMany({}, { $set: { version: 9 } })],
    ['findOneAndUpdate', async () => ServiceVersion.findOneAndUpdate({ code: 'sktm' }, { $set: { version: 9 } })],
    ['findByIdAndUpdate', async () => ServiceVersion.findByIdAndUpdate((await some())._id, { $set: { version: 9 } })],
    ['replaceOne', async () => ServiceVersion.replaceOne({ code: 'sktm' }, { code: 'sktm' })],
    ['findOneAndReplace', async () => ServiceVersion.findOneAndReplace({ code: 'sktm' }, { code: 'sktm' })],
    ['deleteOne', async () => ServiceVersion.deleteOne({ code: 'sktm' })],
    ['deleteMany', async () => ServiceVersion.deleteMany({})],
    ['findOneAndDelete', async () => ServiceVersion.findOneAndDelete({ code: 'sktm' })],
    [
      'bulkWrite',
      async () => ServiceVersion.bulkWrite([{ updateMany: { filter: {}, update: { $set: { version: 9 } } } }]),
    ],
    ['bulkSave', async () => ServiceVersion.bulkSave([(await some()).set('publishedAt', new Date())])],
    ['save', async () => (await some()).set('definition', {}).save()],
    ['document.updateOne', async () => (await some()).updateOne({ $set: { version: 9 } })],
    ['document.deleteOne', async () => (await some()).deleteOne()],
    ['calendars', async () => CalendarVersion.deleteMany({})],
  ]

  it.each(changes)('is not changed by %s', async (_method, attempt) => {
    const before = await here(() => ServiceVersion.find().lean())
    await expect(here(attempt)).rejects.toThrow(ImmutableError)
    expect(await here(() => ServiceVersion.find().lean())).toEqual(before)
  })

  it('has each number once', async () => {
    const { _id: _old, ...copy } = await here(() =>
      ServiceVersion.findOne({ code: 'sktm', version: 1 }).orFail().lean(),
    )
    await expect(here(() => ServiceVersion.insertMany([copy]))).rejects.toMatchObject({ code: 11000 })
  })

  it('answers what activities ask', async () => {
    forgetCatalogue()
    const catalogue: Catalogue = await publishedCatalogue()
    await here(async () => {
      expect(await catalogue.office('dinkes')).toMatchObject({
        short: 'Dinkes',
        place: 'Banyuwangi',
        letterhead: { above: ['PEMERINTAH KABUPATEN BANYUWANGI'] },
      })
      expect(await catalogue.villageOffice('35.10.13.2013')).toMatchObject({
        name: 'Pemerintah Desa Rogojampi',
        head: 'Kepala Desa Rogojampi',
        place: 'Rogojampi',
        letterhead: { above: ['PEMERINTAH KABUPATEN BANYUWANGI', 'KECAMATAN ROGOJAMPI'], name: 'DESA ROGOJAMPI' },
      })
      expect(await catalogue.villageOffice('35.10.16.1002')).toMatchObject({
        head: 'Lurah Sobo',
        letterhead: { name: 'KELURAHAN SOBO' },
      })
      expect(await catalogue.village('35.10.13.2013')).toEqual({
        code: '35.10.13.2013',
        name: 'Desa Rogojampi',
        district: 'Rogojampi',
      })
      expect(await catalogue.regency()).toMatchObject({
        code: 'banyuwangi',
        timeZone: 'Asia/Jakarta',
        utcOffsetMinutes: 420,
      })
      const { definition } = await catalogue.service('sktm', 1)
      const { region, choice } = catalogue.lookups(definition)
      expect(region('35.10.13.2013')).toBe('Desa Rogojampi, Kecamatan Rogojampi')
      expect(choice('answers.pekerjaan', 'petani')).toBe('Petani atau buruh tani')
      expect(choice('answers.pekerjaan', 'raja')).toBeUndefined()
      await expect(catalogue.office('dinkez')).rejects.toThrow(/no agency dinkez/)
      await expect(catalogue.villageOffice('35.09.01.2001')).rejects.toThrow(/no village of 35.10/)
      await expect(catalogue.service('sktm', 99)).rejects.toThrow(/no service sktm version 99/)
      expect((await servicePoints()).map(({ code }) => code)).toContain('mpp-banyuwangi')
    })
    expect((await regencyHosts()).get('localhost')).toBe('banyuwangi')
    await expect(inRegency('lain', () => currentVersion('sktm'))).resolves.toBeNull()
  })
})
