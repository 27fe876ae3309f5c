import { useState } from 'react'
import type { ApplicationReceipt, CreateApplication } from '../../../../contracts/applications.ts'
import { submitApplication } from '../../client/applications.ts'
import { newKey } from '../../client/key.ts'
import { asFailure, type CallFailure } from '../../client/problem.ts'
import type { DraftState } from '../../draft/use-draft.ts'

type Outcome = { receipt: ApplicationReceipt } | { failure: CallFailure; sent: CreateApplication }

/**
 * Sends an application once, whatever happens in between. Body and key are written to the device before they leave it; while
 * no answer has come, only that same body goes out again under that same key. A clear refusal ends the attempt: the mended
 * application is a new one.
 */
export function useSubmission({ draft, settle }: Pick<DraftState, 'draft' | 'settle'>) {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<CallFailure | null>(null)
  const unanswered = (draft?.submission.sent ?? null) as CreateApplication | null

  const submit = async (body: CreateApplication): Promise<Outcome> => {
    setBusy(true)
    setFailure(null)
    const sent = unanswered ?? body
    const key = draft?.submission.key ?? newKey()
    await settle({ submission: { key, sent } })
    try {
      return { receipt: await submitApplication(sent, key) }
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
