import { createHash } from 'node:crypto'
import { assignTask, claimTask, releaseTask } from '../../workflows/messages.ts'
import { sayKept } from '../case/say-kept.ts'
import type { CaseServices } from '../case/services.ts'
import type { SignedIn } from '../request.ts'
import type { Found } from './find.ts'

export type Acting = Found & { person: SignedIn; key: string }

/** Takes the task up, so that colleagues see who has it. */
export async function claim({ engine }: CaseServices, { task, application, person, key }: Acting): Promise<void> {
  const act = { task: task.task, officer: person.account }
  await sayKept(engine, application, claimTask, { act, updateId: updateId('claim', person, key) })
}

/** Gives it back to the desk. */
export async function release({ engine }: CaseServices, { task, application, person, key }: Acting): Promise<void> {
  const act = { task: task.task, officer: person.account }
  await sayKept(engine, application, releaseTask, { act, updateId: updateId('release', person, key) })
}

/** Gives it to a colleague. */
export async function assign(
  { engine }: CaseServices,
  { task, application, person, key, officer }: Acting & { officer: string },
): Promise<void> {
  const act = { task: task.task, officer, by: { kind: 'officer' as const, id: person.account } }
  await sayKept(engine, application, assignTask, { act, updateId: updateId(`assign ${officer}`, person, key) })
}

/** The request's key, made one person's own and one act's: another person's same key is another act. */
export function updateId(what: string, { account }: SignedIn, key: string): string {
  return createHash('sha256').update(`${what}\n${account}\n${key}`).digest('base64url')
}
