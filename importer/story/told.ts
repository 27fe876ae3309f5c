import type { Actor, Conditions, Place, Proposal } from '../../domain/case/events.ts'
import type { CaseState } from '../../domain/case/state.ts'
import type { CaseContext } from '../../domain/case/tell.ts'
import type { Channel, Decision } from '../../domain/service.ts'
import type { CompiledCalendar } from '../../domain/working-time/index.ts'
import type { AnyAct, DeficiencyRecord } from '../../models/case/acts.ts'
import type { Attachment } from '../../models/case/application.ts'

/** Who acts in an imported story where the row names nobody; no account has this id. */
export const unnamed = 'import'

/** What somebody did, as a row tells it. `officer` and `by` are accounts; null where the row names nobody. */
export type ToldAct = { at: number } & (
  | {
      kind: 'decide'
      step: string
      decision: Decision
      officer: string | null
      note: string | null
      deficiencies: DeficiencyRecord[]
    }
  | { kind: 'claim'; step: string; officer: string | null }
  | { kind: 'correct'; answers: Record<string, unknown> | null; note: string | null }
  | { kind: 'withdraw'; reason: string }
)

/** The paper a case ended with: its number, the day it bears, and the digest and file of its PDF where there is one. */
export type ToldDocument = { number: string; issuedAt: number | null; digest: string; file: string | null }

/** What silence does to a case whose term has run out by the calendar: approve it now, or leave it to people. */
export type Silence = 'deem' | 'hold'

/** A row as the rules of a case understand it. */
export type Told = {
  /** Application id; ids of acts and documents come from it. */
  application: string
  /** The service's flow without messages: nobody is told of what lies behind. */
  context: CaseContext
  filed: { channel: Channel; place: Place; by: Actor; at: number }
  answers: Record<string, unknown>
  attachments: Attachment[]
  acts: ToldAct[]
  document: ToldDocument | null
  /** Code of the document that the owner's system issues; null where the service has none. */
  external: string | null
  silence: Silence | null
  /** The row says that it is closed: its clocks may lie before the calendar's first day. */
  closed: boolean
  /** A closed case that names no steps: its beginning and its end are told, nothing is made up between them. */
  ending: { outcome: 'approved' | 'rejected' | 'withdrawn' | 'deemed-approved'; at: number; reason: string } | null
  /** Until when the calendar is followed. */
  now: number
}

export type StoryAround = {
  calendar(code: string): CompiledCalendar
  conditions(answers: Record<string, unknown>): Conditions
}

/** `NewAct` of models/case: an act before it is kept. */
export type Stored = AnyAct extends infer Each ? (Each extends AnyAct ? Omit<Each, 'regency'> : never) : never

/** A document the case is to own; what the owner's system issued is kept by `record` itself, from the decision. */
export type StoryDocument = { id: string; code: string; at: number; basis: string | null; told: ToldDocument }

export type Story = {
  /** All that happened, to be kept in one go from line 1. */
  events: Proposal[]
  /** What people said, to be kept before it. */
  acts: Stored[]
  document: StoryDocument | null
  state: CaseState
}

export const storyProblems = [
  'refused',
  'no-document-number',
  'deemed-by-calendar',
  'calendar-too-short',
  'out-of-order',
] as const

/** The row cannot have happened under the service's rules. `act` counts from 0; null for the case as a whole. */
export class StoryProblem extends Error {
  override name = 'StoryProblem'
  readonly code: (typeof storyProblems)[number]
  readonly act: number | null
  /** Codes and instants that say more. */
  readonly detail: Record<string, string | number>
  constructor(code: StoryProblem['code'], act: number | null, detail: StoryProblem['detail'] = {}) {
    super(code)
    this.code = code
    this.act = act
    this.detail = detail
  }
}
