import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { IssuedDocument, Verification } from '../../contracts/documents.ts'
import type { PublicRegister, RegisterDetail, RegisterRow } from '../../contracts/register.ts'
import { RegisterEntry } from '../../models/register/entry.ts'
import { type CaseApiHouse, citizen, openCaseApiHouse, passphrase, signed } from './case-api-house.ts'

let house: CaseApiHouse

beforeAll(async () => {
  house = await openCaseApiHouse()
})
afterAll(() => house.close())

const approved: Parameters<CaseApiHouse['walk']>[1] = [
  ['verifikator', 'kelengkapan'],
  ['verifikator', 'verifikasi'],
  ['teknis', 'rekomendasi'],
  ['kabid', 'validasi'],
  ['kadis', 'tanda-tangan', signed],
]

/** A licence by the whole road, awake. */
async function licence(changes: Record<string, unknown> = {}): Promise<{ entry: string; application: string }> {
  const { id, number } = await house.file('sip-bidan', changes)
  await house.walk({ number }, approved)
  await house.until(id, { status: 'approved' })
  const entry = `${number}:sip-bidan`
  await expect
    .poll(() => house.inside(() => RegisterEntry.exists({ entry, 'state.seq': 1 })), { timeout: 20_000 })
    .toBeTruthy()
  return { entry, application: id }
}

const show = async (name: string, entry: string) =>
  (await house.getAs(name, `/api/register/${encodeURIComponent(entry)}`)).json as RegisterDetail
const act = (name: string, entry: string, what: string, body: object, key?: string) =>
  house.postAs(name, `/api/register/${encodeURIComponent(entry)}/${what}`, body, key ? { key } : {})
const find = async (query: string) => (await house.get(`/api/public-register${query}`)).json as PublicRegister
const verify = async (document: string) => (await house.get(`/api/verify/${document}`)).json as Verification

const suspension = { reason: 'Praktik di luar tempat yang diizinkan', basis: 'UU 17/2023 Pasal 264' }

test('a licence is suspended, lifted and revoked; the public reads of each at once', async () => {
  const { entry } = await licence()
  const before = await show('kabid', entry)
  expect(before).toMatchObject({ today: { standing: 'valid' }, holder: citizen.name, actions: ['suspend'] })
  expect(before.daysLeft).toBeGreaterThan(1800)
  expect((await show('kadis', entry)).actions).toEqual(['suspend', 'revoke'])

  const key = 'kunci-pembekuan-1'
  const suspended = await act('kabid', entry, 'suspend', suspension, key)
  expect(suspended.status, suspended.text).toBe(200)
  expect(suspended.json).toMatchObject({ today: { standing: 'suspended', until: null }, actions: ['reinstate'] })
  expect((await act('kabid', entry, 'suspend', suspension, key)).status).toBe(200)
  expect((await act('kabid', entry, 'suspend', { ...suspension, until: '2099-01-01' }, key)).status).toBe(422)
  expect((await act('kabid', entry, 'suspend', suspension)).problem).toMatchObject({
    status: 409,
    code: 'entry-not-valid',
  })
  expect(await verify(before.document)).toMatchObject({
    state: 'suspended',
    since: expect.any(String),
    holder: 'S. R. N.',
  })
  const [row] = (await find(`?q=${encodeURIComponent(before.number)}`)).entries
  expect(row).toMatchObject({ number: before.number, holder: citizen.name, today: { standing: 'suspended' } })

  const lifted = await act('kabid', entry, 'reinstate', { reason: 'Sudah pindah ke tempat yang benar' })
  expect(lifted.json).toMatchObject({ today: { standing: 'valid' } })

  const revocation = { reason: 'Pemegang meninggal dunia', basis: 'UU 17/2023 Pasal 264' }
  const wrong = await act('kadis', entry, 'revoke', { ...revocation, signing: { passphrase: 'salah' } })
  expect(wrong.problem).toMatchObject({ status: 422, code: 'invalid-fields' })
  const revoked = await act('kadis', entry, 'revoke', { ...revocation, signing: { passphrase } })
  expect(revoked.status, revoked.text).toBe(200)
  expect(revoked.json).toMatchObject({ today: { standing: 'revoked' }, actions: [], daysLeft: null })
  expect(await verify(before.document)).toMatchObject({ state: 'revoked' })
  const { documents } = await house.detail('kadis', before.application)
  const letter = documents.find(({ kind }: IssuedDocument) => kind === 'revocation')
  expect(letter).toMatchObject({ number: expect.stringContaining('PENCABUTAN'), issuedAt: expect.any(String) })
  expect(await verify(letter?.id ?? '')).toMatchObject({
    kind: 'revocation',
    state: 'valid',
    signature: { intact: true },
  })
})

