import { allSteps } from '../../catalogue/steps-of.ts'
import type { LocalText } from '../../contracts/common.ts'
import { namesOf } from '../../models/auth-user.ts'
import { latestVersion, officeOf, shortAgencyNames, type VersionedService } from '../../models/catalogue/catalogue.ts'

export type Group = { office: string | null; service: string | null; step: string | null; officer: string | null }
/** A group's own name among those of its table, stable. */
export const keyOf = ({ office, service, step, officer }: Group) =>
  [office, service, step, officer].map((part) => part ?? '').join('/')

/** The order of rows that are otherwise equal. */
export function byKey(one: Group, other: Group): number {
  const [a, b] = [keyOf(one), keyOf(other)]
  return a === b ? 0 : a < b ? -1 : 1
}

export type Names = {
  office: string | null
  service: LocalText | null
  step: LocalText | null
  officer: string | null
}

/** A code that several tracks use is called as in the first of them. */
type NamedService = { name: LocalText; steps: ReadonlyMap<string, LocalText> }

/** What groups are called, each name looked up once; a code that nothing is called by stands for itself. */
export async function nameGroups<Row extends Group>(
  rows: readonly Row[],
): Promise<(Row & { id: string; names: Names })[]> {
  const agencies = await shortAgencyNames()
  const [people, offices, services] = await Promise.all([
    namesOf(rows.flatMap(({ officer }) => officer ?? [])),
    lookUp(
      rows.map(({ office }) => office),
      async (code) => agencies.get(code) ?? nameOfVillage(code),
    ),
    lookUp(
      rows.map(({ service }) => service),
      async (code) => namedService(await latestVersion(code)),
    ),
  ])
  return rows.map((row) => {
    const { office, service, step, officer } = row
    const named = service === null ? null : services.get(service)
    return {
      ...row,
      id: keyOf(row),
      names: {
        office: office === null ? null : (offices.get(office) ?? office),
        service: service === null ? null : (named?.name ?? same(service)),
        step: step === null ? null : (named?.steps.get(step) ?? same(step)),
        officer: officer === null ? null : (people.get(officer) ?? officer),
      },
    }
  })
}

const same = (text: string): LocalText => ({ id: text, en: text })

/** A version never changes, and a table names hundreds of them: each is looked through once. */
const known = new WeakMap<VersionedService, NamedService>()

function namedService(version: VersionedService | null): NamedService | null {
  if (!version) return null
  const { definition } = version
  const steps = () =>
    new Map(
      allSteps(definition)
        .map(({ code, name }) => [code, name] as const)
        .reverse(),
    )
  const named = known.get(version) ?? { name: definition.name, steps: steps() }
  known.set(version, named)
  return named
}

async function lookUp<Found>(
  codes: readonly (string | null)[],
  find: (code: string) => Promise<Found>,
): Promise<Map<string, Found>> {
  const wanted = [...new Set(codes)].filter((code) => code !== null)
  return new Map(await Promise.all(wanted.map(async (code) => [code, await find(code)] as const)))
}

async function nameOfVillage(code: string): Promise<string> {
  try {
    const { name, short } = await officeOf(code)
    return short || name
  } catch (error) {
    // An office that has left the pack keeps its figures.
    if (error instanceof RangeError) return code
    throw error
  }
}
