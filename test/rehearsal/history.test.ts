import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { PackError } from '../../catalogue/pack/problem.ts'
import { projectRoot } from '../../infra/env.ts'
import { silentProgress } from '../../infra/progress.ts'
import { Application, type ApplicationRecord } from '../../models/case/application.ts'
import { TimelineEntry, type TimelineRecord } from '../../models/case/timeline-entry.ts'
import { type Behaviour, usualBehaviour } from '../../rehearsal/behaviour.ts'
import { againstHistory } from '../../rehearsal/history/against-history.ts'
import { comparisonLines } from '../../rehearsal/history/print-comparison.ts'
import { play } from '../../rehearsal/play.ts'
import { openStage, type Stage } from '../../rehearsal/stage.ts'

const pack = join(projectRoot, 'packs/banyuwangi')
const monday = Date.parse('2027-04-05T01:00:00Z')
let stage: Stage
let written: string
/** An inspection and its report, as another service of the pack has them. */
let inspection: { step: Named; report: Named }
const cases: Record<'prompt' | 'corrected' | 'deemed', ApplicationRecord> = {} as never

beforeAll(async () => {
  const [mongoUri, temporalAddress] = [inject('mongoUri'), inject('temporalAddress')]
  stage = await openStage({ mongoUri, temporalAddress, pack, bundle: inject('workflowBundle') })
  written = await readFile(join(pack, 'services/sip-bidan.json'), 'utf8')
  const slhs = JSON.parse(await readFile(join(pack, 'services/slhs.json'), 'utf8'))
  const find = (all: Named[], kind: string) => all.find((each) => each.kind === kind) as Named
  inspection = {
    step: find(
      slhs.steps.flatMap(({ branches = [] }: { branches?: { steps: Named[] }[] }) =>
        branches.flatMap(({ steps }) => steps),
      ),
      'inspect',
    ),
    report: find(slhs.documents, 'report'),
  }
  const lived = (changes: Partial<Behaviour>) =>
    stage.inside(() =>
      play(stage, { service: 'sip-bidan', behaviour: { ...usualBehaviour, ...changes }, at: monday, answers: {} }),
    )
  cases.prompt = await lived({})
  cases.corrected = await lived({ citizen: 'corrects' })
  cases.deemed = await lived({ officers: 'absent' })
})
afterAll(() => stage?.close())

type Named = { code: string; kind: string } & Record<string, unknown>
type Definition = {
  term: { amount: number }
  steps: Named[]
  rejection: Named[]
  documents: Named[]
  fees: object[]
  form: { fields: object[] }[]
  messages: Record<string, unknown>
}

const named = { id: 'Langkah baru', en: 'New step' }
const clock = { unit: 'working-days', amount: 2, calendar: 'banyuwangi', rungs: [] }

/** Puts a step of these properties before the one named, at the desk of that one unless it says otherwise. */
function inFrontOf({ steps }: Definition, code: string, step: Record<string, unknown>): void {
  const at = steps.findIndex((each) => each.code === code)
  const there = { ...steps[at], document: undefined, code: 'baru', name: named }
  steps.splice(at, 0, { ...there, ...step } as Named)
}

/** What these three cases would have come to under the service, changed. */
function under(change: (definition: Definition) => void) {
  const definition = JSON.parse(written)
  change(definition)
  const [since, now] = [new Date('2027-04-01'), Date.parse('2027-08-02T03:00:00Z')]
  const asked = { service: 'sip-bidan', definition: JSON.stringify(definition), since, now, progress: silentProgress }
  return stage.inside(() => againstHistory(asked))
}

const rowOf = ({ rows }: Awaited<ReturnType<typeof under>>, { number }: ApplicationRecord) =>
  rows.find((row) => row.number === number)

const desk = (role: string, agency: string) => ({ role, agency })

