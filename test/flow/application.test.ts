import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { Task } from '../../models/case/task.ts'
import { TimelineEntry } from '../../models/case/timeline-entry.ts'
import { licence } from '../domain/case/fixture.ts'
import { type CaseHouse, openCaseHouse } from '../setup/case-house.ts'
import { localAuthority } from '../setup/local-authority.ts'
import { fixtureDeps } from './fixture.ts'

let house: CaseHouse

beforeAll(async () => {
  house = await openCaseHouse({
    mongoUri: inject('mongoUri'),
    temporalAddress: inject('temporalAddress'),
    workflowBundle: inject('workflowBundle'),
    flow: licence,
    deps: fixtureDeps({ signing: localAuthority() }),
  })
})
afterAll(() => house.close())

const taskOf = (number: string, step: string) => `${number}:${step}`

describe('a case on real servers', () => {
  test('a decision returns when the next task can be read', async () => {
    const filed = await house.file()
    await house.until(filed, { waiting: { step: 'completeness' } })
    await house.decide(filed, taskOf(filed.number, 'completeness'), 'loket', { decision: 'approve' })
    const after = await house.read(filed._id)
    expect(after).toMatchObject({ status: 'in-progress', waiting: { kind: 'office', step: 'verification' } })
    const tasks = await house.inside(() => Task.find({ application: filed._id }).lean())
    expect(tasks.map(({ step, status }) => `${step} ${status}`)).toEqual(['completeness decided', 'verification open'])
    const lines = await house.inside(() => TimelineEntry.find({ application: filed._id }).sort({ seq: 1 }).lean())
    expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_, index) => index + 1))
  })
})
