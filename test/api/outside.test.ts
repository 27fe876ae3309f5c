import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TimelineEntry } from '../../contracts/applications.ts'
import type { CallRow } from '../../contracts/calls.ts'
import type { ReceiveNibReply, ReceiveStatusReply } from '../../contracts/oss.ts'
import type { OssStatus } from '../../domain/outside/oss-status.ts'
import { News } from '../../models/case/news.ts'
import { simulatedOss, webhookKey } from '../integrations/outside/simulated.ts'
import { type CaseApiHouse, citizen, openCaseApiHouse, village } from './case-api-house.ts'

let house: CaseApiHouse
let side: Awaited<ReturnType<typeof simulatedOss>>

beforeAll(async () => {
  side = await simulatedOss()
  const { url, userKey } = side.settings
  house = await openCaseApiHouse({
    env: { OSS_URL: url, OSS_USER_KEY: userKey, OSS_WEBHOOK_KEY: webhookKey, SIMBG_WEBHOOK_KEY: webhookKey },
  })
  side.oss.options.webhook.url = `${house.url}/api/outside/oss/receiveNIB`
})
afterAll(async () => {
  await house.close()
  await side.close()
})

const kbliAnswer = async (kbli: string, more: object = {}) => {
  const { answers } = await house.ready('nib-perorangan')
  return { answers: { ...answers, kbli, ...more } }
}
const issue = (kbli: string, nik: string = citizen.nik) =>
  side.oss.issue({ nik, name: citizen.name, kbli: [kbli], on: new Date('2026-11-28T03:00:00Z') })
const newsCount = () => house.inside(() => News.countDocuments({}))
const push = (body: unknown, key: string | null = webhookKey) =>
  house.post('/api/outside/oss/receiveNIB', { body, key: null, headers: key === null ? {} : { user_key: key } })
const reply = (json: unknown) => (json as ReceiveNibReply).responreceiveNIB
const callsOf = async (name: string) => (await house.getAs(name, '/api/calls')).json as CallRow[]

describe('assisted filing', () => {
  test('the officer files in OSS, OSS tells of the number, and the case ends with it', async () => {
    const receipt = await house.file('nib-perorangan', await kbliAnswer('56102'))
    const task = `${receipt.number}:pengisian-gerai`
    expect((await house.task('loket', task)).filing).toEqual({ system: 'oss', url: 'https://oss.go.id' })
    await house.walk(receipt, [['loket', 'pengisian-gerai']])
    const waiting = await house.until(receipt.id, { waiting: { kind: 'outside', system: 'oss' } })
    const { waitingOn } = await house.detail('warga', receipt.id)
    expect(waitingOn).toMatchObject({
      kind: 'outside',
      who: { id: 'OSS' },
      since: waiting.waiting.since?.toISOString(),
    })
    const issued = issue('56102')
    expect(await side.oss.push(issued)).toMatchObject({ status: 200, reply: { responreceiveNIB: { status: '1' } } })
    await house.until(receipt.id, { status: 'approved' })
    const { documents } = await house.detail('warga', receipt.id)
    expect(documents).toMatchObject([
      { kind: 'external', number: issued.nib.nib, issuedAt: '2026-11-28T00:00:00.000Z' },
    ])
    const file = await fetch(`${house.url}${documents[0]?.file}`, {
      headers: { Authorization: `Bearer ${await house.as('warga')}` },
    })
    expect(file.headers.get('content-type')).toBe('application/pdf')
    expect(Buffer.from(await file.arrayBuffer()).toString('latin1')).toContain(issued.nib.nib)
  })

  test('a number that comes before the officer says that it is filed is found then; told again it is kept once', async () => {
    const changes = { ...(await kbliAnswer('56103', { tempatBantuan: 'desa' })), by: 'desa', channel: 'village' }
    const consent = { proxy: { consent: true, manner: 'signed' }, applicant: { ...citizen, village } }
    const receipt = await house.file('nib-perorangan', { ...changes, ...consent })
    const before = await newsCount()
    const issued = issue('56103')
    for (let time = 0; time < 3; time += 1) expect((await side.oss.push(issued)).status).toBe(200)
    expect(await newsCount()).toBe(before + 1)
    expect(await house.read(receipt.id)).toMatchObject({ waiting: { kind: 'office' } })
    await house.walk(receipt, [['desa', 'pengisian-desa']])
    await house.until(receipt.id, { status: 'approved' })
    const { documents } = await house.detail('desa', receipt.id)
    expect(documents.map(({ number }) => number)).toEqual([issued.nib.nib])
    expect((await side.oss.push(issued)).status).toBe(200)
    expect((await house.detail('desa', receipt.id)).documents).toHaveLength(1)
  })
})

