import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import type { ApplicationRecord } from '../../models/case/application.ts'
import { licence } from '../domain/case/fixture.ts'
import { type CaseHouse, openCaseHouse } from '../setup/case-house.ts'
import { localAuthority } from '../setup/local-authority.ts'
import { fixtureDeps } from './fixture.ts'

let house: CaseHouse
/** Everything personal that goes into the cases below. */
const personal = [
  'Siti Rahayu',
  'Rahayu',
  '3510014506900001',
  'siti@contoh.test',
  'Puskesmas Kabat',
  'Ijazah buram',
  'Tidak layak huni',
  'rahasia-sekali',
]
/** A failing lookup whose error quotes personal data, as a database's does. */
let failing = false

beforeAll(async () => {
  const deps = fixtureDeps({ signing: localAuthority() })
  house = await openCaseHouse({
    mongoUri: inject('mongoUri'),
    temporalAddress: inject('temporalAddress'),
    workflowBundle: inject('workflowBundle'),
    flow: licence,
    deps: {
      ...deps,
      officer: async (...asked) => {
        if (failing) throw new Error('E11000 duplicate key: { name: "Siti Rahayu", nik: "3510014506900001" }')
        return deps.officer(...asked)
      },
    },
  })
})
afterAll(() => house.close())

/** The whole history as Temporal keeps it, payloads decoded. */
async function historyOf(application: ApplicationRecord): Promise<string> {
  const { events } = await house.handle(application).fetchHistory()
  return JSON.stringify(events, (key, value: unknown) =>
    key === 'data' && typeof value === 'string' ? Buffer.from(value, 'base64').toString('utf8') : value,
  )
}

async function atVerification(): Promise<ApplicationRecord> {
  const filed = await house.file()
  await house.until(filed, { waiting: { step: 'completeness' } })
  await house.decide(filed, `${filed.number}:completeness`, 'loket', { decision: 'approve' })
  return house.read(filed._id)
}

test('a finished history holds no name, NIK, address or note', async () => {
  const application = await atVerification()
  const task = `${application.number}:verification`
  const mend = { target: 'document' as const, name: 'ijazah', message: 'Ijazah buram' }
  await house.decide(application, task, 'vera', { decision: 'return', note: 'Ijazah buram', deficiencies: [mend] })
  await house
    .handle(application)
    .executeUpdate('withdraw', { args: [{ withdrawalId: 'w-1', by: { kind: 'citizen', id: 'siti' } }] })
  await house.until(application, { status: 'withdrawn' })
  const history = await historyOf(application)
  expect(history).toContain('task-decided')
  for (const word of personal) expect(history).not.toContain(word)
})

test('a history with failures holds none either: errors are codes', async () => {
  const application = await atVerification()
  await house.decide(application, `${application.number}:verification`, 'vera', {
    decision: 'approve',
    note: 'Tidak layak huni',
  })
  failing = true
  const signing = house
    .decide(
      application,
      `${application.number}:signature`,
      'kadis',
      { decision: 'sign' },
      { passphrase: 'rahasia-sekali' },
    )
    .catch((error: unknown) => error)
  await vi.waitFor(
    async () =>
      expect(JSON.stringify((await house.handle(application).describe()).raw.pendingActivities)).toContain(
        'lastFailure',
      ),
    { timeout: 30_000 },
  )
  const pending = JSON.stringify((await house.handle(application).describe()).raw.pendingActivities)
  for (const word of personal) expect(pending).not.toContain(word)
  failing = false
  await signing
  const history = await historyOf(application)
  expect(history).toContain('signing-unregistered')
  for (const word of personal) expect(history).not.toContain(word)
})
