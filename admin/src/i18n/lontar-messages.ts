import * as applications from './words/applications.ts'
import * as bills from './words/bills.ts'
import * as calendars from './words/calendars.ts'
import * as calls from './words/calls.ts'
import * as caseFile from './words/case.ts'
import * as clock from './words/clock.ts'
import * as common from './words/common.ts'
import * as decide from './words/decide.ts'
import * as documents from './words/documents.ts'
import * as draft from './words/draft.ts'
import * as error from './words/error.ts'
import * as home from './words/home.ts'
import * as mandates from './words/mandates.ts'
import * as messages from './words/messages.ts'
import * as oversight from './words/oversight.ts'
import * as places from './words/places.ts'
import * as register from './words/register.ts'
import * as rehearsals from './words/rehearsals.ts'
import { en as resourcesEn, id as resourcesId } from './words/resources.ts'
import * as services from './words/services.ts'
import * as signIn from './words/sign-in.ts'
import * as tasks from './words/tasks.ts'
import * as terms from './words/terms.ts'
import * as timeline from './words/timeline.ts'
import * as tray from './words/tray.ts'
import * as turns from './words/turns.ts'
import * as visit from './words/visit.ts'

const areas = {
  applications,
  bills,
  calendars,
  calls,
  case: caseFile,
  clock,
  common,
  decide,
  documents,
  draft,
  error,
  home,
  mandates,
  messages,
  places,
  oversight,
  register,
  rehearsals,
  services,
  sign_in: signIn,
  tasks,
  terms,
  timeline,
  tray,
  turns,
  visit,
}

type Area = keyof typeof areas

/** Our own words in one language: `lontar.<area>.<key>` and the resources' names. */
export function lontarMessages(locale: 'id' | 'en') {
  const entries = (Object.keys(areas) as Area[]).map((area) => [area, areas[area][locale]] as const)
  return { lontar: Object.fromEntries(entries), resources: locale === 'en' ? resourcesEn : resourcesId }
}
