import { type Actor, type Proposal, system } from '../../domain/case/events.ts'
import { foresee } from '../../domain/case/reduce.ts'
import { emptyCase } from '../../domain/case/state.ts'
import type { CaseContext } from '../../domain/case/tell.ts'
import type { Flow, Step, Track } from '../../domain/service.ts'
import { actRecords } from './act-records.ts'
import { issuedByHand } from './documents.ts'
import { type Story, type StoryDocument, type Told, unnamed } from './told.ts'

type Ending = NonNullable<Told['ending']>

const trackOf = {
  approved: 'main',
  withdrawn: 'main',
  rejected: 'rejection',
  'deemed-approved': 'deemed',
} as const satisfies Record<Ending['outcome'], Track>

/**
 * A case of which the old register knows only how it began and ended. Nobody's decisions and no clocks are made up for the
 * time between: received, the document with its entry, closed.
 */
export function tellArchived(told: Told, ending: Ending): Story {
  const { context, filed } = told
  const { flow } = context
  const { at, outcome } = ending
  const { channel, place, by } = filed
  const records = actRecords(told)
  const track = trackOf[outcome]
  const brought = documentOf(told, flow.tracks[track], at, track === 'deemed' ? basisOf(flow) : null, records)
  const withdrawal =
    outcome === 'withdrawn' ? records.withdrawal({ kind: 'withdraw', at, reason: ending.reason }, 0) : null
  const events: Proposal[] = [
    { type: 'received', at: filed.at, by, data: { service: flow.service, version: flow.version, channel, place } },
    ...(withdrawal ? [{ type: 'withdrawn', at, by, data: { withdrawalId: withdrawal.id } } satisfies Proposal] : []),
    ...(track === 'main' ? [] : [turned(track, at, flow)]),
    ...(brought?.events ?? []),
    { type: 'closed', at, by: system, data: { outcome } },
  ]
  return { events, acts: records.all, document: brought?.own ?? null, state: foresee(emptyCase(), events) }
}

function turned(track: Track, at: number, flow: Flow): Proposal {
  const basis = track === 'deemed' ? basisOf(flow) : null
  return { type: 'track-changed', at, by: system, data: { track, ...(basis ? { basis } : {}) } }
}

/** The article by which silence approves, as the service names it. */
function basisOf({ term }: Flow): string | null {
  const actions = term?.rungs.flatMap((rung) => rung.actions) ?? []
  const deeming = actions.find((action) => action.kind === 'deem')
  return deeming?.kind === 'deem' ? deeming.basis : null
}

type Brought = { own: StoryDocument | null; events: Proposal[] }

function documentOf(
  told: Told,
  steps: Step[],
  closedAt: number,
  basis: string | null,
  records: ReturnType<typeof actRecords>,
): Brought | null {
  const paper = told.document
  if (!paper) return null
  const at = paper.issuedAt ?? closedAt
  const by: Actor = { kind: 'officer', id: unnamed }
  const step = steps.find((each) => each.kind === 'sign' || each.kind === 'issue')
  if (step?.kind === 'sign' || step?.kind === 'issue') {
    const { document, events } = issuedByHand(told.application, { code: step.document, at, by, told: paper, basis })
    return { own: document, events: [...events, ...entries(told.context, steps, document, at)] }
  }
  const bringing = steps.find((each) => each.kind === 'review' && each.brings)
  if (!told.external || !bringing) return null
  const act = {
    kind: 'decide',
    step: bringing.code,
    decision: 'approve',
    officer: null,
    note: null,
    deficiencies: [],
    at,
  } as const
  const { id } = records.decision({ ...act, deficiencies: [] }, 0, `${told.context.number}:${bringing.code}`, paper)
  const data = { document: id, code: told.external, ordinal: 1, decisionId: id }
  return { own: null, events: [{ type: 'document-received', at, by, data }] }
}

function entries({ number }: CaseContext, steps: Step[], { id, code }: StoryDocument, at: number): Proposal[] {
  return steps.flatMap((step): Proposal[] => {
    if (step.kind !== 'register' || step.document !== code) return []
    const data = { entry: `${number}:${step.register}`, register: step.register, document: id, validFrom: at }
    return [{ type: 'register-entered', at, by: system, data }]
  })
}