describe('the door of OSS', () => {
  const message = () => ({ dataNIB: issue('96112', '3510014506900001').nib })

  test.each([null, 'kunci-yang-salah-sama-sekali', ''])('stays shut to the key %s', async (key) => {
    const before = await newsCount()
    const answer = await push(message(), key)
    expect(answer.status).toBe(401)
    expect(reply(answer.json)).toEqual({ status: '2', keterangan: 'User Akses Tidak Valid' })
    expect(await newsCount()).toBe(before)
  })

  test('an officer’s session opens nothing', async () => {
    const token = await house.as('admin')
    const answer = await house.post('/api/outside/oss/receiveNIB', { body: message(), key: null, token })
    expect(answer.status).toBe(401)
  })

  test('takes the documented message only, names what is wrong and quotes nothing', async () => {
    const answer = await push({ dataNIB: { ...message().dataNIB, nib: '12', data_proyek: [] } })
    expect(answer.status).toBe(400)
    expect(reply(answer.json).keterangan).toBe('Data Parameter Salah: dataNIB.nib, dataNIB.data_proyek')
    expect((await push({ ...message(), lain: true })).status).toBe(400)
    expect((await push('{')).status).toBe(400)
    expect(reply((await push('{')).json).status).toBe('2')
  })

  test('refuses another region, and what is too large', async () => {
    const { dataNIB } = message()
    expect((await push({ dataNIB: { ...dataNIB, kd_daerah: '3201000000' } })).status).toBe(400)
    const large = { dataNIB: { ...dataNIB, alamat_perseroan: 'x'.repeat(600_000) } }
    const answer = await push(large)
    expect(answer.status).toBe(413)
    expect(reply(answer.json)).toEqual({ status: '2', keterangan: 'Isi permintaan melebihi batas 512 kB.' })
  })

  test('keeps of the message what is of use, and no number of identity', async () => {
    await push({ dataNIB: { ...message().dataNIB, nama_perseroan: 'Nama Pribadi' } })
    const kept = JSON.stringify(await house.inside(() => News.find({}).lean()))
    expect(kept).not.toContain('Nama Pribadi')
  })

  test('is limited in how often it is knocked at', async () => {
    const limited = await house.also({}, { outside: { windowMs: 60_000, limit: 2 } })
    const knock = () =>
      limited.post('/api/outside/oss/receiveNIB', { body: {}, key: null, headers: { user_key: webhookKey } })
    expect([(await knock()).status, (await knock()).status, (await knock()).status]).toEqual([400, 400, 429])
    limited.close()
  })

  test('stays shut where no key is set', async () => {
    const closed = await house.also({ OSS_WEBHOOK_KEY: undefined })
    const answer = await closed.post('/api/outside/oss/receiveNIB', {
      body: message(),
      key: null,
      headers: { user_key: '' },
    })
    expect(answer.status).toBe(401)
    closed.close()
  })
})

