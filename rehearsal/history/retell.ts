import { evaluateConditions } from '../../catalogue/compile/conditions.ts'
import { toFlow } from '../../catalogue/compile/flow.ts'
import type { ServiceDefinition } from '../../catalogue/service-schema.ts'
import type { CaseState } from '../../domain/case/state.ts'
import { isClosed } from '../../domain/case/state.ts'
import { stepsOf, stepsUnderWay } from '../../domain/case/steps.ts'
import { type Flow, flatten, type HumanStep, isHuman, type Step } from '../../domain/service.ts'
import type { CompiledCalendar } from '../../domain/working-time/index.ts'
import { tellStory } from '../../importer/story/tell-story.ts'
import { StoryProblem, type Told, type ToldAct } from '../../importer/story/told.ts'
import { onward } from '../onward.ts'
import type { ClosedCase } from './closed-cases.ts'
import { livedActs } from './lived-acts.ts'
import { passableFlow } from './passable-flow.ts'

/** A case under another version of its service, or why it cannot be told. `assumed`: new steps taken as approved at once. */
export type Retold = { state: CaseState; assumed: string[]; dropped: string[] } | { untold: string }

/** More new steps than this are another service. */
const mostAssumed = 20

export type RetellAround = {
  calendar: (code: string) => CompiledCalendar
  /** Until when clocks that still run are followed, UTC epoch ms. */
  now: number
  /** Codes of the steps that the case was lived under. */
  known: ReadonlySet<string>
}

/** The same people doing the same at the same instants, under `definition`. Pure. */
export function retell(closed: ClosedCase, definition: ServiceDefinition, around: RetellAround): Retold {
  const lived = livedActs(closed)
  if ('untold' in lived) return lived
  const flow = passableFlow(toFlow(definition, closed.application.serviceVersion + 1))
  const steps = new Set(Object.values(flow.tracks).flatMap((track) => flatten<Step>(track).map(({ code }) => code)))
  const isGone = (act: ToldAct) => 'step' in act && !steps.has(act.step)
  const dropped = new Set(lived.acts.flatMap((act) => ('step' in act && isGone(act) ? act.step : [])))
  const conditions = (answers: Record<string, unknown>) => evaluateConditions(definition, answers)
  const tell = (acts: ToldAct[], now: number) =>
    tellStory(toldOf(closed, { flow, acts, now }), { calendar: around.calendar, conditions }).state
  let acts = lived.acts.filter((act) => !isGone(act))
  const assumed: string[] = []
  while (assumed.length <= mostAssumed) {
    const went = tried(() => tell(acts, around.now))
    const next =
      'state' in went
        ? goOn(went.state, acts, { flow, ...around })
        : mend(went.problem, acts, { flow, ...around, before: (until, now) => tell(acts.slice(0, until), now) })
    if ('untold' in next) return next
    if ('state' in next) return { state: next.state, assumed, dropped: [...dropped] }
    acts = next.acts
    if (next.assumed) assumed.push(next.assumed)
  }
  return { untold: `lebih dari ${mostAssumed} langkah baru` }
}

type Next = { acts: ToldAct[]; assumed?: string } | { untold: string }
type On = RetellAround & { flow: Flow }

function tried(tell: () => CaseState): { state: CaseState } | { problem: StoryProblem } {
  try {
    return { state: tell() }
  } catch (error) {
    if (error instanceof StoryProblem) return { problem: error }
    throw error
  }
}

/** Where the case came to after the last act; a new step that it rests at is taken at once, and it goes on. */
function goOn(state: CaseState, acts: ToldAct[], on: On): Next | { state: CaseState } {
  if (isClosed(state)) return { state }
  const fresh = standing(state, on.flow).find(({ code, kind }) => !on.known.has(code) && kind !== 'wait')
  if (!fresh) return { state }
  const openedAt = Object.values(state.tasks).find(({ step, track }) => step === fresh.code && track === state.track)
  return assuming(fresh, acts.length, Math.max(acts.at(-1)?.at ?? 0, openedAt?.openedAt ?? 0), acts)
}

/** A new step is taken at once; what nobody would have been asked any more, or yet, is left away. */
function mend(
  problem: StoryProblem,
  acts: ToldAct[],
  { flow, known, before }: On & { before: (until: number, now: number) => CaseState },
): Next {
  const { code, act } = problem
  const failed = act === null ? undefined : acts[act]
  if (code !== 'refused' || act === null || !failed) return { untold: whyNot(problem) }
  const state = before(act, failed.at)
  if (isClosed(state)) return { acts: acts.slice(0, act) }
  const onRoad = flatten<Step>(stepsOf(flow, state, state.track)).map((step) => step.code)
  const isOffRoad = 'step' in failed ? !onRoad.includes(failed.step) : state.track !== 'main'
  if (isOffRoad) return { acts: acts.toSpliced(act, 1) }
  const stands = standing(state, flow)
  const fresh = stands.find((step) => !known.has(step.code))
  if (fresh) return assuming(fresh, act, failed.at, acts)
  const waits = stands.find(({ kind }) => kind === 'wait')
  return { untold: waits ? tooEarly(waits) : whyNot(problem) }
}

const standing = (state: CaseState, flow: Flow) => stepsUnderWay(flow, state).filter(({ kind }) => kind !== 'parallel')

/** The new step decided by its desk; where more belongs to it than a decision, the case cannot be told. */
function assuming(step: Step, index: number, at: number, acts: ToldAct[]): Next {
  if (step.kind === 'inspect') return { untold: `langkah baru ${step.code} memerlukan kunjungan lapangan` }
  if (step.kind === 'consult') return { untold: `langkah baru ${step.code} meminta pendapat beberapa instansi` }
  if (!isHuman(step)) return { untold: tooEarly(step) }
  return { acts: acts.toSpliced(index, 0, going(step, at)), assumed: step.code }
}

function going({ code: step, decisions }: HumanStep, at: number): ToldAct {
  return { kind: 'decide', step, decision: onward(decisions), officer: null, note: null, deficiencies: [], at }
}

const tooEarly = ({ code }: Step) => `langkah ${code} masih menunggu waktunya ketika keputusan berikutnya diambil`

function whyNot({ code, detail }: StoryProblem): string {
  if (code === 'calendar-too-short')
    return `kalender ${detail.calendar} hanya memuat ${detail.from} sampai ${detail.until}`
  if (code !== 'refused') return 'urutan peristiwanya tidak dapat diikuti'
  if (detail.refusal === 'decision-not-offered')
    return `putusan yang diambil tidak ada lagi di langkah ${detail.standsAt}`
  return `perkara masih di langkah ${detail.standsAt} ketika langkah lain diputuskan`
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
