import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TimelineEntry } from '../../contracts/applications.ts'
import { CalendarDetail, CalendarPreview, CalendarSummary } from '../../contracts/calendars.ts'
import type { TrackedApplication } from '../../contracts/track.ts'
import { Audit, brokenAuditLine } from '../../models/audit.ts'
import { loadPack } from '../../models/catalogue/load-pack.ts'
import { change, withCopy } from '../catalogue/broken-pack.ts'
import { packDir } from '../catalogue/fixture.ts'
import { profiled } from '../models/profiled.ts'
import { type CaseApiHouse, openCaseApiHouse } from './case-api-house.ts'

let house: CaseApiHouse
beforeAll(async () => {
  house = await openCaseApiHouse()
})
afterAll(() => house.close())

const read = async (code: string) => CalendarDetail.parse((await house.getAs('katalog', `/api/calendars/${code}`)).json)

/** The next weekday some days ahead that is no closure yet. */
async function freeDay(code: string, ahead = 1): Promise<string> {
  const { closures } = await read(code)
  for (let day = Date.now() + ahead * 86_400_000; ; day += 86_400_000) {
    const date = new Date(day).toISOString().slice(0, 10)
    const isWeekend = [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay())
    if (!isWeekend && !closures.some((closure) => closure.date === date)) return date
  }
}
const reason = 'Cuti bersama ditambah'
const source = 'SKB 3 Menteri nomor 5 tanggal 28 November 2026'
const announcement = (version: number, date: string, more: object = {}) => ({
  version,
  closures: [{ date, kind: 'cuti-bersama', name: { id: 'Cuti bersama', en: 'Joint leave' } }],
  reason,
  source,
  ...more,
})
const post = (what: string, body: object, more: { key?: string; name?: string; code?: string } = {}) =>
  house.postAs(more.name ?? 'katalog', `/api/calendars/${more.code ?? 'banyuwangi'}/${what}`, body, more)

test('calendars are read by whoever is signed in, and changed by editors and admins alone', async () => {
  const list = (await house.getAs('warga', '/api/calendars')).json
  expect(
    CalendarSummary.array()
      .parse(list)
      .map(({ code }) => code),
  ).toEqual(expect.arrayContaining(['banyuwangi', 'desa']))
  expect((await house.get('/api/calendars')).status).toBe(401)
  const { version } = await read('banyuwangi')
  for (const name of ['warga', 'verifikator', 'kadis', 'supervisor', 'loket', 'desa']) {
    expect((await post('preview', announcement(version, '2026-12-30'), { name })).status, name).toBe(403)
    expect((await post('changes', announcement(version, '2026-12-30'), { name })).status, name).toBe(403)
  }
  expect((await house.getAs('katalog', '/api/calendars/tiada')).status).toBe(404)
})

test('each says who goes by it: offices, service points, and services with the clocks it counts', async () => {
  const village = await read('desa')
  expect(village.usedBy).toMatchObject({
    regency: false,
    offices: [{ code: 'pemdes', name: 'Pemerintah Desa dan Kelurahan' }],
  })
  expect(village.usedBy.servicePoints.map(({ code }) => code)).toContain('kios-genteng-wetan')
  expect(village.usedBy.services).toEqual([
    expect.objectContaining({ code: 'nib-perorangan', clocks: 1, offices: ['Pemerintah Desa dan Kelurahan'] }),
    expect.objectContaining({ code: 'sktm', clocks: 3 }),
  ])
  const regency = await read('banyuwangi')
  expect(regency.usedBy).toMatchObject({ regency: true, offices: [], servicePoints: [] })
  expect(regency.usedBy.services.map(({ code }) => code)).not.toContain('sktm')
  const mall = await read('mpp')
  expect(mall).toMatchObject({ extends: 'banyuwangi', openCases: 0, usedBy: { regency: false, services: [] } })
  expect(mall.usedBy.servicePoints.map(({ code }) => code)).toEqual(['mpp-banyuwangi', 'ppp-genteng', 'ppp-rogojampi'])
})

