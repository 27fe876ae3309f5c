import type { CaseActivities, MoneyActivities } from '../workflows/activities.ts'
import type { BillActivities } from '../workflows/bill-activities.ts'
import type { CaseDeps } from './deps.ts'
import { documentPreparer } from './documents/prepare.ts'
import { documentSealer } from './documents/seal.ts'
import { moneyActivities } from './payment/money-activities.ts'
import { recorder } from './record/record.ts'

/** The activities that cases and bills call, over what they stand on. */
export function createActivities(deps: CaseDeps): CaseActivities & MoneyActivities & BillActivities {
  return {
    record: recorder(deps),
    prepareDocument: documentPreparer(deps),
    sealDocument: documentSealer(deps),
    ...moneyActivities(deps),
  }
}
