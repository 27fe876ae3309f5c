import { measureNamed } from '../../domain/oversight/kpis.ts'
import { packFiles } from '../pack/pack.ts'
import type { Problem } from '../pack/problem.ts'
import type { Kpi } from '../schema/kpis.ts'
import { once } from './codes.ts'
import { among, type PackParts, type Report } from './context.ts'

/** Key figures are of agencies and services there are, and ask of a measure what it can tell. */
export function checkKpis(pack: PackParts, problems: Problem[]): void {
  const kpis = pack.kpis?.kpis ?? []
  const report: Report = (path, message, mend) =>
    problems.push({ file: packFiles.kpis, path, message, ...(mend && { mend }) })
  once(
    kpis.map(({ code }) => code),
    'kpis',
    'KPI',
    report,
  )
  for (const kpi of kpis) {
    checkMeasure(kpi, report)
    checkOnly(kpi, pack, report)
  }
}

function checkMeasure({ code, measure, by, period, target }: Kpi, report: Report): void {
  const { of, unit, by: known } = measureNamed(measure)
  const path = `kpis[${code}]`
  if (by && !known.includes(by)) report(`${path}.by`, `"${measure}" is not told apart by "${by}"`, among(known))
  if (of === 'open' && period) report(`${path}.period`, `"${measure}" is told as it stands now`, 'take the period out')
  if (of !== 'open' && !period)
    report(`${path}.period`, `"${measure}" is of a period`, 'such as {"grain": "month", "last": 3}')
  if (unit === 'percent' && target.value > 100)
    report(`${path}.target.value`, `is in per cent: ${target.value} is more than all`, 'write a number from 0 to 100')
}

function checkOnly({ code, only }: Kpi, { offices, services, unreadable }: PackParts, report: Report): void {
  const path = `kpis[${code}].only`
  const agencies = offices?.agencies.map((agency) => agency.code)
  if (agencies && only?.agency !== undefined && !agencies.includes(only.agency))
    report(`${path}.agency`, `"${only.agency}" is no agency of this pack`, among(agencies))
  const known = services.map((service) => service.code)
  const isTold = unreadable.has(`${packFiles.services}/${only?.service}.json`)
  if (only?.service !== undefined && !known.includes(only.service) && !isTold)
    report(`${path}.service`, `"${only.service}" is no service of this pack`, among(known))
}
