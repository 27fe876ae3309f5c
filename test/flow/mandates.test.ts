import { randomUUID } from 'node:crypto'
import mongoose from 'mongoose'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { bytesOf } from '../../activities/documents/keep-signed.ts'
import { officerAt } from '../../engine/officer-at.ts'
import { fastForward } from '../../infra/time-skipping.ts'
import { authCollections } from '../../models/auth-database.ts'
import { keepMandate } from '../../models/authority/give-mandate.ts'
import type { MandateRecord } from '../../models/authority/mandate.ts'
import type { ApplicationRecord } from '../../models/case/application.ts'
import { IssuedDocument } from '../../models/case/document.ts'
import { Membership } from '../../models/membership.ts'
import { textOf } from '../documents/pdf-reading.ts'
import { licence } from '../domain/case/fixture.ts'
import { type CaseHouse, openCaseHouse } from '../setup/case-house.ts'
import { localAuthority, newLocalCa } from '../setup/local-authority.ts'
import { ensurePoppler } from '../setup/poppler.ts'
import { scene } from './calendar.ts'
import { fixtureDeps } from './fixture.ts'

let house: CaseHouse
const { at, calendar } = scene()
const passphrase = 'kata-sandi'

beforeAll(async () => {
  await ensurePoppler()
  const deps = fixtureDeps({ signing: localAuthority(), calendar: () => calendar })
  house = await openCaseHouse({
    mongoUri: inject('mongoUri'),
    temporalAddress: inject('temporalAddress'),
    workflowBundle: inject('workflowBundle'),
    flow: licence,
    deps: { ...deps, officer: officerAt, catalogue: { ...deps.catalogue, service: signedLetters(deps) } },
  })
  await house.inside(async () => {
    await enlist('kadis', 'Drs. Agus', { role: 'signer', position: 'Kepala Dinas Contoh', nip: '1970' })
    await enlist('kabid', 'Hariyanto', { role: 'section-head', position: 'Kepala Bidang', nip: '1980' })
  })
})
afterAll(() => house.close())

/** The fixture's letters, with a place for the signature. */
function signedLetters({ catalogue }: ReturnType<typeof fixtureDeps>): typeof catalogue.service {
  return async (...asked) => {
    const pinned = await catalogue.service(...asked)
    const block = {
      kind: 'signature' as const,
      above: [],
      position: ['{{signer.position}},'],
      name: '{{signer.name}}',
      below: ['NIP {{signer.nip}}'],
    }
    const letters = Object.entries(pinned.letters).map(([code, letter]) => [
      code,
      { ...letter, blocks: [...letter.blocks, block] },
    ])
    return { ...pinned, letters: Object.fromEntries(letters) }
  }
}

async function enlist(
  account: string,
  name: string,
  held: { role: 'signer' | 'section-head'; position: string; nip: string },
) {
  await mongoose.connection
    .collection<{ _id: string }>(authCollections.user)
    .insertOne({ _id: account, name, email: `${account}@contoh.test` } as never)
  await Membership.create([{ account, agency: 'dpmptsp', from: new Date(0), ...held }])
  await newLocalCa().enrol({ id: `${house.regency}/${account}`, name, agency: 'Dinas Contoh' }, passphrase)
}

let given = 0
/** Kabid stands in for kadis; one seat has one stand-in, so each test has days of its own. */
function standIn(from: number, until: number): Promise<MandateRecord> {
  given += 1
  const key = randomUUID()
  return house.inside(() =>
    keepMandate({
      _id: key,
      kind: 'plh',
      holder: 'kabid',
      for: `kadis-${given}`,
      role: 'signer',
      agency: 'dpmptsp',
      village: null,
      servicePoint: null,
      position: 'Kepala Dinas Contoh',
      from: new Date(from),
      until: new Date(until),
      letter: { number: '800/12/2026', date: '2026-12-01' },
      scope: { services: null, withheld: [] },
      givenBy: 'admin',
      key,
      digest: 'd',
      givenAt: new Date(),
    }),
  )
}

const goTo = (application: ApplicationRecord, instant: number) =>
  fastForward(house.engine.client, house.workflowId(application), { until: new Date(instant) })

async function atSignature(instant: number): Promise<ApplicationRecord> {
  const filed = await house.file()
  await house.until(filed, { waiting: { step: 'completeness' } })
  await goTo(filed, instant)
  await house.decide(filed, `${filed.number}:completeness`, 'loket', { decision: 'approve' })
  await house.decide(filed, `${filed.number}:verification`, 'vera', { decision: 'approve' })
  return house.read(filed._id)
}

const sign = (application: ApplicationRecord, officer: string) =>
  house.decide(application, `${application.number}:signature`, officer, { decision: 'sign' }, { passphrase })

async function documentOf({ _id }: ApplicationRecord) {
  const [document, ...others] = await house.inside(() =>
    IssuedDocument.find({ application: _id }).select('+signed').lean(),
  )
  expect(others).toEqual([])
  if (!document) throw new Error('no document')
  return document
}

describe('a mandate that begins and ends while the case is at its signature', () => {
  test('signs from its first instant, and the document says for whom and by which letter', async () => {
    await standIn(at(1, '08:00'), at(5, '08:00'))
    const application = await atSignature(at(0, '10:00'))
    await expect(sign(application, 'kabid')).rejects.toMatchObject({
      kind: 'signing',
      code: 'signing-mandate-not-begun',
    })
    expect(await house.read(application._id)).toMatchObject({ waiting: { step: 'signature' }, state: { latch: null } })

    await goTo(application, at(1, '08:00'))
    await sign(application, 'kabid')
    expect(await house.read(application._id)).toMatchObject({ status: 'approved' })
    const document = await documentOf(application)
    expect(document.signature).toMatchObject({
      by: 'Hariyanto',
      position: 'Plh. Kepala Dinas Contoh',
      mandate: 'berdasarkan Surat Perintah Nomor 800/12/2026 tanggal 1 Desember 2026',
    })
    const text = (await textOf(bytesOf(document.signed ?? Buffer.alloc(0)))).replace(/\s+/g, ' ')
    expect(text).toContain('Plh. Kepala Dinas Contoh')
    expect(text).toContain('berdasarkan Surat Perintah Nomor 800/12/2026 tanggal 1 Desember 2026')
    expect(text).toMatch(/Hariyanto.* NIP 1980/)
  })

  test('one minute after its end signs nothing; the official does, under the same number and in their own name', async () => {
    await standIn(at(11, '09:00'), at(12, '09:00'))
    const application = await atSignature(at(11, '13:59'))
    await goTo(application, at(12, '09:01'))
    await expect(sign(application, 'kabid')).rejects.toMatchObject({ kind: 'signing', code: 'signing-mandate-ended' })
    const open = await house.read(application._id)
    expect(open).toMatchObject({ status: 'in-progress', waiting: { step: 'signature' }, state: { latch: null } })

    await sign(application, 'kadis')
    const document = await documentOf(application)
    expect(document.signature).toMatchObject({ by: 'Drs. Agus', position: 'Kepala Dinas Contoh' })
    const text = (await textOf(bytesOf(document.signed ?? Buffer.alloc(0)))).replace(/\s+/g, ' ')
    expect(text).not.toContain('Plh.')
  })

  test('whoever never had one is told so', async () => {
    const application = await atSignature(at(20, '10:00'))
    await expect(sign(application, 'vera')).rejects.toMatchObject({ kind: 'signing', code: 'signing-no-authority' })
    expect(await house.inside(() => IssuedDocument.countDocuments({ application: application._id }))).toBe(0)
  })
})
