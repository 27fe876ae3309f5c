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
  | { kind: 'escalate'; role: Role }
  /** Only a term with an article may deem (design rule 4); `basis` is the pack's code of that article. */
  | { kind: 'deem'; basis: string }

/** `percent` of the clock's budget that is spent when the rung is reached, 1–1000. */
export type Rung = { percent: number; actions: RungAction[] }

export type ClockBudget = { unit: 'working-days' | 'working-minutes'; amount: number }

export type ClockRule = { budget: ClockBudget; calendar: string; rungs: Rung[] }

export const decisions = ['approve', 'return', 'reject', 'sign', 'acknowledge'] as const
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

export type Step = ReviewStep | SignStep | IssueStep | RegisterStep | NotifyStep
export type StepKind = Step['kind']
export type HumanStep = ReviewStep | SignStep

/** The roads a case can take: the ordinary one, the letter of rejection, and what follows a deemed approval. */
export const tracks = ['main', 'rejection', 'deemed'] as const
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

/** Everything a pack has a text for. */
export const allTriggers = [...messageTriggers, ...entryTriggers] as const
export type AnyTrigger = MessageTrigger | EntryTrigger

export type Flow = {
  service: string
  version: number
  issuer: Issuer
  /** The whole application's clock: 'receipt' starts it at filing, 'complete' at complete receipt. */
  term?: ClockRule & { startsOn: 'receipt' | 'complete' }
  tracks: Record<Track, Step[]>
  /** Triggers the service has a text for; a trigger not named here sends nothing. */
  messages: MessageTrigger[]
}

export function isHuman(step: Step): step is HumanStep {
  return step.kind === 'review' || step.kind === 'sign'
}
