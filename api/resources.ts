import { absences } from './absences/routes.ts'
import { applications } from './applications/routes.ts'
import { bills } from './bills/routes.ts'
import { calendars } from './calendars/routes.ts'
import { calls } from './calls/routes.ts'
import { caseFiles } from './case-file/routes.ts'
import { demo } from './demo/routes.ts'
import { demoSkip } from './demo-skip/routes.ts'
import { documents } from './documents/routes.ts'
import { files } from './files/routes.ts'
import { jobs } from './jobs/routes.ts'
import { live } from './live/routes.ts'
import { mandates } from './mandates/routes.ts'
import { me } from './me/routes.ts'
import { messages } from './messages/routes.ts'
import { officers } from './officers/routes.ts'
import { outside } from './outside/routes.ts'
import { oversight } from './oversight/routes.ts'
import { payments } from './payments/routes.ts'
import { publicCompliance } from './public-compliance/routes.ts'
import { publicRegister } from './public-register/routes.ts'
import { regency } from './regency/routes.ts'
import { regions } from './regions/routes.ts'
import { register } from './register/routes.ts'
import { rehearsals } from './rehearsals/routes.ts'
import type { ApiResource } from './resource.ts'
import { search } from './search/routes.ts'
import { serviceDrafts } from './service-drafts/routes.ts'
import { services } from './services/routes.ts'
import { tasks } from './tasks/routes.ts'
import { track } from './track/routes.ts'
import { tray } from './tray/routes.ts'
import { turns } from './turns/routes.ts'
import { verify } from './verify/routes.ts'

/** Every resource of the API: one line a folder. */
export const resources: readonly ApiResource[] = [
  me,
  regency,
  regions,
  services,
  serviceDrafts,
  rehearsals,
  calendars,
  files,
  applications,
  turns,
  caseFiles,
  tray,
  tasks,
  mandates,
  absences,
  officers,
  jobs,
  track,
  documents,
  bills,
  payments,
  verify,
  register,
  publicRegister,
  publicCompliance,
  messages,
  calls,
  outside,
  oversight,
  search,
  live,
  demo,
  demoSkip,
]
