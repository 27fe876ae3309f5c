import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { standingAt } from '../../domain/register/standing.ts'
import { beginEntry } from '../../engine/register/begin.ts'
import { sayEntry } from '../../engine/register/say.ts'
import { startEntry } from '../../engine/register/start.ts'
import { startWaitingEntries } from '../../engine/register/sweeper.ts'
import { IssuedDocument } from '../../models/case/document.ts'
import { GivenNumber } from '../../models/case/number.ts'
import type { RegisterRecord } from '../../models/register/entry.ts'
import { RegisterEntry } from '../../models/register/entry.ts'
import { amendEntry, renewEntry, revokeEntry, suspendEntry } from '../../workflows/register/messages.ts'
import { licence } from '../domain/case/fixture.ts'
import { type CaseHouse, openCaseHouse } from '../setup/case-house.ts'
import { localAuthority, newLocalCa } from '../setup/local-authority.ts'
import { dayMs, registerHouse } from '../setup/register-house.ts'
import { fixtureDeps } from './fixture.ts'

const passphrase = 'kata-sandi-kadis'
let house: CaseHouse
let register: ReturnType<typeof registerHouse>

beforeAll(async () => {
  house = await openCaseHouse({
    mongoUri: inject('mongoUri'),
    temporalAddress: inject('temporalAddress'),
    workflowBundle: inject('workflowBundle'),
    flow: licence,
    deps: fixtureDeps({ signing: localAuthority() }),
  })
  register = registerHouse(house)
  await house.inside(() =>
    newLocalCa().enrol({ id: `${house.regency}/kadis`, name: 'Petugas kadis', agency: 'Dinas Contoh' }, passphrase),
  )
})
afterAll(() => house.close())

const inDays = (days: number) => new Date(Date.now() + days * dayMs)

describe('revocation', () => {
  const revokeWith = async (row: RegisterRecord, said: Awaited<ReturnType<typeof register.act>>, secret: string) => {
    const request = house.desk.leave(secret)
    const act = { ...said, officer: 'kadis', signing: { queue: house.desk.queue, request } }
    return house.inside(async () =>
      sayEntry(house.engine, await register.read(row.entry), revokeEntry, { act, updateId: request, signing: true }),
    )
  }

  test('comes with one letter, one number: a wrong passphrase leaves the licence as it was', async () => {
    const row = await register.enter({ validUntil: inDays(1000) })
    const said = await register.act(row, 'revocation', { reason: 'Praktik di tempat lain', basis: 'Pasal 9' })
    await expect(revokeWith(row, said, 'salah')).rejects.toMatchObject({ code: 'signing-wrong-secret' })
    expect(standingAt((await register.read(row.entry)).state, Date.now()).standing).toBe('valid')
    await revokeWith(row, said, passphrase)
    await revokeWith(row, said, passphrase)
    await register.handle(row).result()

    const revoked = await register.read(row.entry)
    expect(standingAt(revoked.state, Date.now()).standing).toBe('revoked')
    const letters = await house.inside(() =>
      IssuedDocument.find({ application: row.application, kind: 'revocation' }).lean(),
    )
    expect(letters).toHaveLength(1)
    expect(letters[0]).toMatchObject({ issuedAt: expect.any(Date), signature: { by: 'Petugas kadis' } })
    const numbers = await house.inside(() => GivenNumber.find({ series: /pencabutan/ }).lean())
    expect(numbers).toMatchObject([{ status: 'issued', sequence: 1 }])
    const types = (await register.lines(row)).map(({ type }) => type)
    expect(types).toEqual(['entered', 'letter-prepared', 'letter-failed', 'letter-prepared', 'revoked'])
    expect((await register.messages(row)).map(({ trigger }) => trigger)).toEqual(['licence-revoked'])
    const suspension = { ...said, actId: 'too-late', until: null }
    await expect(
      house.inside(() => sayEntry(house.engine, revoked, suspendEntry, { act: suspension, updateId: 'too-late' })),
    ).rejects.toMatchObject({ code: 'entry-ended' })
  })

  test('nothing personal stands in its history', async () => {
    const row = await register.enter({ validUntil: inDays(1000) })
    const said = await register.act(row, 'revocation', { reason: 'Alasan rahasia', basis: 'Pasal 9' })
    await revokeWith(row, said, passphrase)
    const { events } = await register.handle(row).fetchHistory()
    const history = JSON.stringify(events, (key, value: unknown) =>
      key === 'data' && typeof value === 'string' ? Buffer.from(value, 'base64').toString('utf8') : value,
    )
    expect(history).toContain('revoked')
    for (const word of ['Siti', '3510014506900001', 'Alasan rahasia', passphrase]) expect(history).not.toContain(word)
  })
})

