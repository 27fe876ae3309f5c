import type { EventBody, Proposal } from './events.ts'
import {
  type CaseState,
  type DocumentState,
  hear,
  parseStepKey,
  statusAtWork,
  withDocuments,
  withTask,
} from './state.ts'

type Kept<Type extends EventBody['type']> = Extract<Proposal, { type: Type }>

/** A case that takes another course than its service foresaw. */
export function turned(state: CaseState, event: Kept<'step-added' | 'merged' | 'reopened'>): CaseState {
  switch (event.type) {
    case 'step-added': {
      const { addId, track, after, step } = event.data
      return { ...hear(state, addId), added: [...(state.added ?? []), { track, after, step }] }
    }
    case 'merged':
      return { ...hear(state, event.data.mergeId), mergedInto: event.data.into }
    case 'reopened':
      return reopened(state, event)
  }
}

function reopened(state: CaseState, { data }: Kept<'reopened'>): CaseState {
  const isKept = ([key]: [string, unknown]) => {
    const { track, step } = parseStepKey(key)
    return track === 'main' && !data.clears.includes(step)
  }
  const isReview = data.purpose === 'review'
  // A number that was reserved when the case closed is void: the next attempt gets another.
  const isOver = ({ status }: DocumentState) => status === 'prepared' || (isReview && status === 'signed')
  const annulled = withDocuments(state, isOver, 'annulled')
  return {
    ...hear(annulled, data.reopenId),
    status: statusAtWork(state),
    track: 'main',
    steps: Object.fromEntries(Object.entries(state.steps).filter(isKept)),
    conditions: data.conditions ?? state.conditions,
    round: (state.round ?? 0) + 1,
    outcome: null,
    closedAt: null,
    ...(isReview ? { basis: null } : { amends: state.outcome }),
  }
}

/** An officer on their way to the applicant. */
export function visited(
  state: CaseState,
  event: Kept<'visit-scheduled' | 'visit-departed' | 'visit-arrived'>,
): CaseState {
  const { task } = event.data
  const visit = state.tasks[task]?.visit ?? { appointment: null, departedAt: null, arrivedAt: null }
  switch (event.type) {
    case 'visit-scheduled': {
      const { visitId, appointment } = event.data
      return withTask(hear(state, visitId), task, { visit: { ...visit, appointment, departedAt: null } })
    }
    case 'visit-departed':
      return withTask(state, task, { visit: { ...visit, departedAt: event.at } })
    case 'visit-arrived':
      return withTask(hear(state, event.data.arrivalId), task, { visit: { ...visit, arrivedAt: event.at } })
  }
}
