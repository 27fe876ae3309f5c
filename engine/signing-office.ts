import { setTimeout as pause } from 'node:timers/promises'
import { DefaultLogger, NativeConnection, Runtime, type Worker } from '@temporalio/worker'
import type { CaseDeps } from '../activities/deps.ts'
import { draftLetter } from '../activities/documents/draft.ts'
import { createSigningActivities } from '../activities/documents/sign.ts'
import type { Env } from '../infra/env.ts'
import type { Logger } from '../infra/logger.ts'
import type { SigningProvider } from '../integrations/signing/signing.ts'
import type { ApplicationRecord } from '../models/case/application.ts'
import { caseDeps } from './case-deps.ts'
import { SigningDesk } from './signing-desk.ts'
import { trustedRoots } from './signing-provider.ts'
import { createSigningWorker } from './worker.ts'

/** What an API process signs with: its desk, its own worker on the desk's queue, drafts, and whose signatures count. */
export type SigningOffice = {
  desk: SigningDesk
  draft(application: ApplicationRecord, document: string, signer: string): Promise<Uint8Array>
  trustedRoots(): Promise<readonly string[]>
  /** Who seals for the agencies, and whether that binds anybody. */
  seals: Pick<SigningProvider, 'code' | 'legallyBinding' | 'sealData'>
  stop(): Promise<void>
}

/** Opens at once; its worker comes up when Temporal is there, and again whenever it fails. */
export async function openSigningOffice(env: Env, log: Logger): Promise<SigningOffice> {
  Runtime.install({ logger: new DefaultLogger('WARN'), shutdownSignals: [] })
  const deps = await caseDeps(env, log)
  const desk = new SigningDesk()
  const stopping = new AbortController()
  const running = keepSigning(deps, desk, env, stopping.signal)
  return {
    desk,
    draft: (application, document, signer) => draftLetter(deps, application, document, signer),
    trustedRoots: () => trustedRoots(env),
    seals: deps.signing,
    async stop() {
      stopping.abort()
      await running
    },
  }
}

async function keepSigning(deps: CaseDeps, desk: SigningDesk, env: Env, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    try {
      await signUntilStopped(deps, desk, env, stop)
    } catch (error) {
      deps.log.warn({ error }, 'signing is away, trying again')
      await pause(1_000, undefined, { signal: stop }).catch(() => undefined)
    }
  }
}

async function signUntilStopped(deps: CaseDeps, desk: SigningDesk, env: Env, stop: AbortSignal): Promise<void> {
  const connection = await NativeConnection.connect({ address: env.TEMPORAL_ADDRESS })
  try {
    const options = { connection, namespace: env.TEMPORAL_NAMESPACE, taskQueue: desk.queue }
    const worker: Worker = await createSigningWorker(deps, createSigningActivities(deps, desk), options)
    const end = () => worker.shutdown()
    stop.addEventListener('abort', end, { once: true })
    if (stop.aborted) end()
    await worker.run().finally(() => stop.removeEventListener('abort', end))
  } finally {
    await connection.close()
  }
}
