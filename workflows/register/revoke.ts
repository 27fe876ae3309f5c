import { ActivityFailure, ApplicationFailure, proxyActivities } from '@temporalio/workflow'
import { Refusal } from '../../domain/case/actions.ts'
import { requireEntry } from '../../domain/register/actions.ts'
import type { EntryProposal } from '../../domain/register/events.ts'
import type { Prepared, Signed } from '../activities.ts'
import { keep, refuse } from '../answers.ts'
import type { Kept } from '../messages.ts'
import { authorityRefused, trySigning } from '../signing.ts'
import type { EntryActivities } from './activities.ts'
import type { EntryFile } from './entry-file.ts'
import type { Revoked } from './messages.ts'

const { prepareRevocation } = proxyActivities<Pick<EntryActivities, 'prepareRevocation'>>({
  startToCloseTimeout: '30s',
  scheduleToCloseTimeout: '60s',
  heartbeatTimeout: '10s',
  retry: { initialInterval: '200ms', maximumInterval: '5s' },
})

/**
 * Numbers and renders the letter, has it signed in the process where the signer's secret waits, and keeps signature and
 * revocation together: a licence is never revoked without its letter. Silence leaves it as it was, with the same number.
 * @throws ApplicationFailure typed `signing-…`, or a refusal
 */
export async function revoke(file: EntryFile, act: Revoked): Promise<Kept> {
  const { actId, digest, officer, signing, by } = act
  await file.readUpTo(act.seen)
  if (file.state.heard.includes(actId)) return { seq: file.state.seq }
  begin(file, actId)
  try {
    const letter = await prepare(file, actId, officer)
    const outcome = await trySigning(signing.queue, {
      regency: file.ids.regency,
      application: file.ids.entry,
      document: letter.document,
      request: signing.request,
      signer: officer,
      at: Date.now(),
    })
    if ('failed' in outcome) {
      const code = outcome.failed
      await keep(file, act, (_: unknown, at: number) => [prepared(letter, at, by), failed(letter, code, at, by)])
      throw ApplicationFailure.nonRetryable(code, `signing-${code}`)
    }
    return await keep(file, act, (_: unknown, at: number): EntryProposal[] => [
      prepared(letter, at, by),
      { type: 'revoked', at, by, data: { actId, digest, letter: signedLetter(letter, outcome.signed) } },
    ])
  } finally {
    file.revoking = null
  }
}

/** A letter that cannot be made holds nothing up: the licence stays as it was, and the same number waits. */
async function prepare(file: EntryFile, actId: string, signer: string): Promise<Prepared> {
  try {
    return await prepareRevocation({ ...file.ids, actId, signer, at: Date.now() })
  } catch (error) {
    if (!(error instanceof ActivityFailure)) throw error
    const code = authorityRefused(error) ?? 'unavailable'
    throw ApplicationFailure.nonRetryable(code, `signing-${code}`)
  }
}

function begin(file: EntryFile, actId: string): void {
  try {
    if (file.revoking !== null) throw new Refusal('entry-busy')
    requireEntry(file.state, 'revoke', Date.now())
  } catch (error) {
    refuse(error)
  }
  file.revoking = actId
}

function prepared({ document, number, digest }: Prepared, at: number, by: Revoked['by']): EntryProposal {
  return { type: 'letter-prepared', at, by, data: { document, number, digest } }
}

function failed({ document }: Prepared, code: string, at: number, by: Revoked['by']): EntryProposal {
  return { type: 'letter-failed', at, by, data: { document, code } }
}

function signedLetter({ document }: Prepared, { provider, serial, digest }: Signed) {
  return { document, provider, serial, digest }
}
