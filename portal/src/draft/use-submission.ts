import { useState } from 'react'
import { newKey } from '../client/key.ts'
import { asFailure, type CallFailure } from '../client/problem.ts'
import type { DraftState } from './use-draft.ts'

type Outcome<Body, Answer> = { answer: Answer } | { failure: CallFailure; sent: Body }

/**
 * Sends what was filled in once, whatever happens in between. Body and key are written to the device before they leave it; while
 * no answer has come, only that same body goes out again under that same key. A clear refusal ends the attempt: what is
 * sent after mending is a new one.
 */
export function useSubmission<Body, Answer>(
  { draft, settle }: Pick<DraftState, 'draft' | 'settle'>,
  send: (body: Body, key: string) => Promise<Answer>,
) {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<CallFailure | null>(null)
  const unanswered = (draft?.submission.sent ?? null) as Body | null

  const submit = async (body: Body): Promise<Outcome<Body, Answer>> => {
    setBusy(true)
    setFailure(null)
    const sent = unanswered ?? body
    const key = draft?.submission.key ?? newKey()
    await settle({ submission: { key, sent } })
    try {
      return { answer: await send(sent, key) }
    } catch (error) {
      const failed = asFailure(error)
      if (!failed.outcomeUnknown && failed.kind !== 'signed-out' && failed.kind !== 'limited')
        await settle({ submission: { key: newKey(), sent: null } })
      setFailure(failed)
      return { failure: failed, sent }
    } finally {
      setBusy(false)
    }
  }
  return { busy, failure, unanswered, submit }
}
