/**
 * The part of a service version that a case walks: codes, steps, clocks. No texts and no personal data, so it may travel
 * in a workflow's input. `catalogue/` holds the whole definition and makes this `Flow` of it; it never changes once published.
 */

export const channels = ['portal', 'counter', 'village', 'kiosk', 'import'] as const
export type Channel = (typeof channels)[number]

/** own: Lontar numbers and signs. external: the owner's system does, Lontar files and waits. counter: standard, queue and result only. */
export const issuers = ['own', 'external', 'counter'] as const
export type Issuer = (typeof issuers)[number]

export const roles = [
  'citizen',
  'counter',
  'verifier',
  'technical',
  'section-head',
  'signer',
  'village-operator',
  'village-head',
  'supervisor',
  'catalogue-editor',
  'admin',
] as const
export type Role = (typeof roles)[number]

/** Who a task waits on: a role inside an agency, or inside the village the application belongs to. */
export type Desk = { role: Role; agency: string } | { role: Role; village: 'of-application' }

export type RungAction =
  | { kind: 'remind' }
  | { kind: 'warn'; role: Role }
  /** With `agency`, of another office (an inspectorate): it sees the case from then on and decides nothing. */
  | { kind: 'escalate'; role: Role; agency?: string }
  /** Takes the task from its holder and gives it to whoever of the desk, or of the role named, has least to do. */
  | { kind: 'reassign'; role?: Role }
  /** Takes the task from its holder: it is open to all of the desk. */
  | { kind: 'pool' }
  /** Only a term with an article may deem (design rule 4); `basis` is the pack's code of that article. */
  | { kind: 'deem'; basis: string }
  /** The applicant's own clock: tells them how long they have. */
  | { kind: 'remind-applicant' }
  /** The applicant let their clock run out: the case ends by a letter, on the track `lapse`. */
  | { kind: 'lapse' }
  /** What a step waits for has come about by time alone. */
  | { kind: 'proceed' }

/** `percent` of the clock's budget that is spent when the rung is reached, 1–1000. */
export type Rung = { percent: number; actions: RungAction[] }

export type ClockBudget = { unit: 'working-days' | 'working-minutes'; amount: number }

/** Why a clock stands still: the applicant corrects (only complete files run), or an outside system is waited for. */
export const pauseReasons = ['correction', 'outside'] as const
export type PauseReason = (typeof pauseReasons)[number]

/**
 * `pauseCaps`: how many working days the clock may stand still for a reason, over its whole life; then it runs on by itself.
 * A reason without one has none.
 */
export type ClockRule = {
  budget: ClockBudget
  calendar: string
  rungs: Rung[]
  pauseCaps?: Partial<Record<PauseReason, number>>
}

/** `agree` and `object` are answers to a consultation. */
export const decisions = ['approve', 'return', 'reject', 'sign', 'acknowledge', 'agree', 'object'] as const
export type Decision = (typeof decisions)[number]

type StepBase = {
  /** Unique within its track, lower-case with dashes. */
  code: string
  /** Code of a condition in the definition; the step is passed over when it is false. */
  when?: string
}

export type ReviewStep = StepBase & {
  kind: 'review'
  desk: Desk
  clock: ClockRule
  decisions: Decision[]
  /** Approving declares the application complete: the citizen gets a receipt and the term starts (UU 30/2014 art 53(2)). */
  completesReceipt?: boolean
  /** The officer files by hand in this outside system, with what was collected here. */
  filesIn?: string
  /** Approving brings the owner's number and document (issuer external). */
  brings?: 'external-document'
}

export type SignStep = StepBase & {
  kind: 'sign'
  desk: Desk
  clock: ClockRule
  decisions: Decision[]
  document: string
}

/** Number and document without a person: sealed by the agency. */
export type IssueStep = StepBase & { kind: 'issue'; document: string; agency: string | 'village-of-application' }

export type RegisterStep = StepBase & { kind: 'register'; register: string; document: string }

export type NotifyStep = StepBase & { kind: 'notify'; message: MessageTrigger }

/** One who is asked: with a clock of their own. An objection from a seat with a veto ends the consultation. */
export type Seat = { code: string; when?: string; desk: Desk; clock: ClockRule; decisions: Decision[]; veto?: true }

/**
 * Several are asked at once. It ends well when `quorum` seats agree and every seat with a veto has answered; it fails on
 * a veto, or when the quorum can no longer be had.
 */
export type ConsultStep = StepBase & {
  kind: 'consult'
  panel: Seat[]
  quorum: number
  /** What an objection means: a refusal, or words for whoever decides next. */
  onObjection: 'reject' | 'continue'
}

