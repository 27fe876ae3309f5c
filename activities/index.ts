import type { CaseActivities } from '../workflows/activities.ts'
import type { EntryActivities } from '../workflows/register/activities.ts'
import type { CaseDeps } from './deps.ts'
import { documentPreparer } from './documents/prepare.ts'
import { documentSealer } from './documents/seal.ts'
import { recorder } from './record/record.ts'
import { entryRecorder } from './register/record.ts'
import { renewalTeller } from './register/renewal.ts'
import { revocationPreparer } from './register/revocation.ts'

/** The activities that cases and licences call, over what they stand on. */
export function createActivities(deps: CaseDeps): CaseActivities & EntryActivities {
  return {
    record: recorder(deps),
    prepareDocument: documentPreparer(deps),
    sealDocument: documentSealer(deps),
    recordEntry: entryRecorder(deps),
    prepareRevocation: revocationPreparer(deps),
    tellRenewed: renewalTeller(deps),
  }
}
