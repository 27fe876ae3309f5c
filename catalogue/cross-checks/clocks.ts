import type { Clock } from '../schema/clock.ts'
import type { Step } from '../schema/steps.ts'
import { among, type Report, type ServiceContext } from './context.ts'
import { stepsWithPaths } from './tracks.ts'

/** Rungs climb, and only a sourced term deems (design rule 4). */
export function checkClocks({ definition, report }: ServiceContext): void {
  const check = (clock: Clock, path: string) => {
    clock.rungs.forEach(({ percent }, at) => {
      const before = clock.rungs[at - 1]
      if (before && before.percent >= percent) {
        report(
          `${path}.rungs[${at}].percent`,
          `${percent} does not come after ${before.percent}`,
          'write the rungs in ascending order, each once',
        )
      }
    })
  }
  for (const { step, path } of stepsWithPaths(definition)) {
    for (const { clock, place } of clocksOf(step, path)) {
      check(clock, place)
      checkOwner(step.kind, clock, `${place}.rungs`, report)
    }
  }
  if (definition.correction) {
    check(definition.correction, 'correction')
    checkOwner('pay', definition.correction, 'correction.rungs', report)
  }
  if (definition.term) {
    check(definition.term, 'term')
    checkDeeming({ definition, report })
  }
}

function clocksOf(step: Step, path: string): { clock: Clock; place: string }[] {
  if (step.kind === 'consult') {
    return step.panel.map((seat) => ({ clock: seat.clock, place: `${path}.panel[${seat.code}].clock` }))
  }
  return 'clock' in step ? [{ clock: step.clock, place: `${path}.clock` }] : []
}

/** Whose clock it is says what its rungs may do: the applicant's lapses, a wait proceeds, and no step deems. */
function checkOwner(kind: Step['kind'], { rungs }: Clock, path: string, report: Report): void {
  for (const action of rungs.flatMap(({ actions }) => actions)) {
    if (action.kind === 'deem') report(path, 'a step cannot deem', 'only the rungs of the service\'s "term" can')
    if (action.kind === 'proceed' && kind !== 'wait') report(path, `a ${kind} step does not end by time alone`)
    const isApplicants = action.kind === 'lapse' || action.kind === 'remind-applicant'
    if (isApplicants && kind !== 'pay') report(path, `"${action.kind}" belongs to a clock of the applicant`)
  }
}

function checkDeeming({ definition, report }: Pick<ServiceContext, 'definition' | 'report'>): void {
  const { term, sources } = definition
  if (!term) return
  term.rungs.forEach((rung, at) => {
    for (const action of rung.actions) {
      if (action.kind !== 'deem') continue
      const path = `term.rungs[${at}]`
      if (rung.percent < 100)
        report(`${path}.percent`, 'silence cannot approve before the term is over', 'deem at 100 or later')
      if (at < term.rungs.length - 1)
        report(path, 'comes after the case is deemed approved', 'make the deeming rung the last')
      const basis = sources[action.basis]
      if (!basis)
        report(`${path}.actions.basis`, `"${action.basis}" is none of the sources`, among(Object.keys(sources)))
      else if (!basis.article)
        report(
          `sources.${action.basis}.article`,
          'is missing: without an article silence approves nothing',
          'name the article that deems',
        )
      else if (basis.illustrative)
        report(
          `sources.${action.basis}.illustrative`,
          'an illustrative source cannot deem',
          'find the article, or drop the "deem" rung',
        )
      if (sources[term.source]?.illustrative)
        report('term.source', 'an unsourced term cannot deem', 'find the source of the term, or drop the "deem" rung')
    }
  })
}
