import type { CallActivities, CaseActivities, MoneyActivities } from '../workflows/activities.ts'
import type { BillActivities } from '../workflows/bill-activities.ts'
import type { EntryActivities } from '../workflows/register/activities.ts'
import type { CaseDeps } from './deps.ts'
import { documentPreparer } from './documents/prepare.ts'
import { documentSealer } from './documents/seal.ts'
import { callAsker } from './outside/ask-call.ts'
import { callSender } from './outside/send-call.ts'
import { moneyActivities } from './payment/money-activities.ts'
import { recorder } from './record/record.ts'
import { entryRecorder } from './register/record.ts'
import { renewalTeller } from './register/renewal.ts'
import { revocationPreparer } from './register/revocation.ts'

/** The activities that cases, licences and bills call, over what they stand on. */
export function createActivities(
  deps: CaseDeps,
): CaseActivities & CallActivities & EntryActivities & MoneyActivities & BillActivities {
  return {
    record: recorder(deps),
    prepareDocument: documentPreparer(deps),
    sealDocument: documentSealer(deps),
    recordEntry: entryRecorder(deps),
    prepareRevocation: revocationPreparer(deps),
    tellRenewed: renewalTeller(deps),
    ...moneyActivities(deps),
    sendCall: callSender(deps),
    askCall: callAsker(deps),
  }
}
