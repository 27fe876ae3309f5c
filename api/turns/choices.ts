import type { TurnChoices } from '../../contracts/turns.ts'
import { Refusal } from '../../domain/case/actions.ts'
import { addStep } from '../../domain/case/acts.ts'
import { flatten, isHuman, type Role, type Step } from '../../domain/service.ts'
import type { ApplicationRecord } from '../../models/case/application.ts'
import { AgencyModel } from '../../models/catalogue/agency.ts'
import type { CaseServices } from '../case/services.ts'
import { wordBook } from '../case/words.ts'
import type { Language } from '../request.ts'

/** What a superior can choose of for this case: desks to ask, and steps to go on from. */
export async function turnChoices(
  { engine }: CaseServices,
  application: ApplicationRecord,
  language: Language,
): Promise<TurnChoices> {
  const { service, serviceVersion, number, state } = application
  const flow = await engine.flow(service, serviceVersion)
  const words = await wordBook()(application)
  const named = ({ code }: Step) => ({ code, name: words.step('main', code)[language] })
  const steps = flatten<Step>(flow.tracks.main)
  return {
    after: steps.filter(({ code }) => canFollow(flow, number, state, code)).map(named),
    from: flow.tracks.main
      .filter((step) => isHuman(step) || step.kind === 'consult' || step.kind === 'parallel')
      .map(named),
    desks: (await asksDesks()).map(({ agency, name, roles }) => ({ agency, name, roles })),
  }
}

function canFollow(
  flow: Parameters<typeof addStep>[0]['flow'],
  number: string,
  state: ApplicationRecord['state'],
  after: string,
): boolean {
  const clock = { budget: { unit: 'working-days' as const, amount: 1 }, calendar: '', rungs: [] }
  const step = {
    kind: 'review' as const,
    code: 'tambahan',
    desk: { role: 'verifier' as const, agency: '' },
    decisions: [],
    clock,
  }
  try {
    const by = { kind: 'officer', id: '' } as const
    return addStep({ flow, number }, state, { addId: '', after, step, digest: '', by, at: 0 }).length > 0
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

const asked = ['verifier', 'technical', 'section-head', 'supervisor'] as const satisfies readonly Role[]

/** Agencies with those of their desks that can be asked for one more look. */
export async function asksDesks(): Promise<{ agency: string; name: string; roles: Role[] }[]> {
  const agencies = await AgencyModel.find().sort({ name: 1 }).lean()
  return agencies.flatMap(({ code, name, desks }) => {
    const roles = asked.filter((role) => desks.includes(role))
    return roles.length > 0 ? [{ agency: code, name, roles }] : []
  })
}
