import type { Role } from '../../domain/service.ts'
import type { Clock } from '../schema/clock.ts'
import { among, type ServiceContext } from './context.ts'
import { stepsWithPaths } from './tracks.ts'

/** Every agency is there, and staffs the roles that wait, are warned or escalated to. */
export function checkAgencies(context: ServiceContext): void {
  const { definition, pack, report } = context
  if (!pack.offices) return
  const { agencies, villages } = pack.offices
  const desks = new Map(agencies.map(({ code, desks: staffed }) => [code, staffed]))
  const names = among([...desks.keys()])

  if (!desks.has(definition.agency) && definition.agency !== villages.code) {
    report(
      'agency',
      `"${definition.agency}" is no agency of this pack`,
      `${names}, ${villages.code} for the village offices`,
    )
  }
  const staffed = (agency: string) => (agency === villages.code ? villages.desks : desks.get(agency))
  const checkRole = (role: Role, agency: string, path: string) => {
    const known = staffed(agency)
    if (known && !known.some((desk) => desk === role)) {
      report(
        path,
        `"${agency}" has no "${role}"`,
        `add it to the agency's "desks" in agencies.json, or choose of ${known.join(', ')}`,
      )
    }
  }
  const checkRungs = ({ rungs }: Clock, agency: string, path: string) => {
    rungs.forEach((rung, at) => {
      rung.actions.forEach((action, nth) => {
        const elsewhere = action.kind === 'escalate' ? action.agency : undefined
        const of = elsewhere ?? agency
        const place = `${path}.rungs[${at}].actions[${nth}]`
        if (elsewhere && !staffed(elsewhere)) report(`${place}.agency`, `"${of}" is no agency of this pack`, names)
        if ('role' in action && action.role) checkRole(action.role, of, `${place}.role`)
      })
    })
  }
  if (definition.term) checkRungs(definition.term, definition.agency, 'term')
  for (const { step, path } of stepsWithPaths(definition)) {
    const seats =
      step.kind === 'consult' ? step.panel.map((seat) => ({ ...seat, path: `${path}.panel[${seat.code}]` })) : []
    for (const seat of 'desk' in step ? [{ ...step, path }] : seats) {
      const agency = 'agency' in seat.desk ? seat.desk.agency : villages.code
      if (!staffed(agency)) report(`${seat.path}.desk.agency`, `"${agency}" is no agency of this pack`, names)
      checkRole(seat.desk.role, agency, `${seat.path}.desk.role`)
      checkRungs(seat.clock, agency, `${seat.path}.clock`)
    }
    if (step.kind === 'call' && !desks.has(step.agency))
      report(`${path}.agency`, `"${step.agency}" is no agency of this pack`, names)
    if (step.kind === 'pay' || step.kind === 'call' || step.kind === 'wait') {
      checkRungs(step.clock, step.kind === 'call' ? step.agency : definition.agency, `${path}.clock`)
    }
    if (step.kind === 'issue' && step.agency !== 'village-of-application' && !desks.has(step.agency)) {
      report(`${path}.agency`, `"${step.agency}" is no agency of this pack`, `${names}; or "village-of-application"`)
    }
  }
}
