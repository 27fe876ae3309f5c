import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { checkPack } from '../../../catalogue/pack/read-pack.ts'
import { connectMongo, disconnectMongo } from '../../../infra/mongo.ts'
import { migrate } from '../../../migrations/index.ts'
import { calendarsInForce } from '../../../models/catalogue/calendars-in-force.ts'
import { calendarOf } from '../../../models/catalogue/catalogue.ts'
import { loadPack } from '../../../models/catalogue/load-pack.ts'
import { publishCalendar } from '../../../models/catalogue/publish-calendar.ts'
import { inRegency } from '../../../models/tenancy.ts'
import { change, withCopy } from '../../catalogue/broken-pack.ts'

beforeAll(async () => {
  await connectMongo(inject('mongoUri'), { dbName: `test-${randomUUID()}` })
  await migrate()
})
afterAll(disconnectMongo)

const here = <Result>(work: () => Promise<Result>) => inRegency('banyuwangi', work)
const source = 'contoh untuk pengujian'
const layer = (code: string, below: string, more: object = {}) => ({
  ...{ code, version: 1, extends: below },
  name: { id: code, en: code },
  ...more,
})
const write = (dir: string, calendar: { code: string } & Record<string, unknown>) =>
  writeFile(join(dir, `calendars/${calendar.code}.json`), JSON.stringify(calendar))

it('names by file and entry what does not fit the calendar below', () =>
  withCopy(async (dir) => {
    await write(dir, layer('rsud', 'kota'))
    await write(dir, layer('mpp', 'banyuwangi', { worksThrough: [{ date: '2026-03-25', source }] }))
    await write(dir, layer('puskesmas', 'apotek'))
    await write(dir, layer('apotek', 'puskesmas'))
    await write(dir, layer('upt', 'banyuwangi', { closures: [{ date: '2031-01-01', kind: 'local', source }] }))
    const { problems } = await checkPack(dir)
    const told = problems.map(({ file, path, message }) => `${file} · ${path} · ${message}`)
    expect(told).toContainEqual(expect.stringMatching(/rsud\.json · extends · "kota" is no calendar of this pack$/))
    expect(told).toContainEqual(expect.stringMatching(/mpp\.json · worksThrough\[0\] · 2026-03-25 is no closure/))
    expect(told).toContainEqual(expect.stringMatching(/puskesmas\.json · extends · apotek does not stand by itself/))
    expect(told).toContainEqual(expect.stringMatching(/upt\.json · closures\[\w+\]\.name · is missing/))
  }))

it('a change below is a new version of everything that stands on it, and of nothing else', () =>
  withCopy(async (dir) => {
    await write(dir, layer('rsud', 'banyuwangi', { worksThrough: [{ date: '2026-12-24', source }] }))
    await write(dir, layer('igd', 'rsud'))
    expect((await loadPack(dir)).calendars.map(({ code, version }) => `${code} ${version}`).sort()).toEqual([
      'banyuwangi 1',
      'desa 1',
      'igd 1',
      'mpp 1',
      'rsud 1',
    ])
    const published = await here(() =>
      publishCalendar(
        {
          code: 'banyuwangi',
          base: 1,
          change: {
            closures: [{ date: '2026-12-23', kind: 'cuti-bersama', name: { id: 'Cuti', en: 'Leave' }, source }],
            source,
          },
          reason: 'Cuti bersama ditambah',
          source,
        },
        { by: 'editor', key: randomUUID(), asked: 'd' },
      ),
    )
    const versions = ['banyuwangi', 'mpp', 'rsud', 'igd'].map((code) => ({ code, version: 2 }))
    expect(published).toEqual({ versions })
    const inForce = await here(() => calendarsInForce())
    expect(inForce.get('igd')).toMatchObject({ follows: { code: 'rsud', version: 2 }, reason: 'Cuti bersama ditambah' })
    expect(inForce.get('desa')?.version).toBe(1)
    const igd = await here(() => calendarOf('igd', 'fresh'))
    const days = igd.workingDays.map(({ date }) => date)
    expect(days).toContain('2026-12-24')
    expect(days).not.toContain('2026-12-23')
    expect((await loadPack(dir)).calendars).toEqual(
      expect.arrayContaining([
        { code: 'banyuwangi', version: 2, change: 'edited' },
        { code: 'rsud', version: 2, change: 'unchanged' },
      ]),
    )
  }))

it('a pack may change a calendar and what stands on it together; what it leaves alone follows both', () =>
  withCopy(async (dir) => {
    const puskesmas = layer('puskesmas', 'desa', { worksThrough: [{ date: '2026-12-24', source }] })
    await write(dir, puskesmas)
    await write(dir, layer('pustu', 'puskesmas'))
    await loadPack(dir)
    const name = { id: 'Cuti', en: 'Leave' }
    await change(dir, 'calendars/desa.json', (json) => {
      json.version = 2
      json.closures.push({ date: '2026-12-22', kind: 'local', name, source })
      json.closures.sort((one: { date: string }, other: { date: string }) => one.date.localeCompare(other.date))
    })
    const closures = [{ date: '2026-12-21', kind: 'local', name, source }]
    await write(dir, { ...puskesmas, version: 2, closures })
    expect((await loadPack(dir)).calendars).toEqual(
      expect.arrayContaining([
        { code: 'desa', version: 2, change: 'new' },
        { code: 'puskesmas', version: 2, change: 'new' },
        { code: 'pustu', version: 2, change: 'follows' },
      ]),
    )
    const inForce = await here(() => calendarsInForce())
    expect(inForce.get('pustu')).toMatchObject({ version: 2, follows: { code: 'puskesmas', version: 2 } })
    const dates = inForce.get('pustu')?.calendar.closures.map(({ date }) => date)
    expect(dates).toEqual(expect.arrayContaining(['2026-12-21', '2026-12-22']))
    expect(dates).not.toContain('2026-12-24')
    expect((await loadPack(dir)).calendars.every(({ change: what }) => what !== 'new')).toBe(true)
  }))
