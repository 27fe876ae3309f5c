import type { Proposal, TimelineEvent } from '../../domain/case/events.ts'
import { applyEvent } from '../../domain/case/reduce.ts'
import type { CaseState } from '../../domain/case/state.ts'
import { Application, type ApplicationRecord } from '../../models/case/application.ts'
import type { ClientSession } from '../../models/database.ts'
import { inRegency } from '../../models/tenancy.ts'
import { inTransaction } from '../../models/transaction.ts'
import type { RecordReply, RecordRequest } from '../../workflows/activities.ts'
import type { CaseDeps } from '../deps.ts'
import { startEntered } from '../register/start-entered.ts'
import { followUp } from './alongside/follow-up.ts'
import { handedByRungs } from './alongside/handed-by-rungs.ts'
import { complete, reprojection, type Surroundings } from './complete.ts'
import { TimelineContradiction } from './contradiction.ts'
import { project } from './project/project.ts'
import { surroundingsOf } from './surroundings.ts'
import { appendEvents, asProposal, proposedDigest, readTimeline, toEvent } from './timeline.ts'

/**
 * Appends to a case's timeline by compare-and-set on its last seq and hash, projects in the same transaction, and answers
 * with what the timeline holds. Safe to repeat: lines already there are answered, not written.
 * @throws TimelineContradiction
 */
export function recorder(deps: CaseDeps): (request: RecordRequest) => Promise<RecordReply> {
  return ({ regency, ...request }) =>
    inRegency(regency, async () => {
      const reply = await inTransaction((session) => recordIn(deps, { regency, ...request }, session))
      if ('kept' in reply) await startEntered(deps, reply.kept)
      return reply
    })
}

/** As `recorder`, in the caller's regency and transaction: for whoever keeps a case together with its history. */
export async function recordIn(deps: CaseDeps, request: RecordRequest, session: ClientSession): Promise<RecordReply> {
  const application = await Application.findOne({ _id: request.application }).session(session).lean()
  if (!application) throw new TimelineContradiction(`application ${request.application} is not there`)
  return recordOn(deps, application, request, session)
}

/** As `recordIn`, of an application as it was just read or written in this transaction. */
export async function recordOn(
  deps: CaseDeps,
  application: ApplicationRecord,
  request: RecordRequest,
  session: ClientSession,
): Promise<RecordReply> {
  const { from, head } = request
  const { state } = application
  if (state.seq < from - 1) return { missingFrom: state.seq + 1 }
  if (state.seq >= from) return alreadyThere(request, session)
  if (state.head !== head) throw contradiction(request, state)
  const around = surroundingsOf(deps, application, session)
  const instead = await reprojection(state, request.events, around)
  const told = await keep(application, instead ? [instead] : request.events, around, session)
  const after = applyAll(state, told)
  const added = await keep(
    { ...application, state: after },
    await alongside(deps, application, after, told),
    around,
    session,
  )
  const kept = [...told, ...added]
  await project(deps, application, applyAll(after, added), kept, session)
  return { kept, recorded: instead === null }
}

async function alreadyThere(
  { application, from, head, events }: RecordRequest,
  session: ClientSession,
): Promise<RecordReply> {
  const lines = await readTimeline(application, Math.max(1, from - 1), session)
  const before = lines.find((line) => line.seq === from - 1)
  if ((before?.hash ?? '') !== head)
    throw new TimelineContradiction(`line ${from - 1} of application ${application} differs`)
  const held = lines.filter((line) => line.seq >= from)
  const recorded =
    events.length <= held.length && events.every((event, index) => held[index]?.proposed === proposedDigest(event))
  return { kept: held.map(toEvent), recorded }
}

/** What follows from the lines kept by what only the office's own data can tell; it stands behind them in the timeline. */
async function alongside(
  deps: CaseDeps,
  application: ApplicationRecord,
  after: CaseState,
  told: TimelineEvent[],
): Promise<Proposal[]> {
  return [...(await handedByRungs(application, after, told)), ...(await followUp(deps, application, after, told))]
}

async function keep(
  application: ApplicationRecord,
  proposals: Proposal[],
  around: Surroundings,
  session: ClientSession,
): Promise<TimelineEvent[]> {
  const completed: { event: Proposal; proposed: string }[] = []
  for (const proposal of proposals) {
    const event = await complete(asProposal(proposal), around)
    completed.push({ event, proposed: proposedDigest(proposal) })
  }
  if (completed.length === 0) return []
  return appendEvents(application._id, application.state, completed, session)
}

function applyAll(state: CaseState, events: TimelineEvent[]): CaseState {
  return events.reduce(applyEvent, state)
}

function contradiction({ application, from }: RecordRequest, state: CaseState): TimelineContradiction {
  return new TimelineContradiction(
    `line ${from - 1} of application ${application} differs from the one at ${state.seq}`,
  )
}
