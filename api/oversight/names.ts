import { allSteps } from '../../catalogue/steps-of.ts'
import type { LocalText } from '../../contracts/common.ts'
import { namesOf } from '../../models/auth-user.ts'
import { latestVersion, officeOf } from '../../models/catalogue/catalogue.ts'

export type Group = { office: string | null; service: string | null; step: string | null; officer: string | null }
export type Names = {
  office: string | null
  service: LocalText | null
  step: LocalText | null
  officer: string | null
}

/** What groups are called, each name looked up once; a code that nothing is called by stands for itself. */
export async function nameGroups<Row extends Group>(
  rows: readonly Row[],
): Promise<(Row & { id: string; names: Names })[]> {
  const people = await namesOf(rows.flatMap(({ officer }) => officer ?? []))
  const offices = await lookUp(
    rows.map(({ office }) => office),
    nameOfOffice,
  )
  const services = await lookUp(
    rows.map(({ service }) => service),
    latestVersion,
  )
  return rows.map((row) => {
    const { office, service, step, officer } = row
    const definition = service === null ? null : services.get(service)?.definition
    const named = step === null ? null : definition && allSteps(definition).find(({ code }) => code === step)?.name
    return {
      ...row,
      id: [office, service, step, officer].map((part) => part ?? '').join('/'),
      names: {
        office: office === null ? null : (offices.get(office) ?? office),
        service: service === null ? null : (definition?.name ?? same(service)),
        step: step === null ? null : (named ?? same(step)),
        officer: officer === null ? null : (people.get(officer) ?? officer),
      },
    }
  })
}

const same = (text: string): LocalText => ({ id: text, en: text })

async function lookUp<Found>(
  codes: readonly (string | null)[],
  find: (code: string) => Promise<Found>,
): Promise<Map<string, Found>> {
  const wanted = [...new Set(codes)].filter((code) => code !== null)
  return new Map(await Promise.all(wanted.map(async (code) => [code, await find(code)] as const)))
}

async function nameOfOffice(code: string): Promise<string> {
  try {
    const { name, short } = await officeOf(code)
    return short || name
  } catch (error) {
    // An office that has left the pack keeps its figures.
    if (error instanceof RangeError) return code
    throw error
  }
}
