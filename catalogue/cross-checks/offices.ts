import { packFiles } from '../pack/pack.ts'
import type { Problem } from '../pack/problem.ts'
import { levelOf } from '../regions.ts'
import { once } from './codes.ts'
import { among, type PackParts } from './context.ts'
import { checkMessage } from './messages.ts'

/** The pack's own facts: the regency, its offices, service points and shared messages. */
export function checkOffices(pack: PackParts, problems: Problem[]): void {
  const reporter = (file: string) => (path: string, message: string, mend?: string) =>
    problems.push({ file, path, message, ...(mend && { mend }) })
  const region = pack.regency?.region
  if (region !== undefined && !(pack.regions.has(region) && levelOf(region) === 'regency')) {
    reporter(packFiles.regency)(
      'region',
      `"${region}" is the code of no regency or city`,
      'such as "35.10" for Banyuwangi',
    )
  }
  if (pack.offices) {
    const report = reporter(packFiles.agencies)
    const { agencies, villages } = pack.offices
    once(
      [...agencies, villages].map(({ code }) => code),
      'agencies',
      'agency',
      report,
    )
    if (region !== undefined && villages.within !== region)
      report('villages.within', `"${villages.within}" is not the regency's own region, ${region}`)
  }
  if (pack.points) {
    const report = reporter(packFiles.servicePoints)
    once(
      pack.points.servicePoints.map(({ code }) => code),
      'servicePoints',
      'service point',
      report,
    )
    for (const { code, village } of pack.points.servicePoints) {
      if (!isVillageOf(pack, village))
        report(`servicePoints[${code}].village`, `"${village}" is the code of no village here`)
    }
  }
  for (const [trigger, message] of Object.entries(pack.messages ?? {})) {
    if (message) checkMessage(message, trigger, reporter(packFiles.messages))
  }
  if (pack.services.length > 0)
    once(
      pack.services.map(({ code }) => code),
      'code',
      'service',
      reporter(packFiles.services),
    )
}

export function isVillageOf({ regency, regions }: PackParts, code: string): boolean {
  return regions.has(code) && levelOf(code) === 'village' && (!regency || code.startsWith(`${regency.region}.`))
}

const regencyWide = new Set(['catalogue-editor', 'admin'])

export function checkPeople(pack: PackParts, problems: Problem[]): void {
  if (!pack.people) return
  const report = (path: string, message: string, mend?: string) =>
    problems.push({ file: packFiles.people, path, message, ...(mend && { mend }) })
  once(
    pack.people.people.map(({ email }) => email),
    'people',
    'person',
    report,
  )
  const desks = new Map(
    [...(pack.offices?.agencies ?? []), ...(pack.offices ? [pack.offices.villages] : [])].map(
      ({ code, desks: staffed }) => [code, staffed],
    ),
  )
  const points = pack.points?.servicePoints.map(({ code }) => code)
  for (const { email, nik, village, memberships } of pack.people.people) {
    const path = `people[${email}]`
    if (nik !== undefined && !pack.regions.has(`${nik.slice(0, 2)}.${nik.slice(2, 4)}.${nik.slice(4, 6)}`)) {
      report(`${path}.nik`, 'begins with the code of no district', 'such as 351013 for Rogojampi')
    }
    if (village !== undefined && !isVillageOf(pack, village))
      report(`${path}.village`, `"${village}" is the code of no village here`)
    memberships.forEach((membership, at) => {
      const place = `${path}.memberships[${at}]`
      if (!membership.agency && !membership.village && !regencyWide.has(membership.role)) {
        report(place, `a ${membership.role} belongs to an agency or a village`, 'add "agency" or "village"')
      }
      const agency = membership.agency ?? (membership.village ? pack.offices?.villages.code : undefined)
      const staffed = agency === undefined ? undefined : desks.get(agency)
      if (pack.offices && agency !== undefined && !staffed)
        report(`${place}.agency`, `"${agency}" is no agency of this pack`, among(desks.keys()))
      if (staffed && !staffed.some((role) => role === membership.role)) {
        report(`${place}.role`, `"${agency}" has no "${membership.role}"`, `choose of ${staffed.join(', ')}`)
      }
      if (membership.village !== undefined && !isVillageOf(pack, membership.village)) {
        report(`${place}.village`, `"${membership.village}" is the code of no village here`)
      }
      if (points && membership.servicePoint !== undefined && !points.includes(membership.servicePoint)) {
        report(`${place}.servicePoint`, `"${membership.servicePoint}" is no service point of this pack`, among(points))
      }
    })
  }
}