describe('the clock of OSS', () => {
  const tell = (status: OssStatus, kbli: string, key?: string) =>
    side.oss.tellStatus({ nik: citizen.nik, kbli, status, at: localNow() }, key)
  const localNow = (ms = 0) => new Date(Date.now() + ms + 7 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')

  test('a stop and a restart with a reset stand on the case, in plain words; no time comes back', async () => {
    const receipt = await house.file('nib-perorangan', await kbliAnswer('14120'))
    await house.walk(receipt, [['loket', 'pengisian-gerai']])
    await house.until(receipt.id, { waiting: { kind: 'outside', system: 'oss' } })
    const told = { status: 200, reply: { responreceiveLicenseStatus: { kode: 200 } } }
    expect(await tell('43', '14120')).toMatchObject(told)
    const resets = async () => {
      const { clocks } = await house.detail('warga', receipt.id)
      return clocks.find(({ id }) => id === 'term')
    }
    await expect.poll(async () => (await resets())?.resetsAsked.length, { timeout: 20_000 }).toBe(1)
    expect(await tell('44', '14120')).toMatchObject(told)
    await expect.poll(async () => (await resets())?.resetsAsked.length, { timeout: 20_000 }).toBe(2)
    expect(await resets()).toMatchObject({
      state: 'paused',
      pauses: [
        { reason: 'outside', basis: 'pp-28-2025', until: null },
        { reason: 'outside', basis: 'OSS, status 43', until: expect.any(String) },
      ],
      resetsAsked: [
        { system: 'OSS', code: '43' },
        { system: 'OSS', code: '44' },
      ],
    })
    const lines = async (language: string) => {
      const answer = await house.getAs('warga', `/api/applications/${receipt.id}/timeline`, language)
      return (answer.json as TimelineEntry[]).flatMap(({ type, text }) => (type === 'call-status' ? [text] : []))
    }
    expect(await lines('id')).toEqual([
      'OSS menghentikan waktu dan meminta hitungan diulang dari awal (status 43). Waktu yang sudah terpakai tetap dihitung.',
      'OSS menjalankan waktu lagi dan meminta hitungan diulang dari awal (status 44). Waktu yang sudah terpakai tetap dihitung.',
    ])
    expect((await lines('en'))[0]).toContain('The time already spent still counts.')
    await side.oss.push(issue('14120'))
    const closed = await house.until(receipt.id, { status: 'approved' })
    expect(closed.state.clocks.term?.pauses.every(({ until }) => until !== null)).toBe(true)
  })

  test('is played on the page of the stand-in, which shows what the region said', async () => {
    const send = (fields: Record<string, string>) =>
      fetch(`${side.url}/status`, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' })
    const sent = await send({ nik: citizen.nik, kbli: '14120', status: '41' })
    expect(sent.headers.get('location')).toBe('/')
    expect(side.oss.told.at(-1)).toMatchObject({ status: '41', answer: '200 Berhasil menyimpan data' })
    const page = await (await fetch(side.url)).text()
    expect(page).toContain('200 Berhasil menyimpan data')
    expect((await send({ nik: '1', kbli: '14120', status: '41' })).headers.get('location')).toBe('/?salah')
  })

  const message = (changes: object = {}) => ({
    IZINSTATUS: {
      kd_daerah: '3510000000',
      kd_status: '41',
      tgl_status: localNow(),
      data_proyek: [{ id_proyek: 'R-1', kbli: '96112', no_identitas_pj: '3510014506900001' }],
      ...changes,
    },
  })
  const knock = (body: unknown, key = webhookKey) =>
    house.post('/api/outside/oss/receiveLicenseStatus', { body, key: null, headers: { user_key: key } })
  const said = (json: unknown) => (json as ReceiveStatusReply).responreceiveLicenseStatus

  test('is heard with its key alone; the same told twice is kept once, without a number of identity', async () => {
    const before = await newsCount()
    expect((await knock(message(), 'kunci-yang-salah-sama-sekali')).status).toBe(401)
    const nik = '3510016507900002'
    const body = message({ data_proyek: [{ id_proyek: 'R-1', kbli: '96112', no_identitas_pj: nik }] })
    for (let time = 0; time < 3; time += 1) expect(said((await knock(body)).json)).toMatchObject({ kode: 200 })
    expect(await newsCount()).toBe(before + 1)
    expect(JSON.stringify(await house.inside(() => News.find({}).lean()))).not.toContain(nik)
  })

  test.each([
    ['a status that OSS does not know', { kd_status: '99' }, 'IZINSTATUS.kd_status'],
    ['a day that is none', { tgl_status: '2026-13-40 10:00:00' }, 'IZINSTATUS.tgl_status'],
    ['a day after tomorrow', { tgl_status: localNow(2 * 86_400_000) }, 'IZINSTATUS.tgl_status'],
    ['another region', { kd_daerah: '3201000000' }, 'IZINSTATUS.kd_daerah'],
    ['no business', { data_proyek: [] }, 'IZINSTATUS.data_proyek'],
  ])('%s is refused by its field, and nothing is kept', async (_what, changes, field) => {
    const before = await newsCount()
    const answer = await knock(message(changes))
    expect(answer.status).toBe(400)
    expect(said(answer.json)).toEqual({ kode: 400, keterangan: `Data Parameter Salah: ${field}` })
    expect(await newsCount()).toBe(before)
  })
})

describe('the door of SIMBG', () => {
  const tell = (key: string | null) =>
    house.post('/api/outside/simbg/news', {
      body: { kunci: 'X-1:terbit-pbg' },
      key: null,
      headers: key === null ? {} : { Authorization: `Bearer ${key}` },
    })

  test('opens to its key alone, and says nothing of what waits', async () => {
    expect((await tell(null)).status).toBe(401)
    expect((await tell('salah')).status).toBe(401)
    expect(await tell(webhookKey)).toMatchObject({ status: 202, json: {} })
  })
})

describe('what waits for other systems', () => {
  test('is seen by those who answer for it, with its tries, and asked again at a word', async () => {
    side.oss.faults.maintenance = true
    const receipt = await house.file('nib-perorangan', await kbliAnswer('10710'))
    await house.walk(receipt, [['loket', 'pengisian-gerai']])
    const call = `${receipt.number}:terbit-nib`
    const rowFor = async () => (await callsOf('supervisor')).find(({ id }) => id === call)
    await expect.poll(async () => (await rowFor())?.lastError, { timeout: 20_000 }).toBe('maintenance')
    const row = await rowFor()
    expect(row).toMatchObject({ system: 'oss', number: receipt.number, agency: expect.stringContaining('BKPM') })
    const { waiting } = await house.read(receipt.id)
    expect(row?.since).toBe(waiting.since?.toISOString())

    side.oss.faults.maintenance = false
    issue('10710')
    const path = `/api/applications/${receipt.id}/calls/${encodeURIComponent(call)}/retry`
    for (const name of ['loket', 'warga', 'admin', 'desa']) {
      expect([403, 404], name).toContain((await house.postAs(name, path, {})).status)
    }
    const key = randomUUID()
    expect((await house.postAs('supervisor', path, {}, { key })).status).toBe(202)
    await house.until(receipt.id, { status: 'approved' })
    expect((await house.postAs('supervisor', path, {}, { key })).status, 'said again').toBe(202)
    expect((await house.postAs('supervisor', path, {})).status).toBe(409)
    expect(await rowFor()).toBeUndefined()
  })

  test.each(['loket', 'verifikator', 'warga', 'desa', 'katalog'])('%s has no such list', async (name) => {
    expect((await house.getAs(name, '/api/calls')).status).toBe(403)
  })
})
