import { NativeConnection, type Worker } from '@temporalio/worker'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { createSigningActivities } from '../../activities/documents/sign.ts'
import { createSigningWorker } from '../../engine/worker.ts'
import { SigningError } from '../../integrations/signing/signing.ts'
import type { ApplicationRecord } from '../../models/case/application.ts'
import { IssuedDocument } from '../../models/case/document.ts'
import { GivenNumber } from '../../models/case/number.ts'
import { decideTask } from '../../workflows/messages.ts'
import { licence } from '../domain/case/fixture.ts'
import { type CaseHouse, openCaseHouse } from '../setup/case-house.ts'
import { localAuthority, newLocalCa } from '../setup/local-authority.ts'
import { fixtureDeps } from './fixture.ts'

let house: CaseHouse
let connection: NativeConnection
let forgetful: Worker
let running: Promise<void>
const passphrase = 'kata-sandi-kadis'
const queue = `forgetful-${process.pid}`

/** Signs and stores, and is gone before it can say so. */
beforeAll(async () => {
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
  connection = await NativeConnection.connect({ address: inject('temporalAddress') })
  const { signDocument } = createSigningActivities(house.deps, { take: () => passphrase })
  const activities = {
    async signDocument(request: Parameters<typeof signDocument>[0]) {
      await signDocument(request)
      throw new SigningError('unknown-outcome')
    },
  }
  forgetful = await createSigningWorker(house.deps, activities, { connection, namespace: 'default', taskQueue: queue })
  running = forgetful.run()
})
afterAll(async () => {
  forgetful.shutdown()
  await running
  await connection.close()
  await house.close()
})

/** At the signature, signed once by a process that was gone before it could say so. */
async function signedUnheard(): Promise<ApplicationRecord> {
  const filed = await house.file()
  await house.until(filed, { waiting: { step: 'completeness' } })
  await house.decide(filed, `${filed.number}:completeness`, 'loket', { decision: 'approve' })
  await house.decide(filed, `${filed.number}:verification`, 'vera', { decision: 'approve' })
  const act = {
    task: `${filed.number}:signature`,
    officer: 'kadis',
    decision: 'sign',
    decisionId: `unheard-${filed.number}`,
    digest: 'd',
    signing: { queue, request: 'r' },
  } as const
  const said = house.handle(filed).executeUpdate(decideTask, { args: [act], updateId: act.decisionId })
  await expect(said).rejects.toMatchObject({ cause: { type: 'signing-unknown-outcome' } })
  expect(await documentsOf(filed)).toMatchObject([{ signature: { by: 'Petugas kadis' }, issuedAt: null }])
  return house.read(filed._id)
}

const documentsOf = ({ _id }: ApplicationRecord) =>
  house.inside(() => IssuedDocument.find({ application: _id }).sort({ preparedAt: 1 }).lean())

const numbersOf = async (application: ApplicationRecord) => {
  const keys = (await documentsOf(application)).map(({ key }) => key)
  return house.inside(() =>
    GivenNumber.find({ key: { $in: keys } })
      .sort({ at: 1 })
      .lean(),
  )
}

describe('a signature that was stored and never heard of', () => {
  test('counts when the signer signs again: the same one, under the same number', async () => {
    const application = await signedUnheard()
    const [before] = await documentsOf(application)
    expect(await numbersOf(application)).toMatchObject([{ status: 'reserved' }])
    await house.decide(application, `${application.number}:signature`, 'kadis', { decision: 'sign' }, { passphrase })
    expect(await house.read(application._id)).toMatchObject({ status: 'approved' })
    const after = await documentsOf(application)
    expect(after).toMatchObject([{ number: before?.number, signature: before?.signature, digest: before?.digest }])
    expect(after[0]?.issuedAt).toBeInstanceOf(Date)
    expect(await numbersOf(application)).toMatchObject([{ status: 'issued' }])
  })

  test('counts for nothing when the signer rejects after all: never issued, its number void', async () => {
    const application = await signedUnheard()
    await house.decide(application, `${application.number}:signature`, 'kadis', {
      decision: 'reject',
      note: 'Tempat praktik tidak sesuai',
    })
    const letter = `${application.number}:rejection-letter`
    await house.decide(application, letter, 'kadis', { decision: 'sign' }, { passphrase })
    expect(await house.read(application._id)).toMatchObject({ status: 'rejected' })
    expect(await documentsOf(application)).toMatchObject([
      { code: 'izin', issuedAt: null },
      { code: 'penolakan', issuedAt: expect.any(Date) },
    ])
    expect(await numbersOf(application)).toMatchObject([{ status: 'void', reason: 'rejected' }, { status: 'issued' }])
  })
})
