import { ApplicationFailure } from '@temporalio/workflow'
import { Refusal } from '../domain/case/actions.ts'
import type { Kept, Seen } from './messages.ts'

/** Whatever has a timeline of its own: a case, or a licence. */
type Judge = { knows(seen?: number): boolean; readUpTo(seen?: number): Promise<void> }
type Keeper<Propose> = Judge & { record(propose: Propose): Promise<void>; state: { seq: number } }

/** Lets a refusal reach the actor's face; anything else stays an error of ours, to be mended and retried. */
export function refuse(error: unknown): never {
  if (error instanceof Refusal) throw ApplicationFailure.nonRetryable(error.code, error.code)
  throw error
}

/**
 * A synchronous validator out of the pure rules: what they refuse never enters the history. A case that has not read its
 * timeline as far as the actor cannot judge: its handler does, once it has.
 */
export function validator<Act extends Seen>(
  file: Pick<Judge, 'knows'>,
  check: (act: Act) => unknown,
): (act: Act) => void {
  return (act) => {
    if (!file.knows(act.seen)) return
    try {
      check(act)
    } catch (error) {
      refuse(error)
    }
  }
}

/** Records an act and answers when it and all that follows are kept, so that the next read shows it. */
export async function keep<Propose>(file: Keeper<Propose>, { seen }: Seen, propose: Propose): Promise<Kept> {
  await file.readUpTo(seen)
  await file.record(propose).catch(refuse)
  return { seq: file.state.seq }
}
