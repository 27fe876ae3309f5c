import { ActivityFailure, ApplicationFailure, proxyActivities } from '@temporalio/workflow'
import { type AuthorityCode, authorityCodes } from '../domain/authority/authority-at.ts'
import { requireDecision } from '../domain/case/actions.ts'
import * as acts from '../domain/case/acts.ts'
import type { Proposal } from '../domain/case/events.ts'
import { latestDocument } from '../domain/case/open-step.ts'
import { foresee } from '../domain/case/reduce.ts'
import { stepOf } from '../domain/case/steps.ts'
import type { HumanStep } from '../domain/service.ts'
import type { CaseActivities, Prepared, PrepareRequest, Signed, SigningActivities } from './activities.ts'
import { keep, refuse } from './answers.ts'
import type { CaseFile } from './case-file.ts'
import { type Decided, decisionAct, type Kept } from './messages.ts'

const { prepareDocument } = proxyActivities<Pick<CaseActivities, 'prepareDocument'>>({
  startToCloseTimeout: '30s',
  heartbeatTimeout: '10s',
  retry: {
    initialInterval: '200ms',
    maximumInterval: '5s',
    nonRetryableErrorTypes: ['missing-value', 'bad-value', 'unprintable'].map((code) => `LetterError-${code}`),
  },
})

/**
 * Rests on the signer, or on the officer who travels and signs the report. A latch that nobody holds any more (its process
 * died) is given back: unknown, sign again.
 */
export async function restOnSigner(file: CaseFile, step: HumanStep): Promise<void> {
  for (;;) {
    await file.until(() => !file.isUnderWay(step) || isOrphaned(file))
    if (!file.isUnderWay(step)) return
    await file.record((state, at) => {
      if (!state.latch || !isOrphaned(file)) return []
      return [released(state.latch.ref, 'orphaned', at)]
    })
  }
}

function isOrphaned(file: CaseFile): boolean {
  return file.state.latch?.kind === 'signing' && !file.signing.has(file.state.latch.ref)
}

/**
 * Takes the latch, numbers and renders the letter, has it signed in the process where the signer's secret waits, and keeps
 * signature and decision together. Silence or failure gives the task back with the same number.
 * @throws ApplicationFailure typed `signing-…`, or a refusal
 */
export async function signAndDecide(file: CaseFile, act: Decided): Promise<Kept> {
  const { signing, decisionId, officer } = act
  if (!signing) throw ApplicationFailure.nonRetryable('signing-missing', 'signing-missing')
  await file.readUpTo(act.seen)
  if (file.state.tasks[act.task]?.decided.some((each) => each.decisionId === decisionId)) return { seq: file.state.seq }
  file.signing.add(decisionId)
  try {
    const { code, ordinal } = await takeLatch(file, act)
    const at = Date.now()
    const ids = { regency: file.regency, application: file.application }
    const document = await prepareOrRelease(file, act, {
      ...ids,
      code,
      ordinal,
      signer: officer,
      basis: file.state.basis,
      at,
      decision: decisionId,
    })
    const prepared = keepPrepared(code, ordinal, document)
    const outcome = await trySigning(signing.queue, {
      ...ids,
      document: document.document,
      request: signing.request,
      signer: officer,
      at: Date.now(),
    })
    if ('failed' in outcome) {
      await keep(file, act, (state, now) => [
        ...prepared(state.documents, now),
        ...failed(document, act, outcome.failed, now),
      ])
      throw ApplicationFailure.nonRetryable(outcome.failed, `signing-${outcome.failed}`)
    }
    return await keep(file, act, (state, now) => {
      const first = [...prepared(state.documents, now), ...signed(document, outcome.signed, act, now)]
      return [...first, ...acts.decide(file.context, foresee(state, first), decisionAct(act, now))]
    })
  } finally {
    file.signing.delete(decisionId)
  }
}

/** A letter that this data cannot make gives the task back at once: trying again would hold the case for ever. */
async function prepareOrRelease(file: CaseFile, act: Decided, request: PrepareRequest): Promise<Prepared> {
  try {
    return await prepareDocument(request)
  } catch (error) {
    if (!(error instanceof ActivityFailure)) throw error
    await keep(file, act, (_, now) => [released(act.decisionId, 'failed', now)])
    const refused = authorityRefused(error)
    const code = refused ? `signing-${refused}` : 'document-not-ready'
    throw ApplicationFailure.nonRetryable(code, code)
  }
}

/** Why whoever was to sign may not; null where an activity failed for something else. */
export function authorityRefused({ cause }: ActivityFailure): AuthorityCode | null {
  const type = cause instanceof ApplicationFailure ? cause.type : null
  return authorityCodes.find((code) => code === type) ?? null
}

async function takeLatch(file: CaseFile, act: Decided): Promise<{ code: string; ordinal: number }> {
  let found: { code: string; ordinal: number } | undefined
  await file
    .record((state, at) => {
      const task = requireDecision(state, act.task, act.officer, act.decision)
      const code = acts.documentSigned(stepOf(file.context.flow, state, task.track, task.step))
      const last = latestDocument(state, code)
      found = { code, ordinal: last?.status === 'prepared' ? last.ordinal : (last?.ordinal ?? 0) + 1 }
      return [{ type: 'latch-taken', at, by: officerOf(act), data: { latch: 'signing', ref: act.decisionId } }]
    })
    .catch(refuse)
  if (!found) throw new RangeError('the latch was taken without a step')
  return found
}

/** Sends the signing to the process where the secret waits, once; silence is a failure of unknown outcome. */
export async function trySigning(
  taskQueue: string,
  request: Parameters<SigningActivities['signDocument']>[0],
): Promise<{ signed: Signed } | { failed: string }> {
  const { signDocument } = proxyActivities<SigningActivities>({
    taskQueue,
    scheduleToStartTimeout: '10s',
    startToCloseTimeout: '60s',
    heartbeatTimeout: '10s',
    retry: { maximumAttempts: 1 },
  })
  try {
    return { signed: await signDocument(request) }
  } catch (error) {
    if (!(error instanceof ActivityFailure)) throw error
    const known = error.cause instanceof ApplicationFailure ? error.cause.type : null
    return { failed: known ?? 'unknown-outcome' }
  }
}

const officerOf = (act: Decided) => ({ kind: 'officer', id: act.officer }) as const

function released(ref: string, reason: 'done' | 'failed' | 'orphaned', at: number): Proposal {
  return { type: 'latch-released', at, by: { kind: 'system', id: 'lontar' }, data: { latch: 'signing', ref, reason } }
}

/** The number stays with the case, whether or not the signature came about. */
function keepPrepared(code: string, ordinal: number, { document, number, digest }: Prepared) {
  return (known: Record<string, unknown>, at: number): Proposal[] =>
    known[document]
      ? []
      : [
          {
            type: 'document-prepared',
            at,
            by: { kind: 'system', id: 'lontar' },
            data: { document, code, ordinal, number, digest },
          },
        ]
}

function signed({ document }: Prepared, { provider, serial, digest }: Signed, act: Decided, at: number): Proposal[] {
  const data = { document, provider, serial, digest, by: act.officer }
  return [{ type: 'document-signed', at, by: officerOf(act), data }, released(act.decisionId, 'done', at)]
}

function failed({ document }: Prepared, act: Decided, code: string, at: number): Proposal[] {
  return [
    { type: 'signing-failed', at, by: officerOf(act), data: { document, code } },
    released(act.decisionId, 'failed', at),
  ]
}
