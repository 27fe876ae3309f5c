import type { Step } from '../../catalogue/schema/steps.ts'
import type { TrackedApplication } from '../../contracts/track.ts'
import { type CaseState, isClosed, stepKey } from '../../domain/case/state.ts'
import type { Track } from '../../domain/service.ts'
import { isoOrNull } from '../case/clock.ts'
import { type CaseWords, deskOf } from '../case/words.ts'

type TrackedStep = TrackedApplication['steps'][number]

/** The road of the case: what is done, where it stands, what lies ahead; with the other track's steps once it turned. */
export function trackedSteps(state: CaseState, words: CaseWords): TrackedStep[] {
  const { track } = state
  const tracks: Track[] = track === 'main' ? ['main'] : ['main', track]
  return tracks.flatMap((each) =>
    words.steps[each].filter(({ kind }) => kind !== 'notify').map((step) => trackedStep(state, words, each, step)),
  )
}

function trackedStep(state: CaseState, words: CaseWords, track: Track, step: Step): TrackedStep {
  const known = state.steps[stepKey(track, step.code)]
  const desk = deskOf(step)
  const office = desk ? words.office(desk) : ''
  return {
    code: step.code,
    name: step.name,
    office: office === '' ? null : { id: office, en: office },
    state: stepState(state, track, step),
    at: isoOrNull(known?.endedAt ?? known?.startedAt),
  }
}

function stepState(state: CaseState, track: Track, { code, when }: Step): TrackedStep['state'] {
  const known = state.steps[stepKey(track, code)]
  if (known && known.endedAt !== null) return known.outcome === 'superseded' ? 'skipped' : 'done'
  if (known) return isReturned(state, track, code) ? 'returned' : 'current'
  if (isClosed(state) || state.track !== track) return 'skipped'
  const passedOver = when !== undefined && state.seq > 0 && state.conditions[when] !== true
  return passedOver ? 'skipped' : 'ahead'
}

function isReturned({ tasks }: CaseState, track: Track, step: string): boolean {
  return Object.values(tasks).some((task) => task.track === track && task.step === step && task.status === 'returned')
}