describe('closed cases under another version', () => {
  test('come out just as they did under the same one', async () => {
    const same = await under(() => undefined)
    expect(same.totals).toMatchObject({ cases: 3, untold: 0, same: 3, deemed: { was: 1, now: 1 } })
    expect(comparisonLines(same, 420).join('\n')).toContain('3 sama')
  })

  test('with a term of one day, silence would have decided them all', async () => {
    const shorter = await under(({ term }) => {
      term.amount = 1
    })
    expect(shorter.totals).toMatchObject({ same: 0, deemed: { was: 1, now: 3 }, breached: { was: 1, now: 3 } })
    expect(rowOf(shorter, cases.prompt)).toMatchObject({
      was: { outcome: 'approved', met: true },
      now: { outcome: 'deemed-approved', met: false, dueAt: Date.parse('2027-04-07T09:00:00Z') },
    })
    const said = comparisonLines(shorter, 420).join('\n')
    expect(said).toContain('Rabu, 7 April 2027 pukul 16.00')
    expect(said).toContain('dianggap dikabulkan')
  })

  test('with a longer one nothing is late, and what silence decided comes later', async () => {
    const longer = await under(({ term }) => {
      term.amount = 10
    })
    expect(rowOf(longer, cases.corrected)).toMatchObject({ now: { outcome: 'approved', met: true } })
    const [was, now] = [rowOf(longer, cases.deemed)?.was.dueAt ?? 0, rowOf(longer, cases.deemed)?.now?.dueAt ?? 0]
    expect(now).toBeGreaterThan(was)
  })

  test('with one desk fewer and one more, those who did the rest are heard all the same', async () => {
    const other = await under(({ steps }) => {
      const at = steps.findIndex(({ code }) => code === 'validasi')
      steps.splice(at, 1, { ...steps[at], code: 'paraf' } as Definition['steps'][number])
    })
    expect(rowOf(other, cases.prompt)).toMatchObject({
      now: { outcome: 'approved' },
      assumed: ['paraf'],
      dropped: ['validasi'],
    })
  })

  test.each([
    ['asks for a mere acknowledgement', { kind: 'review', decisions: ['acknowledge'] }],
    ['is signed', { kind: 'sign', decisions: ['sign', 'return'], document: 'sip' }],
  ])('with a new step that %s, its desk is taken to have done so at once', async (_, step) => {
    const other = await under((definition) => inFrontOf(definition, 'validasi', step))
    expect(rowOf(other, cases.prompt)).toMatchObject({ untold: null, now: { outcome: 'approved' }, assumed: ['baru'] })
    expect(other.totals).toMatchObject({ untold: 0, outcomes: { now: { approved: 2, 'deemed-approved': 1 } } })
  })

  test.each([
    [
      'asks several agencies',
      (definition: Definition) =>
        inFrontOf(definition, 'validasi', {
          ...{ kind: 'consult', quorum: 1, onObjection: 'continue' },
          panel: [{ code: 'dinkes', name: named, desk: desk('technical', 'dinkes'), clock, decisions: ['agree'] }],
          ...{ desk: undefined, clock: undefined, decisions: undefined },
        }),
      'langkah baru baru meminta pendapat beberapa instansi',
    ],
    [
      'waits',
      (definition: Definition) => {
        const rungs = [{ percent: 100, actions: [{ kind: 'proceed' }] }]
        inFrontOf(definition, 'validasi', {
          ...{ kind: 'wait', clock: { ...clock, rungs }, desk: undefined, decisions: undefined },
        })
      },
      'langkah baru masih menunggu waktunya ketika keputusan berikutnya diambil',
    ],
    [
      'sends an officer out',
      (definition: Definition) => {
        definition.documents.push(inspection.report)
        for (const name of ['namaUsaha', 'alamatUsaha'])
          definition.form[0]?.fields.push({ type: 'text', name, label: named, optional: true })
        definition.messages.inspection = 'shared'
        inFrontOf(definition, 'validasi', { ...inspection.step, code: 'baru' })
      },
      'langkah baru baru memerlukan kunjungan lapangan',
    ],
  ] as const)(
    'with a new step that %s, those who came to it cannot be told, by its name and counted',
    async (_, change, why) => {
      const other = await under(change)
      expect(other.totals).toMatchObject({ cases: 3, untold: 2 })
      for (const one of [cases.prompt, cases.corrected])
        expect(rowOf(other, one)).toMatchObject({ now: null, untold: why })
      expect(rowOf(other, cases.deemed)).toMatchObject({ now: { outcome: 'deemed-approved' } })
      expect(comparisonLines(other, 420).join('\n')).toContain(`2 tidak dapat diputar ulang: ${why}`)
    },
  )

  test('with a wait at the very end, the case is closed when that is through', async () => {
    const short = { ...clock, unit: 'working-minutes', rungs: [{ percent: 100, actions: [{ kind: 'proceed' }] }] }
    const other = await under((definition) =>
      inFrontOf(definition, 'register', {
        ...{ kind: 'wait', clock: short, desk: undefined, decisions: undefined, register: undefined },
      }),
    )
    expect(rowOf(other, cases.prompt)).toMatchObject({ untold: null, now: { outcome: 'approved' } })
  })

  test('with a fee, those pay who come to it', async () => {
    const dearer = await under((definition) => {
      definition.fees.push({ code: 'retribusi', name: named, amount: 150_000, source: 'standar-contoh' })
      Object.assign(definition.messages, { bill: 'shared', paid: 'shared' })
      inFrontOf(definition, 'tanda-tangan', {
        ...{ kind: 'pay', fees: ['retribusi'], refund: { percent: 100 }, clock, desk: undefined, decisions: undefined },
      })
    })
    expect(dearer.totals).toMatchObject({ untold: 0, fees: { was: 0, now: 300_000 } })
    expect(rowOf(dearer, cases.deemed)).toMatchObject({ now: { outcome: 'deemed-approved', fees: 0 } })
    expect(comparisonLines(dearer, 420).join('\n')).toContain('Rp300.000')
  })

  test('are only read', async () => {
    const count = () =>
      stage.inside(async () => [await Application.countDocuments(), await TimelineEntry.countDocuments()])
    const before = await count()
    await under(() => undefined)
    expect(await count()).toEqual(before)
  })

  test('are told no more of where the definition is wrong', async () => {
    const dreaming = under(({ steps }) => {
      for (const step of steps) step.kind = 'dream'
    })
    await expect(dreaming).rejects.toThrow(PackError)
    await expect(dreaming).rejects.toMatchObject({
      problems: expect.arrayContaining([expect.objectContaining({ path: expect.stringContaining('steps') })]),
    })
  })

  test('are not told where their own history does not tell how they ended: what an old register knew of them', async () => {
    const { prompt } = cases
    const old = {
      ...prompt,
      _id: randomUUID(),
      number: 'LAMA-1',
      filedWith: { ...prompt.filedWith, key: randomUUID() },
    }
    await stage.inside(async () => {
      const lines = await TimelineEntry.find({ application: prompt._id }).sort({ seq: 1 }).lean<TimelineRecord[]>()
      const [received, closed] = [lines[0], lines.at(-1)]
      if (!received || !closed) throw new Error('a case without lines')
      await Application.insertMany([old])
      await TimelineEntry.insertMany(
        [received, { ...closed, seq: 2 }].map(({ regency: _regency, ...line }) => ({
          ...line,
          _id: undefined,
          application: old._id,
        })),
      )
    })
    const same = await under(() => undefined)
    expect(same.totals).toMatchObject({ cases: 4, untold: 1, same: 3 })
    expect(rowOf(same, old)?.untold).toContain('tidak menceritakan')
  })
})
