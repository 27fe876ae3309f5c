import { validatorModule } from '../compile/validator-module.ts'
import type { PackParts } from '../cross-checks/context.ts'
import { checkService } from '../cross-checks/index.ts'
import { officeCalendars, withCalendars } from '../office-calendars.ts'
import { ServiceDefinition } from '../service-schema.ts'
import { packFiles } from './pack.ts'
import { parseJson } from './parse-file.ts'
import type { Problem } from './problem.ts'

/**
 * Checks one service as if it stood in the pack in place of what is there: shape, cross-checks, and whether its form can be
 * compiled. All that is wrong comes back at once; `definition` is there only when nothing is.
 */
export function checkDefinition(
  code: string,
  json: unknown,
  pack: PackParts,
): { definition?: ServiceDefinition; problems: Problem[] } {
  const file = `${packFiles.services}/${code}.json`
  const problems: Problem[] = []
  const parsed = parseJson(json, file, ServiceDefinition, problems)
  if (!parsed) return { problems }
  if (parsed.code !== code) {
    const message = `says "${parsed.code}", but the service is ${code}`
    problems.push({
      file,
      service: code,
      path: 'code',
      message,
      mend: 'a code is never changed: cases are filed under it',
    })
  }
  const services = [...pack.services.filter((one) => one.code !== code), parsed]
  problems.push(...checkService(parsed, { ...pack, services }))
  if (problems.length > 0) return { problems }
  for (const language of ['id', 'en'] as const) validatorModule(parsed, language)
  const { regency, offices } = pack
  if (!regency || !offices) throw new RangeError(`${code} is checked without its regency and offices`)
  const named = officeCalendars(regency, offices.agencies, offices.villages)
  return { definition: withCalendars(parsed, named), problems }
}
