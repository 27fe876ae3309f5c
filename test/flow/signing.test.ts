import { execFile } from 'node:child_process'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { bytesOf } from '../../activities/documents/keep-signed.ts'
import { NotKept } from '../../engine/say.ts'
import type { ApplicationRecord } from '../../models/case/application.ts'
import { IssuedDocument } from '../../models/case/document.ts'
import { GivenNumber } from '../../models/case/number.ts'
import { TimelineEntry } from '../../models/case/timeline-entry.ts'
import { RegisterEntry } from '../../models/register/entry.ts'
import { type Decided, decideTask } from '../../workflows/messages.ts'
import { licence } from '../domain/case/fixture.ts'
import { type CaseHouse, openCaseHouse } from '../setup/case-house.ts'
import { localAuthority, newLocalCa } from '../setup/local-authority.ts'
import { ensurePoppler } from '../setup/poppler.ts'
import { fixtureDeps } from './fixture.ts'

let house: CaseHouse
const passphrase = 'kata-sandi-kadis'

beforeAll(async () => {
  await ensurePoppler()
  house = await openCaseHouse({
    mongoUri: inject('mongoUri'),
    temporalAddress: inject('temporalAddress'),
    workflowBundle: inject('workflowBundle'),
    flow: licence,
    deps: fixtureDeps({ signing: localAuthority() }),
  })
  await house.inside(() =>
    newLocalCa().enrol({ id: `${house.regency}/kadis`, name: 'Petugas kadis', agency: 'Dinas Contoh' }, passphrase),
  )
})
afterAll(() => house.close())

async function atSignature(): Promise<ApplicationRecord> {
  const filed = await house.file()
  await house.until(filed, { waiting: { step: 'completeness' } })
  await house.decide(filed, `${filed.number}:completeness`, 'loket', { decision: 'approve' })
  await house.decide(filed, `${filed.number}:verification`, 'vera', { decision: 'approve' })
  return house.read(filed._id)
}

const sign = (application: ApplicationRecord, secret: string, key?: string) =>
  house.decide(
    application,
    `${application.number}:signature`,
    'kadis',
    { decision: 'sign' },
    { passphrase: secret, ...(key ? { key } : {}) },
  )

/** An Update past the API, given the time that a silent signing desk takes. */
const patiently = (application: ApplicationRecord, act: Decided) =>
  house.engine.client.withDeadline(Date.now() + 40_000, () =>
    house.handle(application).executeUpdate(decideTask, { args: [act], updateId: act.decisionId }),
  )

const documentsOf = ({ _id }: ApplicationRecord) =>
  house.inside(() => IssuedDocument.find({ application: _id }).select('+signed').lean())

describe('a signature', () => {
  test('numbers, signs, registers and closes in one answer; the PDF stands up to other hands', async () => {
    const application = await atSignature()
    await sign(application, passphrase)
    expect(await house.read(application._id)).toMatchObject({ status: 'approved', waiting: { kind: 'nobody' } })
    const [document] = await documentsOf(application)
    expect(document).toMatchObject({
      code: 'izin',
      signature: { by: 'Petugas kadis', legallyBinding: false },
    })
    const folder = await mkdtemp(join(tmpdir(), 'lontar-signed-'))
    const file = join(folder, 'izin.pdf')
    await writeFile(file, bytesOf(document?.signed ?? Buffer.alloc(0)))
    const { stdout } = await promisify(execFile)('pdfsig', ['-nocert', file])
    expect(stdout).toContain('Signature is Valid')
    const entries = await house.inside(() => RegisterEntry.find({ application: application._id }).lean())
    expect(entries).toMatchObject([
      { register: 'izin', fields: { tempat: 'Puskesmas Kabat' }, validUntil: document?.validUntil },
    ])
  })

  test('with a wrong passphrase is refused; the task is open again and keeps its number', async () => {
    const application = await atSignature()
    await expect(sign(application, 'salah')).rejects.toMatchObject({ kind: 'signing', code: 'signing-wrong-secret' })
    const open = await house.read(application._id)
    expect(open).toMatchObject({ status: 'in-progress', waiting: { step: 'signature' }, state: { latch: null } })
    const [before] = await documentsOf(application)
    await sign(application, passphrase)
    const after = await documentsOf(application)
    expect(after).toHaveLength(1)
    expect(after[0]).toMatchObject({ _id: before?._id, number: before?.number, signature: { by: 'Petugas kadis' } })
  })

  test('whose process is gone frees the latch: unknown, sign again, same number', async () => {
    const application = await atSignature()
    const act = {
      task: `${application.number}:signature`,
      officer: 'kadis',
      decision: 'sign',
      decisionId: 'lost',
      digest: 'd',
      signing: { queue: 'nobody-polls-this', request: 'lost' },
    } as const
    await expect(patiently(application, act)).rejects.toMatchObject({
      cause: { type: 'signing-unknown-outcome' },
    })
    expect(await house.read(application._id)).toMatchObject({ waiting: { step: 'signature' }, state: { latch: null } })
    await sign(application, passphrase)
    expect(await documentsOf(application)).toHaveLength(1)
  })

  test('asked for twice under one key is made once', async () => {
    const application = await atSignature()
    await sign(application, passphrase, 'same-key')
    const lines = await house.inside(() => TimelineEntry.countDocuments({ application: application._id }))
    await sign(application, passphrase, 'same-key')
    expect(await house.inside(() => TimelineEntry.countDocuments({ application: application._id }))).toBe(lines)
    expect(await documentsOf(application)).toHaveLength(1)
  })

  test('under way refuses every other decision', async () => {
    const application = await atSignature()
    const act = {
      task: `${application.number}:signature`,
      officer: 'kadis',
      decision: 'sign',
      decisionId: 'slow',
      digest: 'd',
      signing: { queue: 'nobody-polls-this-either', request: 'x' },
    } as const
    const slow = patiently(application, act).catch((error: unknown) => error)
    await house.until(application, { state: { latch: { kind: 'signing', ref: 'slow' } } })
    await expect(
      house.decide(application, `${application.number}:signature`, 'kadis', { decision: 'reject', note: 'x' }),
    ).rejects.toThrow(NotKept)
    await slow
  })
})

describe('a rejection', () => {
  test('ends in a signed letter with its reason', async () => {
    const application = await atSignature()
    await house.decide(application, `${application.number}:signature`, 'kadis', {
      decision: 'reject',
      note: 'Tempat praktik tidak sesuai',
    })
    await house.decide(
      application,
      `${application.number}:rejection-letter`,
      'kadis',
      { decision: 'sign' },
      { passphrase },
    )
    expect(await house.read(application._id)).toMatchObject({ status: 'rejected' })
    expect(await documentsOf(application)).toMatchObject([{ code: 'penolakan', kind: 'rejection' }])
  })
})

test('every number was issued once, without a gap', async () => {
  const numbers = await house.inside(() => GivenNumber.find({}).sort({ series: 1, sequence: 1 }).lean())
  for (const series of new Set(numbers.map((each) => each.series))) {
    const sequences = numbers.filter((each) => each.series === series).map(({ sequence }) => sequence)
    expect(sequences).toEqual(sequences.map((_, index) => index + 1))
  }
})
