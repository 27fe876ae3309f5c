import type { Problem } from '../pack/problem.ts'
import type { ServiceDefinition } from '../service-schema.ts'
import { checkAgencies } from './agencies.ts'
import { checkCalendars, checkOfficeCalendars } from './calendars.ts'
import { checkCalls } from './calls.ts'
import { checkClocks } from './clocks.ts'
import { checkCodes } from './codes.ts'
import { checkConditions } from './conditions.ts'
import { type PackParts, type ServiceContext, serviceContext } from './context.ts'
import { checkDocuments } from './documents.ts'
import { checkFields } from './fields.ts'
import { checkKpis } from './kpis.ts'
import { checkMessages } from './messages.ts'
import { checkOffices, checkPeople } from './offices.ts'
import { checkRegisters } from './registers.ts'
import { checkSources } from './sources.ts'
import { checkStandard } from './standard.ts'
import { checkSteps } from './steps.ts'
import { checkTracks } from './tracks.ts'

const checks: ((context: ServiceContext) => void)[] = [
  checkCodes,
  checkAgencies,
  checkTracks,
  checkSteps,
  checkCalls,
  checkCalendars,
  checkClocks,
  checkConditions,
  checkFields,
  checkSources,
  checkDocuments,
  checkRegisters,
  checkMessages,
  checkStandard,
]

/** What no schema sees: whether the parts of a pack fit each other. Everything that is wrong, in the order of the files. */
export function crossCheck(pack: PackParts): Problem[] {
  const problems: Problem[] = []
  checkOffices(pack, problems)
  checkOfficeCalendars(pack, problems)
  checkPeople(pack, problems)
  checkKpis(pack, problems)
  for (const definition of pack.services) problems.push(...checkService(definition, pack))
  return problems
}

export function checkService(definition: ServiceDefinition, pack: PackParts): Problem[] {
  const problems: Problem[] = []
  const context = serviceContext(definition, pack, problems)
  for (const check of checks) check(context)
  return problems
}
