import type { CallActivities, CaseActivities, MoneyActivities } from '../workflows/activities.ts'
import type { BillActivities } from '../workflows/bill-activities.ts'
import type { CalendarActivities } from '../workflows/calendar-activities.ts'
import type { EntryActivities } from '../workflows/register/activities.ts'
import { calendarActivities } from './calendar/reproject-cases.ts'
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

/** The activities that cases, licences, bills and changes of calendars call, over what they stand on. */
export function createActivities(
  deps: CaseDeps,
): CaseActivities & CallActivities & EntryActivities & MoneyActivities & BillActivities & CalendarActivities {
  return {
    record: recorder(deps),
    prepareDocument: documentPreparer(deps),
    sealDocument: documentSealer(deps),
    recordEntry: entryRecorder(deps),
    prepareRevocation: revocationPreparer(deps),
    tellRenewed: renewalTeller(deps),
    ...moneyActivities(deps),
    ...calendarActivities(deps),
    sendCall: callSender(deps),
    askCall: callAsker(deps),
  }
}
