import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { chainHash } from '../../activities/record/digest.ts'
import { toEvent } from '../../activities/record/timeline.ts'
import { nextRung } from '../../domain/case/clocks.ts'
import { say } from '../../engine/say.ts'
import { fastForward } from '../../infra/time-skipping.ts'
import { Act } from '../../models/case/acts.ts'
import { Application, type ApplicationRecord } from '../../models/case/application.ts'
import { IssuedDocument } from '../../models/case/document.ts'
import { Message } from '../../models/case/message.ts'
import { TimelineEntry } from '../../models/case/timeline-entry.ts'
import { applicationWorkflowId, decideTask } from '../../workflows/messages.ts'
import { licenceRow } from './fixture.ts'
import { type House, openImportHouse } from './import-house.ts'

let house: House
const dayMs = 86_400_000

beforeAll(async () => {
  house = await openImportHouse()
  await house.startWorker()
})
afterAll(() => house.close())

const ago = (days: number) => new Date(Date.now() - days * dayMs).toISOString()
const read = (reference: string) =>
  house.inside(() => Application.findOne({ 'imported.reference': reference }).orFail().lean())
const linesOf = async ({ _id }: ApplicationRecord) =>
  (await house.inside(() => TimelineEntry.find({ application: _id }).sort({ seq: 1 }).lean())).map(toEvent)
const rungsOf = async (application: ApplicationRecord) =>
  (await linesOf(application)).flatMap((line) =>
    line.type === 'rung-reached' ? [{ rung: `${line.data.clock} ${line.data.percent}`, at: line.at }] : [],
  )

async function decide(application: ApplicationRecord, step: string, officer: string): Promise<void> {
  const id = randomUUID()
  const task = `${application.number}:${step}`
  const content = { task, decision: 'approve' as const, note: null, deficiencies: [], data: null }
  await house.inside(async () => {
    const act = { _id: id, kind: 'decision' as const, application: application._id, by: officer, key: id }
    await Act.insertMany([{ ...act, digest: 'd', at: new Date(), content }])
    const said = { task, officer, decision: 'approve' as const, decisionId: id, digest: 'd' }
    await say(house.engine, application, decideTask, { act: said, updateId: id })
  })
}

/** Complete some days ago, since then with the health office: behind its deadline there, and the term well on its way. */
const open = licenceRow({
  reference: 'JALAN-1',
  filedAt: ago(20),
  status: 'in-progress',
  steps: [],
  atStep: 'rekomendasi',
  completeAt: ago(5),
  since: ago(4.9),
  documents: { foto: 'foto.jpg' },
  document: undefined,
})

