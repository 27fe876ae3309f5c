import { Call } from '../../models/case/call.ts'
import type { CallActivities } from '../../workflows/activities.ts'
import type { CaseDeps } from '../deps.ts'
import { attempt } from './attempt.ts'
import { filingOf } from './filing.ts'

/** Hands a case over, once per call: a reference that is kept is never asked for again. Throws OutsideError. */
export function callSender({ outside }: CaseDeps): CallActivities['sendCall'] {
  return (request) =>
    attempt(request, async ({ application, call }) => {
      if (call.reference !== null) return { reference: call.reference }
      const system = outside(request.system)
      const filing = await filingOf(application, request)
      // Before it is sent: news of it may be quicker than the answer.
      await Call.updateOne({ call: call.call }, { $set: { matches: system.matches(filing) } })
      const { reference } = await system.submit(filing)
      await Call.updateOne({ call: call.call, reference: null }, { $set: { reference } })
      return { reference }
    })
}
