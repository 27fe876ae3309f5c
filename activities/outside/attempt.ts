import { OutsideError } from '../../integrations/outside/outside-system.ts'
import { Application, type ApplicationRecord } from '../../models/case/application.ts'
import { Call, type CallRecord } from '../../models/case/call.ts'
import { inRegency } from '../../models/tenancy.ts'
import type { CallRequest } from '../../workflows/activities.ts'

export type Attempted = { application: ApplicationRecord; call: CallRecord }

/** One try of a call, counted, with the code of its failure: what a supervisor sees of a system that is away. */
export async function attempt<Result>(
  request: CallRequest,
  work: (attempted: Attempted) => Promise<Result>,
): Promise<Result> {
  return inRegency(request.regency, async () => {
    const [application, call] = await Promise.all([
      Application.findOne({ _id: request.application }).orFail().lean<ApplicationRecord>(),
      Call.findOne({ call: request.call }).orFail().lean<CallRecord>(),
    ])
    const counted = { $inc: { attempts: 1 } }
    try {
      const result = await work({ application, call })
      await Call.updateOne({ call: call.call }, { ...counted, $set: { lastTriedAt: new Date(), lastError: null } })
      return result
    } catch (error) {
      const lastError = error instanceof OutsideError ? error.code : 'internal'
      await Call.updateOne({ call: call.call }, { ...counted, $set: { lastTriedAt: new Date(), lastError } })
      throw error
    }
  })
}