/** An officer travels: appointment, arrival, findings, and a report that they sign with their decision. */
export type InspectStep = StepBase & {
  kind: 'inspect'
  desk: Desk
  clock: ClockRule
  decisions: Decision[]
  /** The report (BAP), a document of the definition. */
  report: string
}

/** How much of what was paid goes back when the applicant withdraws: `percent` as long as the step has not begun. */
export type RefundRule = { percent: number; until?: string }

/** The applicant pays what the fees named come to; the clock is theirs. */
export type PayStep = StepBase & { kind: 'pay'; fees: string[]; clock: ClockRule; refund: RefundRule }

/** An outside system is asked, for weeks where need be; its delay is `agency`'s time. */
export type CallStep = StepBase & {
  kind: 'call'
  system: string
  operation: string
  agency: string
  clock: ClockRule
  /** The owner's document that the answer brings, by its code. */
  document?: string
  /** The whole application's clock stands still meanwhile, on this ground (a source of the definition). */
  pausesTerm?: string
}

/** Rests until its clock is through: a public notice, a cooling-off time. */
export type WaitStep = StepBase & { kind: 'wait'; clock: ClockRule }

export type BranchStep =
  | ReviewStep
  | SignStep
  | IssueStep
  | RegisterStep
  | NotifyStep
  | ConsultStep
  | InspectStep
  | PayStep
  | CallStep
  | WaitStep

/** Branches walk side by side; the step ends when the last of them has. Codes are unique in the whole track. */
export type ParallelStep = StepBase & { kind: 'parallel'; branches: { code: string; steps: BranchStep[] }[] }

export type Step = BranchStep | ParallelStep
export type StepKind = Step['kind']
export type HumanStep = ReviewStep | SignStep | InspectStep

/**
 * The roads a case can take: the ordinary one, the letter of rejection, what follows a deemed approval, and the letter
 * that closes what the applicant left lying.
 */
export const tracks = ['main', 'rejection', 'deemed', 'lapse'] as const
export type Track = (typeof tracks)[number]

/** When a message goes out; the texts are in the pack, one template a trigger. */
export const messageTriggers = [
  'received',
  'complete',
  'returned',
  'corrected',
  'approved',
  'rejected',
  'deemed',
  'withdrawn',
  'warned',
  'reminded',
  'lapsed',
  'inspection',
  'bill',
  'paid',
  'merged',
  'reopened',
] as const
export type MessageTrigger = (typeof messageTriggers)[number]

/** What a licence's holder is told in the years after it was entered in its register. */
export const entryTriggers = [
  'licence-ending',
  'licence-expired',
  'licence-suspended',
  'licence-reinstated',
  'licence-revoked',
  'report-due',
] as const
export type EntryTrigger = (typeof entryTriggers)[number]

/** What an office is told of its own work; the words are Lontar's, not a pack's. */
export const officeTriggers = ['handed-over', 'freed'] as const
export type OfficeTrigger = (typeof officeTriggers)[number]

/** Everything a pack has a text for. */
export const allTriggers = [...messageTriggers, ...entryTriggers] as const
export type AnyTrigger = MessageTrigger | EntryTrigger
export const toldTriggers = [...allTriggers, ...officeTriggers] as const

export type Flow = {
  service: string
  version: number
  issuer: Issuer
  /** The whole application's clock: 'receipt' starts it at filing, 'complete' at complete receipt. */
  term?: ClockRule & { startsOn: 'receipt' | 'complete' }
  /** `lapse` is absent in flows that were filed before there was one. */
  tracks: Record<Exclude<Track, 'lapse'>, Step[]> & { lapse?: Step[] }
  /** The applicant's own clock while they correct; absent where they have as long as they like. */
  correction?: ClockRule
  /** Triggers the service has a text for; a trigger not named here sends nothing. */
  messages: MessageTrigger[]
}

export function isHuman(step: Step): step is HumanStep {
  return step.kind === 'review' || step.kind === 'sign' || step.kind === 'inspect'
}

/** The steps of a list with those inside its branches, in the order they are written. */
export function flatten<Each extends { kind: string }>(
  steps: readonly (Each & { branches?: readonly { steps: readonly Each[] }[] })[],
): Each[] {
  return steps.flatMap((step) => [step, ...(step.branches ?? []).flatMap((branch) => branch.steps)])
}

/** Every clock of a service: of the whole application first, then of steps and seats as they are written, at last the applicant's. */
export function clocksIn({ term, tracks, correction }: Flow): ClockRule[] {
  const steps = Object.values(tracks).flatMap((track) => flatten<Step>(track))
  return [...(term ? [term] : []), ...steps.flatMap(clocksOfStep), ...(correction ? [correction] : [])]
}

function clocksOfStep(step: Step): ClockRule[] {
  if (step.kind === 'consult') return step.panel.map(({ clock }) => clock)
  return 'clock' in step ? [step.clock] : []
}
