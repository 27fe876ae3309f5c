import { flatten } from '../../domain/service.ts'
import type { Clock } from '../schema/clock.ts'
import type { Step } from '../schema/steps.ts'
import { among, type ServiceContext } from './context.ts'
import { stepsWithPaths } from './tracks.ts'

/** What the steps of one kind need: fees that are there, a quorum that can be had, a way for time to act. */
export function checkSteps(context: ServiceContext): void {
  for (const { step, path } of stepsWithPaths(context.definition)) checkStep(context, step, path)
  checkLapse(context)
  checkAppeal(context)
}

/** An objection goes to a service that is there and does not itself object. */
function checkAppeal({ definition, pack, report }: ServiceContext): void {
  const { appeal } = definition
  if (!appeal) return
  const heard = pack.services.find(({ code }) => code === appeal.service)
  const unread = pack.unreadable.has(`services/${appeal.service}.json`)
  if (!heard && !unread)
    report(
      'appeal.service',
      `"${appeal.service}" is no service of this pack`,
      among(pack.services.map(({ code }) => code)),
    )
  if (heard && heard.filedFrom !== 'decision')
    report('appeal.service', `"${appeal.service}" is filed by itself`, 'set its "filedFrom" to "decision"')
  if (heard?.appeal) report('appeal.service', 'an objection to an objection goes to court, not to another service')
  if (!definition.sources[appeal.source])
    report('appeal.source', `"${appeal.source}" is none of the sources`, among(Object.keys(definition.sources)))
}

function checkStep({ definition, report }: ServiceContext, step: Step, path: string): void {
  const kindOf = new Map(definition.documents.map(({ code, kind }) => [code, kind]))
  switch (step.kind) {
    case 'consult':
      if (step.quorum > step.panel.length)
        report(`${path}.quorum`, `${step.quorum} is more than the ${step.panel.length} who are asked`)
      return
    case 'inspect':
      if (kindOf.get(step.report) !== 'report')
        report(`${path}.report`, `"${step.report}" is no document of kind "report"`, 'name the report in "documents"')
      if (step.photos.min > step.photos.max) report(`${path}.photos`, '"min" is more than "max"')
      return
    case 'pay': {
      const fees = definition.fees.map(({ code }) => code)
      for (const fee of step.fees)
        if (!fees.includes(fee)) report(`${path}.fees`, `"${fee}" is none of the fees`, among(fees))
      const main = flatten<Step>(definition.steps).map(({ code }) => code)
      if (step.refund.until && !main.includes(step.refund.until))
        report(`${path}.refund.until`, `"${step.refund.until}" is no step of the service`, among(main))
      return
    }
    case 'call':
      if (step.document && kindOf.get(step.document) !== 'external')
        report(`${path}.document`, `"${step.document}" is no document of kind "external"`)
      if (step.pausesTerm && !definition.sources[step.pausesTerm])
        report(
          `${path}.pausesTerm`,
          `"${step.pausesTerm}" is none of the sources`,
          among(Object.keys(definition.sources)),
        )
      return
    case 'wait':
      if (!acts(step.clock, 'proceed'))
        report(`${path}.clock.rungs`, 'the case would wait for ever', 'give a rung at 100 the action "proceed"')
      return
  }
}

/** Where the applicant can let a case lie, it ends by a letter. */
function checkLapse({ definition, report }: ServiceContext): void {
  const { correction, lapse = [], documents } = definition
  const lapses = stepsWithPaths(definition).some(({ step }) => step.kind === 'pay' && acts(step.clock, 'lapse'))
  const can = lapses || (correction !== undefined && acts(correction, 'lapse'))
  if (!can && lapse.length > 0)
    report('lapse', 'nothing lapses, so nobody ever gets here', 'let a rung of "correction" or of a "pay" step "lapse"')
  if (!can) return
  const letters = new Set(documents.filter(({ kind }) => kind === 'closing').map(({ code }) => code))
  const ends = lapse.some((step) => (step.kind === 'issue' || step.kind === 'sign') && letters.has(step.document))
  if (!ends)
    report(
      'lapse',
      'a case can lapse, but the track does not end in a letter',
      'add a document of kind "closing" and an "issue" or "sign" step for it',
    )
}

export function acts({ rungs }: Pick<Clock, 'rungs'>, kind: 'proceed' | 'lapse' | 'deem'): boolean {
  return rungs.some(({ actions }) => actions.some((action) => action.kind === kind))
}