describe('who may', () => {
  test('others’ licences are not there; those who only read are refused', async () => {
    const { entry } = await licence()
    expect((await act('verifikator', entry, 'suspend', suspension)).status).toBe(403)
    expect((await act('kabid', entry, 'revoke', { ...suspension, signing: { passphrase } })).status).toBe(403)
    expect((await act('warga', entry, 'suspend', suspension)).status).toBe(403)
    expect((await act('desa', entry, 'suspend', suspension)).status).toBe(404)
    expect((await house.get(`/api/register/${encodeURIComponent(entry)}`)).status).toBe(401)
  })

  test('the list shows what one may see, filtered by how it stands now', async () => {
    const { entry } = await licence()
    const list = async (name: string, filter: object) => {
      const answer = await house.getAs(name, `/api/register?filter=${encodeURIComponent(JSON.stringify(filter))}`)
      expect(answer.status, answer.text).toBe(200)
      return (answer.json as RegisterRow[]).map(({ id }) => id)
    }
    expect(await list('kabid', { standing: 'valid' })).toContain(entry)
    expect(await list('kabid', { standing: 'expired' })).not.toContain(entry)
    expect(await list('desa', {})).toEqual([])
    expect(await list('warga', {})).toContain(entry)
    await house.inside(() => expireQuietly(entry))
    expect(await list('kabid', { standing: 'expired' })).toContain(entry)
    expect((await show('warga', entry)).today.standing).toBe('expired')
  })
})

/** As if its day had passed with nobody awake to write it down. */
async function expireQuietly(entry: string): Promise<void> {
  const yesterday = Date.now() - 86_400_000
  await RegisterEntry.updateOne({ entry }, { $set: { validUntil: new Date(yesterday), 'state.validUntil': yesterday } })
}

test('the public register tells what the register makes public, and never a NIK', async () => {
  const { entry } = await licence()
  const { number } = await show('kabid', entry)
  const byName = await house.get(`/api/public-register?q=${encodeURIComponent('rahayu ningtyas')}`)
  expect(byName.text).toContain(number)
  expect(byName.text).not.toContain(citizen.nik)
  expect(byName.text).not.toMatch(/\d{4}\*+\d\d/)
  const { registers, entries } = byName.json as PublicRegister
  expect(registers).toContainEqual(expect.objectContaining({ code: 'sip-bidan', byHolder: true }))
  expect(registers).toContainEqual(expect.objectContaining({ code: 'pencari-kerja', byHolder: false }))
  expect(entries[0]?.answers.map(({ label }) => label.en)).toEqual(['Name of the place', 'Village of the place'])
  expect((await house.get('/api/public-register?q=a')).status).toBe(400)
  expect((await find('?register=pencari-kerja&q=rahayu')).entries).toEqual([])
})

test('renewal: not before its window; then prefilled, filed once, and the old licence is superseded', async () => {
  const { entry } = await licence()
  const body = await house.ready('sip-bidan')
  const early = await house.postAs('warga', '/api/applications', { ...body, renews: entry })
  expect(early.problem).toMatchObject({ status: 422, errors: [{ field: 'renews', code: 'renewal-not-open' }] })
  expect((await show('warga', entry)).actions).toEqual([])

  const soon = Date.now() + 20 * 86_400_000
  await house.inside(() =>
    RegisterEntry.updateOne(
      { entry },
      {
        $set: { validUntil: new Date(soon), 'state.validUntil': soon, 'state.upkeep.reminders': [{ days: 90, at: 0 }] },
      },
    ),
  )
  const open = await show('warga', entry)
  expect(open.actions).toEqual(['renew'])
  const draft = (await house.getAs('warga', `/api/register/${encodeURIComponent(entry)}/renewal`)).json
  expect(draft).toMatchObject({
    service: 'sip-bidan',
    answers: { jenisPermohonan: 'perpanjangan', nomorSipLama: open.number, tempatLahir: expect.any(String) },
  })
  expect(JSON.stringify(draft)).not.toContain('"benar"')

  const skp = await house.upload('warga', new TextEncoder().encode('%PDF-1.4\n%%EOF\n'), 'application/pdf', 'skp.pdf')
  const answers = { ...body.answers, jenisPermohonan: 'perpanjangan', nomorSipLama: open.number }
  const documents = [...body.documents, { code: 'skp', file: skp }]
  const renewing = { renews: entry, answers, documents }
  const renewal = await licence(renewing)
  await expect.poll(async () => (await show('warga', entry)).today.standing, { timeout: 20_000 }).toBe('superseded')
  expect(await show('warga', entry)).toMatchObject({ supersededBy: { entry: renewal.entry }, actions: [] })
  expect(await show('warga', renewal.entry)).toMatchObject({ renews: { entry }, today: { standing: 'valid' } })
  expect(await verify(open.document)).toMatchObject({
    state: 'superseded',
    supersededBy: { number: expect.any(String) },
  })
  const twice = await house.postAs('warga', '/api/applications', { ...(await house.ready('sip-bidan')), renews: entry })
  expect(twice.problem).toMatchObject({ status: 422, errors: [{ field: 'renews', code: 'not-renewable' }] })
})
