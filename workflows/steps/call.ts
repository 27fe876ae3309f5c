import {
  ActivityFailure,
  CancellationScope,
  condition,
  isCancellation,
  patched,
  proxyActivities,
} from '@temporalio/workflow'
import { answerCall, hearStatuses } from '../../domain/case/acts.ts'
import type { CallStatus } from '../../domain/case/events.ts'
import { clockId } from '../../domain/case/open-step.ts'
import type { CallStep } from '../../domain/service.ts'
import type { Answer, CallActivities } from '../activities.ts'
import type { CaseFile } from '../case-file.ts'

/** A few quick tries in a row; then the case waits longer each time, for weeks, and its history stays short. */
const { sendCall, askCall } = proxyActivities<CallActivities>({
  startToCloseTimeout: '60s',
  retry: { initialInterval: '1s', maximumAttempts: 3 },
})

const shortestWaitMs = 60_000
const longestWaitMs = 4 * 60 * 60_000

/** Hands the case over to an outside system and rests until it has answered. Its absence ends nothing: it is asked again. */
export async function call(file: CaseFile, step: CallStep): Promise<void> {
  const { regency, application } = file
  const { system, operation } = step
  const id = clockId(file.context, file.state, step.code)
  const request = { regency, application, call: id, system, operation }
  await insist(file, step, id, () => sendCall({ ...request, at: Date.now() }))
  const answer = await insist(file, step, id, async () => {
    // Asked each time: it only says what is to be told, so a case that waits already hears from its next asking on.
    const hears = patched('2026-11-hear-statuses-of-outside-systems')
    const reply = await askCall({ ...request, hears })
    if (!('pending' in reply)) return reply
    if (reply.statuses?.length) await hear(file, id, reply.statuses)
    return null
  })
  if (answer) await keepAnswer(file, id, answer)
}

/** Keeps what was told, and asks again at once how it stands; to its end, even where the step ends meanwhile. */
async function hear(file: CaseFile, call: string, statuses: CallStatus[]): Promise<void> {
  await CancellationScope.nonCancellable(() => file.record((state, at) => hearStatuses(state, { call, statuses, at })))
  file.wanted.add(call)
}

async function keepAnswer(file: CaseFile, call: string, answer: Answer): Promise<void> {
  await file.record((state, at) => answerCall(file.context, state, { call, ...answer, at }))
}

/** Tries until it gives something, waiting twice as long after each time; null once the step is over. */
async function insist<Found>(
  file: CaseFile,
  step: CallStep,
  id: string,
  attempt: () => Promise<Found | null>,
): Promise<Found | null> {
  for (let wait = shortestWaitMs; file.isUnderWay(step); wait = Math.min(wait * 2, longestWaitMs)) {
    // Before the attempt: what is heard while it goes on is a wish for another.
    file.wanted.delete(id)
    const found = await unlessOver(file, step, attempt)
    if (found !== null) return found
    await condition(() => !file.isUnderWay(step) || file.wanted.has(id), wait)
  }
  return null
}

/** An attempt that failed counts as none; one under way is dropped when the case has moved on. */
async function unlessOver<Found>(
  file: CaseFile,
  step: CallStep,
  attempt: () => Promise<Found | null>,
): Promise<Found | null> {
  const scope = new CancellationScope()
  const trying = scope.run(attempt).catch((error) => {
    if (error instanceof ActivityFailure || isCancellation(error)) return null
    throw error
  })
  const found = await Promise.race([trying, file.until(() => !file.isUnderWay(step)).then(() => null)])
  scope.cancel()
  return found
}