describe('renewal', () => {
  test('the new entry takes the place of the old one, once, also where that has ended', async () => {
    const old = await register.enter({ validUntil: inDays(20) })
    const renewal = await register.enter({ validUntil: inDays(1800), renews: old.entry })
    const superseded = await register.until(old, { state: { superseded: { by: renewal.entry } } })
    expect(standingAt(superseded.state, Date.now()).standing).toBe('superseded')
    await house.inside(() =>
      sayEntry(house.engine, superseded, renewEntry, { act: { renewal: renewal.entry }, updateId: 'again' }),
    )
    expect((await register.lines(old)).filter(({ type }) => type === 'renewed')).toHaveLength(1)

    const ended = await register.enter({ validFrom: inDays(-400), validUntil: inDays(-1) })
    await register.until(ended, { state: { expiredAt: expect.any(Number) } })
    await register.handle(ended).result()
    const late = await register.enter({ validUntil: inDays(1800), renews: ended.entry })
    await register.until(ended, { state: { superseded: { by: late.entry } } })
  })
})

test('an amendment puts another document in the place of the first', async () => {
  const row = await register.enter({ validUntil: inDays(1000) })
  const other = await register.enter({ validUntil: inDays(1000), start: false })
  const said = await register.act(row, 'reinstatement', { reason: 'Salah ketik' })
  await house.inside(() =>
    sayEntry(house.engine, row, amendEntry, { act: { ...said, document: other.document }, updateId: said.actId }),
  )
  expect(await register.read(row.entry)).toMatchObject({ document: other.document, number: other.number })
})

describe('the sweeper', () => {
  test('starts what was entered while nobody listened; licences long over end without telling anybody', async () => {
    await house.inside(() => RegisterEntry.updateMany({ 'state.seq': 0 }, { $set: { startedAt: new Date() } }))
    const current = await register.enter({ validUntil: inDays(400), start: false })
    const over = await register.enter({ validFrom: inDays(-3000), validUntil: inDays(-1200), start: false })
    expect(standingAt(over.state, Date.now()).standing).toBe('expired')
    expect(await startWaitingEntries(house.engine, house.deps)).toBe(2)
    await register.until(current, {
      state: { seq: 1, upkeep: { reminders: [{ days: 90 }, { days: 30 }, { days: 7 }] } },
    })
    await register.until(over, { state: { expiredAt: expect.any(Number) } })
    expect(await register.messages(over)).toEqual([])
    expect(await startWaitingEntries(house.engine, house.deps)).toBe(0)
  })
})

describe('a licence that nothing happens to', () => {
  test('sleeps without having been awake, and hears what is said to it all the same', async () => {
    const row = await register.enter({ validUntil: inDays(1000) })
    expect(row.state).toMatchObject({ seq: 1, upkeep: { reminders: [{ days: 90 }, { days: 30 }, { days: 7 }] } })
    expect(await register.histories(row)).toEqual([1])
    const by = await register.act(row, 'suspension', { reason: 'Aduan', basis: 'Pasal 5', until: null })
    const suspend = { act: { ...by, until: null }, updateId: by.actId }
    await house.inside(() => sayEntry(house.engine, row, suspendEntry, suspend))
    await register.until(row, { state: { seq: 2, suspensions: [{ actId: by.actId }] } })
  })

  test('is begun again where it was begun by half: its first line is told once', async () => {
    const row = await register.enter({ validUntil: inDays(1000), start: false })
    await house.inside(() => startEntry(house.engine, row, { sleepsMs: 86_400_000 }))
    await house.inside(() => startWaitingEntries(house.engine, house.deps))
    await register.until(row, { state: { seq: 1 } })
    await house.inside(async () => beginEntry(house.engine, house.deps, await register.read(row.entry)))
    expect((await register.lines(row)).map(({ type }) => type)).toEqual(['entered'])
    expect(await register.histories(row)).toEqual([1])
  })
})