describe('an open case', () => {
  test('goes on from where it was: a decision is taken, and its clocks run on', async () => {
    const { outcome } = await house.run(
      await house.write('open.jsonl', [{ ...open, applicant: { ...open.applicant, email: 'bidan@contoh.test' } }]),
    )
    expect(outcome).toMatchObject({ failed: [], started: 1, notStarted: 0 })
    const application = await read('JALAN-1')
    expect(application).toMatchObject({
      status: 'in-progress',
      waiting: { kind: 'office', step: 'rekomendasi', role: 'technical' },
    })
    const imported = application.imported?.at.getTime() ?? 0
    const before = await rungsOf(application)
    expect(before.length).toBeGreaterThan(0)
    expect(before.every(({ at }) => at <= imported)).toBe(true)
    const behind = Object.values(application.state.clocks)
      .filter(({ stoppedAt }) => stoppedAt === null)
      .flatMap((clock) =>
        (clock.instants?.rungs ?? []).filter(({ at }) => at <= imported).map(({ percent }) => `${clock.id} ${percent}`),
      )
    expect(before.map(({ rung }) => rung)).toEqual(expect.arrayContaining(behind))

    await decide(application, 'rekomendasi', 'teknis')
    const decided = await read('JALAN-1')
    expect(decided.waiting).toMatchObject({ step: 'validasi', role: 'section-head' })
    expect(await house.inside(() => Message.countDocuments({ application: application._id }))).toBe(0)

    const next = nextRung(decided.state)
    expect(next?.at).toBeGreaterThan(Date.now())
    const due = decided.state.clocks.term?.instants?.dueAt ?? 0
    const workflow = applicationWorkflowId(house.regency, application.number)
    await fastForward(house.engine.client, workflow, { until: new Date(due + 1_000) })
    const deemed = await vi.waitFor(
      async () => {
        const now = await read('JALAN-1')
        expect(now).toMatchObject({ status: 'deemed-approved', waiting: { step: 'pengawasan' } })
        return now
      },
      { timeout: 30_000, interval: 100 },
    )

    const all = await rungsOf(deemed)
    expect(all.slice(0, before.length)).toEqual(before)
    expect(new Set(all.map(({ rung }) => rung)).size).toBe(all.length)
    expect(all.map(({ rung }) => rung)).toContain('term 100')
    const told = await house.inside(() => Message.find({ application: application._id }).lean())
    expect(told.length).toBeGreaterThan(0)
    expect(told.every(({ queuedAt }) => queuedAt.getTime() > imported)).toBe(true)
    expect(told.map(({ trigger }) => trigger)).toContain('deemed')
    const lines = await linesOf(deemed)
    const hashes = lines.map(({ hash }) => hash)
    expect(hashes).toEqual(lines.map((line, index) => chainHash(hashes[index - 1] ?? '', line.seq, line)))
    const documents = await house.inside(() => IssuedDocument.find({ application: application._id }).lean())
    expect(documents).toMatchObject([{ code: 'sip', signature: { provider: 'local-ca' } }])
  })

  test('that was written but not started is started by the next run, and only once', async () => {
    const path = await house.write('late.jsonl', [{ ...open, reference: 'JALAN-2' }])
    const { client } = house.engine
    const away = { ...house.house.engine, client: { ...client, withDeadline: () => Promise.reject(new Error('away')) } }
    house.house.engine = away as unknown as typeof house.engine
    const first = await house.run(path).finally(() => {
      house.house.engine = house.engine
    })
    expect(first.outcome).toMatchObject({ taken: [{ open: true }], started: 0, notStarted: 1 })
    const before = await linesOf(await read('JALAN-2'))
    const second = await house.run(path)
    expect(second.outcome).toMatchObject({ taken: [], started: 1, notStarted: 0 })
    await decide(await read('JALAN-2'), 'rekomendasi', 'teknis')
    expect((await linesOf(await read('JALAN-2'))).slice(0, before.length)).toEqual(before)
    expect((await house.run(path)).outcome).toMatchObject({ taken: [], started: 1 })
  })

  test('whose term has run out is not approved by silence unless the row says so', async () => {
    const late = { ...open, reference: 'LEWAT-1', filedAt: ago(40), completeAt: ago(38), since: ago(37) }
    const { rows, problems } = await house.plan(await house.write('silence.jsonl', [late]))
    expect(rows).toEqual([])
    expect(problems.filter(({ severity }) => severity === 'error')).toMatchObject([{ field: 'overdue' }])

    await house.run(await house.write('hold.jsonl', [{ ...late, overdue: 'hold' }]))
    const held = await read('LEWAT-1')
    expect(held).toMatchObject({ status: 'in-progress', waiting: { step: 'rekomendasi' } })
    expect(await rungsOf(held)).toEqual(expect.arrayContaining([expect.objectContaining({ rung: 'term 100' })]))

    await house.run(
      await house.write('deem.jsonl', [{ ...late, reference: 'LEWAT-2', status: undefined, overdue: 'deem' }]),
    )
    const deemed = await vi.waitFor(
      async () => {
        const now = await read('LEWAT-2')
        expect(now).toMatchObject({ status: 'deemed-approved', waiting: { step: 'pengawasan' } })
        return now
      },
      { timeout: 30_000, interval: 100 },
    )
    const [document] = await house.inside(() => IssuedDocument.find({ application: deemed._id }).lean())
    expect(document).toMatchObject({ signature: { provider: 'local-ca' }, basis: { id: expect.any(String) } })
    await decide(held, 'rekomendasi', 'teknis')
    expect(await read('LEWAT-1')).toMatchObject({ status: 'in-progress', waiting: { step: 'validasi' } })
  })
})
