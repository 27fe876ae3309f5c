import type { CallActivities, CaseActivities } from '../workflows/activities.ts'
import type { CaseDeps } from './deps.ts'
import { documentPreparer } from './documents/prepare.ts'
import { documentSealer } from './documents/seal.ts'
import { callAsker } from './outside/ask-call.ts'
import { callSender } from './outside/send-call.ts'
import { recorder } from './record/record.ts'

/** The activities a case calls, over what they stand on. */
export function createActivities(deps: CaseDeps): CaseActivities & CallActivities {
  return {
    record: recorder(deps),
    prepareDocument: documentPreparer(deps),
    sealDocument: documentSealer(deps),
    sendCall: callSender(deps),
    askCall: callAsker(deps),
  }
}
