import { evaluateConditions } from '../../catalogue/compile/conditions.ts'
import { toFlow } from '../../catalogue/compile/flow.ts'
import type { ServiceDefinition } from '../../catalogue/service-schema.ts'
import type { CaseState } from '../../domain/case/state.ts'
import { isClosed } from '../../domain/case/state.ts'
import { type Flow, flatten, isHuman, type Step } from '../../domain/service.ts'
import type { CompiledCalendar } from '../../domain/working-time/index.ts'
import { tellStory } from '../../importer/story/tell-story.ts'
import { StoryProblem, type Told, type ToldAct } from '../../importer/story/told.ts'
import type { ClosedCase } from './closed-cases.ts'

/** A case under another version of its service, or why it cannot be told. `assumed`: new steps taken as approved at once. */
export type Retold = { state: CaseState; assumed: string[]; dropped: string[] } | { untold: string }

/** More new steps than this between two decisions is another service. */
const mostAssumed = 20

type Around = {
  calendar: (code: string) => CompiledCalendar
  /** Until when clocks that still run are followed, UTC epoch ms. */
  now: number
  /** Codes of the steps that the case was lived under. */
  known: ReadonlySet<string>
}

/** The same people doing the same at the same instants, under `definition`. Pure. */
export function retell(closed: ClosedCase, definition: ServiceDefinition, { calendar, now, known }: Around): Retold {
  const flow = playable(toFlow(definition, closed.application.serviceVersion + 1))
  const steps = new Set(
    Object.values(flow.tracks).flatMap((track) => flatten<Step>(track ?? []).map(({ code }) => code)),
  )
  const lived = livedActs(closed)
  if (lived === null) return { untold: 'dibuka kembali, digabungkan, atau meminta pendapat beberapa instansi' }
  const dropped = lived.flatMap((act) => ('step' in act && !steps.has(act.step) ? act.step : []))
  let acts = lived.filter((act) => !('step' in act) || steps.has(act.step))
  const assumed: string[] = []
  const around = { calendar, conditions: (answers: Record<string, unknown>) => evaluateConditions(definition, answers) }
  for (;;) {
    try {
      const { state } = tellStory(toldOf(closed, { flow, acts, now }), around)
      const rests = restingAt(state, flow)
      if (isClosed(state) || !rests || known.has(rests)) return { state, assumed, dropped }
      acts = [...acts, approving(rests, acts.at(-1)?.at ?? now)]
      assumed.push(rests)
    } catch (error) {
      if (!(error instanceof StoryProblem)) throw error
      const mended = mend(error, acts, { flow, known })
      if (!mended || assumed.length >= mostAssumed) return { untold: `${error.code} ${JSON.stringify(error.detail)}` }
      acts = mended.acts
      if (mended.assumed) assumed.push(mended.assumed)
    }
  }
}

/** A new step is taken at once; what nobody would have been asked any more, or yet, is left away. */
function mend(
  { code, act, detail }: StoryProblem,
  acts: ToldAct[],
  { flow, known }: { flow: Flow } & Pick<Around, 'known'>,
) {
  const failed = act === null ? undefined : acts[act]
  if (code !== 'refused' || act === null || !failed) return null
  const standsAt = String(detail.standsAt)
  if (standsAt === 'closed') return { acts: acts.slice(0, act), assumed: null }
  const main = humanSteps(flow)
  if (main.has(standsAt) && !known.has(standsAt))
    return { acts: acts.toSpliced(act, 0, approving(standsAt, failed.at)), assumed: standsAt }
  const wasOffRoad = 'step' in failed && !main.has(failed.step)
  return !main.has(standsAt) || wasOffRoad ? { acts: acts.toSpliced(act, 1), assumed: null } : null
}

const humanSteps = ({ tracks }: Flow) =>
  new Set(
    flatten<Step>(tracks.main)
      .filter(isHuman)
      .map(({ code }) => code),
  )

function restingAt(state: CaseState, flow: Flow): string | null {
  if (state.track !== 'main') return null
  const open = Object.values(state.tasks).find(({ status, track }) => status === 'open' && track === 'main')
  return open && humanSteps(flow).has(open.step) ? open.step : null
}

function approving(step: string, at: number): ToldAct {
  return { kind: 'decide', step, decision: 'approve', officer: null, note: null, deficiencies: [], at }
}

/** Money and other systems took the time they took: they are passed over, and so cost none. */
function playable(flow: Flow): Flow {
  const without = (steps: Step[]) => steps.filter(({ kind }) => kind !== 'pay' && kind !== 'call')
  const { main, rejection, deemed, lapse } = flow.tracks
  const tracks = { main: without(main), rejection: without(rejection), deemed: without(deemed) }
  return { ...flow, messages: [], tracks: { ...tracks, ...(lapse ? { lapse: without(lapse) } : {}) } }
}

/** What people did, in their order; null for a case that took another course than a story can tell. */
function livedActs({ application, lines, acts }: ClosedCase): ToldAct[] | null {
  const told: ToldAct[] = []
  for (const { type, data, at } of lines) {
    if (type === 'reopened' || type === 'merged' || type === 'step-added' || type === 'visit-arrived') return null
    if (type === 'withdrawn') told.push({ kind: 'withdraw', reason: '', at })
    if (type === 'corrected') {
      const said = acts.get(data.correctionId)
      told.push({ kind: 'correct', answers: said?.kind === 'correction' ? said.content.answers : null, note: null, at })
    }
    if (type !== 'task-decided') continue
    const task = application.state.tasks[data.task]
    if (!task || task.seat) return null
    const deficiencies = data.decision === 'return' ? [{ target: 'other' as const, name: '', message: '' }] : []
    told.push({ kind: 'decide', step: task.step, decision: data.decision, officer: null, note: null, deficiencies, at })
  }
  return told
}

function toldOf(
  { application, lines }: ClosedCase,
  { flow, acts, now }: { flow: Flow; acts: ToldAct[]; now: number },
): Told {
  const { _id, number, channel, village, servicePoint, filedBy, answers, attachments, acceptedAt } = application
  const filed = lines.find(({ type }) => type === 'received')?.at ?? acceptedAt.getTime()
  return {
    application: _id,
    context: { flow, number },
    filed: { channel, place: { village, servicePoint }, by: { kind: 'citizen', id: filedBy }, at: filed },
    ...{ answers, attachments, acts, now },
    document: { number: 'gladi', issuedAt: null, digest: '', file: null },
    external: 'gladi',
    silence: 'deem',
    closed: true,
    ending: null,
  }
}