describe('a change', () => {
  test('is shown before it is published, moves every open case at once, and says why on each timeline', async () => {
    const receipt = await house.file('sip-bidan')
    await house.walk(receipt, [['verifikator', 'kelengkapan']])
    const before = await house.read(receipt.id)
    const { version } = await read('banyuwangi')
    const date = await freeDay('banyuwangi')
    const body = announcement(version, date)

    const preview = CalendarPreview.parse((await post('preview', body)).json)
    expect(preview).toMatchObject({ moved: 1, stuck: 0 })
    expect(preview.versions).toContainEqual({ code: 'banyuwangi', version: version + 1 })
    expect(preview.sample).toContainEqual(
      expect.objectContaining({ number: receipt.number, clock: 'term', was: before.dueAt?.toISOString() }),
    )
    expect((await read('banyuwangi')).version).toBe(version)

    const key = randomUUID()
    const published = await post('changes', body, { key })
    expect(published.status, published.text).toBe(201)
    const detail = CalendarDetail.parse(published.json)
    expect(detail.versions[0]).toMatchObject({ version: version + 1, reason, source, by: { name: expect.any(String) } })
    expect(detail.closures).toContainEqual(expect.objectContaining({ date, source }))
    expect((await post('changes', body, { key })).status).toBe(201)
    expect((await read('banyuwangi')).version).toBe(version + 1)

    for (const name of ['warga', 'verifikator', 'supervisor']) {
      const seen = CalendarDetail.parse((await house.getAs(name, '/api/calendars/banyuwangi')).json)
      expect(seen.versions[0], name).toMatchObject({ version: version + 1, reason, by: null })
    }

    const moved = await house.until(receipt.id, { clocked: [{ calendar: 'banyuwangi', version: version + 1 }] })
    const becomes = preview.sample.find(({ clock }) => clock === 'term')?.becomes
    expect(moved.dueAt?.toISOString()).toBe(becomes)
    const timeline = (await house.getAs('verifikator', `/api/applications/${receipt.id}/timeline`)).json
    const line = (timeline as TimelineEntry[]).find(
      ({ type, text }) => type === 'clock-reprojected' && text.startsWith('Jangka waktu layanan'),
    )
    expect(line?.text).toContain(`${reason} (${source})`)
    expect(line?.text).toMatch(/Jatuh tempo .* semula /)
    expect(line?.actor).toMatchObject({ kind: 'officer', name: expect.not.stringMatching(/^Petugas$/) })
    const code = moved.trackingCode
    const tracked = (await house.post('/api/track', { body: { number: receipt.number, code } })).json
    expect((tracked as TrackedApplication).story.map(({ text }) => text.id)).toContain(line?.text)

    const lines = await house.inside(() => Audit.find({ act: 'publish' }).lean())
    expect(lines.map(({ subject }) => subject.id)).toContainEqual(expect.stringMatching(`^banyuwangi/${version + 1} `))
    expect(await house.inside(brokenAuditLine)).toBeNull()
  })

  test('sent twice at once under one key is published once; the key says nothing else, of this calendar or another', async () => {
    const { version } = await read('banyuwangi')
    const key = randomUUID()
    const body = announcement(version, await freeDay('banyuwangi', 20))
    const answers = await Promise.all([1, 2, 3].map(() => post('changes', body, { key })))
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
    expect((await read('banyuwangi')).version).toBe(version + 1)

    const reused = { status: 422, problem: { code: 'idempotency-key-reused' } }
    const other = announcement(version + 1, await freeDay('banyuwangi', 30))
    expect(await post('changes', other, { key })).toMatchObject(reused)
    const { version: village } = await read('desa')
    const elsewhere = announcement(village, await freeDay('desa', 30))
    expect(await post('changes', elsewhere, { key, code: 'desa' })).toMatchObject(reused)
    expect((await read('banyuwangi')).version).toBe(version + 1)
    expect((await read('desa')).version).toBe(village)
  })

  test('that somebody else overtook, that says nothing new, or that cannot be counted with is refused, and nothing changes', async () => {
    const { version, closures } = await read('desa')
    const code = 'desa'
    const date = await freeDay(code, 3)
    const stale = await post('changes', announcement(version - 1 || 99, date), { code })
    expect(stale).toMatchObject({ status: 409, problem: { code: 'calendar-changed' } })
    const idle = await post('changes', { version, reason, source }, { code })
    expect(idle).toMatchObject({ status: 409, problem: { code: 'nothing-new' } })
    const twice = await post('preview', announcement(version, closures[0]?.date ?? ''), { code })
    expect(twice).toMatchObject({ status: 422, problem: { code: 'calendar-wrong' } })
    expect(twice.problem.errors?.[0]).toMatchObject({ field: 'closures' })
    const far = await post('preview', announcement(version, '2031-01-01'), { code })
    expect(far).toMatchObject({ status: 422, problem: { errors: [{ field: 'closures' }] } })
    const bare = await post('changes', { version, closures: [], reason: 'x' }, { code })
    expect(bare.status).toBe(400)
    const none = await post('changes', { version, withdraws: [date], reason, source }, { code })
    expect(none).toMatchObject({ status: 422, problem: { errors: [{ field: 'withdraws' }] } })
    expect((await read(code)).version).toBe(version)
  })

  test('is not undone by a pack that says what it said before; a pack that changed has to be forced', async () => {
    const { version } = await read('banyuwangi')
    expect((await loadPack(packDir)).calendars).toContainEqual({ code: 'banyuwangi', version, change: 'edited' })
    await withCopy(async (dir) => {
      await change(dir, 'calendars/banyuwangi.json', (json) => {
        json.version = version + 1
        json.name.en = 'Offices, as the pack has them now'
      })
      await expect(loadPack(dir)).rejects.toThrow('--force banyuwangi')
      const forced = await loadPack(dir, { force: ['banyuwangi'] })
      expect(forced.calendars).toContainEqual({ code: 'banyuwangi', version: version + 1, change: 'new' })
    })
  })
})

test('reading calendars reads one version of each and no case, however many there were', async () => {
  await house.file('ak-1')
  const { version } = await read('banyuwangi')
  const day = await freeDay('banyuwangi', 5)
  expect((await post('changes', announcement(version, day))).status).toBe(201)
  const list = (await house.getAs('katalog', '/api/calendars')).json as CalendarSummary[]
  expect(list.find(({ code }) => code === 'banyuwangi')?.openCases).toBeGreaterThan(0)

  const both = async () => {
    await house.getAs('katalog', '/api/calendars')
    await house.getAs('katalog', '/api/calendars/desa')
  }
  // The worker that carries the change on reads beside it, but adds nothing up.
  const examined = async (collection: string, work: () => Promise<unknown>) =>
    (await profiled(collection, work))
      .filter(({ what }) => what === 'aggregate')
      .map(({ docsExamined }) => docsExamined)
  const counted = await examined('applications', both)
  expect(counted.length).toBe(list.length + 1)
  expect(Math.max(...counted)).toBe(0)
  const one = list.length
  expect(await examined('calendarVersions', both)).toEqual([one, one])
  const later = announcement(version + 1, await freeDay('banyuwangi', 9))
  expect(await examined('calendarVersions', () => post('changes', later))).toEqual([one, one])
})
