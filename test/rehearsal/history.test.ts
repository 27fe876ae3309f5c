import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { projectRoot } from '../../infra/env.ts'
import { silentProgress } from '../../infra/progress.ts'
import { Application, type ApplicationRecord } from '../../models/case/application.ts'
import { TimelineEntry } from '../../models/case/timeline-entry.ts'
import { type Behaviour, usualBehaviour } from '../../rehearsal/behaviour.ts'
import { againstHistory } from '../../rehearsal/history/against-history.ts'
import { comparisonLines } from '../../rehearsal/history/print-comparison.ts'
import { play } from '../../rehearsal/play.ts'
import { openStage, type Stage } from '../../rehearsal/stage.ts'

const pack = join(projectRoot, 'packs/banyuwangi')
const monday = Date.parse('2027-04-05T01:00:00Z')
let stage: Stage
let written: string
const cases: Record<'prompt' | 'corrected' | 'deemed', ApplicationRecord> = {} as never

beforeAll(async () => {
  const [mongoUri, temporalAddress] = [inject('mongoUri'), inject('temporalAddress')]
  stage = await openStage({ mongoUri, temporalAddress, pack, bundle: inject('workflowBundle') })
  written = await readFile(join(pack, 'services/sip-bidan.json'), 'utf8')
  const lived = (changes: Partial<Behaviour>) =>
    stage.inside(() =>
      play(stage, { service: 'sip-bidan', behaviour: { ...usualBehaviour, ...changes }, at: monday, answers: {} }),
    )
  cases.prompt = await lived({})
  cases.corrected = await lived({ citizen: 'corrects' })
  cases.deemed = await lived({ officers: 'absent' })
})
afterAll(() => stage?.close())

type Definition = { term: { amount: number }; steps: { code: string; kind: string }[] }

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

  test('are only read', async () => {
    const count = () =>
      stage.inside(async () => [await Application.countDocuments(), await TimelineEntry.countDocuments()])
    const before = await count()
    await under(() => undefined)
    expect(await count()).toEqual(before)
  })

  test('are told no more of where the definition is wrong', async () => {
    await expect(
      under(({ steps }) => {
        for (const step of steps) step.kind = 'dream'
      }),
    ).rejects.toThrow()
  })
})
