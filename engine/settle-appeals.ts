import { createHash } from 'node:crypto'
import type { Logger } from 'pino'
import { system } from '../domain/case/events.ts'
import type { CaseState } from '../domain/case/state.ts'
import { type Flow, flatten, isHuman, type Step } from '../domain/service.ts'
import { Application, type ApplicationRecord } from '../models/case/application.ts'
import { keepAct } from '../models/case/keep-act.ts'
import { acrossRegencies, inRegency } from '../models/tenancy.ts'
import { reopenCase } from './reopen-case.ts'
import { NotKept } from './say.ts'
import type { Engine } from './start-case.ts'

const batch = 50

/** Carries out objections that were granted: the case objected to is opened again where it was refused. Answers how many. */
export async function settleAppeals(engine: Engine, log: Logger): Promise<number> {
  const granted = await acrossRegencies('carry out granted objections', () =>
    Application.find({
      'about.purpose': 'appeal',
      'about.settledAt': null,
      status: { $in: ['approved', 'deemed-approved'] },
      closedAt: { $ne: null },
    })
      .sort({ closedAt: 1 })
      .limit(batch)
      .lean<ApplicationRecord[]>(),
  )
  let settled = 0
  for (const appeal of granted) {
    try {
      await inRegency(appeal.regency, () => settle(engine, appeal))
      settled += 1
    } catch (error) {
      log.warn({ error, application: appeal._id }, 'a granted objection could not be carried out yet')
    }
  }
  return settled
}

async function settle(engine: Engine, { _id, number, about }: ApplicationRecord): Promise<void> {
  const original = await Application.findOne({ _id: about?.application }).orFail().lean<ApplicationRecord>()
  const flow = await engine.flow(original.service, original.serviceVersion)
  const from = refusedAt(flow, original.state)
  const content = { reason: `Keberatan ${number} dikabulkan.`, at: from }
  const digest = createHash('sha256').update(JSON.stringify(content)).digest('hex')
  // The objection's own id: carried out twice, it is one reopening.
  const act = {
    _id,
    kind: 'reopening' as const,
    application: original._id,
    by: system.id,
    key: `appeal-${_id}`,
    digest,
  }
  await keepAct({ ...act, at: new Date(), content })
  try {
    await reopenCase(engine, original, { reopenId: _id, digest, purpose: 'review', from, by: system })
  } catch (error) {
    // Somebody has opened it again meanwhile: that is what the objection asked for.
    if (!(error instanceof NotKept && error.code === 'case-open')) throw error
  }
  await Application.updateOne({ _id }, { $set: { 'about.settledAt': new Date() } })
}

/** The step of the main track where it was refused or left lying; its first desk where nobody did either. */
function refusedAt({ tracks }: Flow, { tasks }: CaseState): string {
  const last = Object.values(tasks)
    .filter(({ track, decided }) => track === 'main' && decided.length > 0)
    .toSorted((a, b) => (b.decided.at(-1)?.at ?? 0) - (a.decided.at(-1)?.at ?? 0))[0]
  const holds = (step: Step) => flatten<Step>([step]).some(({ code }) => code === last?.step)
  const step = tracks.main.find(holds) ?? tracks.main.find(isHuman)
  if (!step) throw new RangeError('a flow without a human step was refused by nobody')
  return step.code
}
