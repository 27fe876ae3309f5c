import type { SimbgSimulator } from '../../../../integrations/simbg/simulator/simulator.ts'
import { Answer } from '../../../../models/case/answer.ts'
import type { ApplicationRecord } from '../../../../models/case/application.ts'
import { Call } from '../../../../models/case/call.ts'

/** What is waited for outside: rows, state and answers agree, and SIMBG was told of each once. */
export async function checkCalls(simbg: SimbgSimulator, { _id, state }: ApplicationRecord): Promise<string[]> {
  const rows = await Call.find({ application: _id }).lean()
  const answers = await Answer.find({ application: _id }).lean()
  const known = Object.values(state.calls ?? {})
  const faults = known.flatMap(({ id, status, step }) => {
    const row = rows.find(({ call }) => call === id)
    const isEnded = Object.entries(state.steps).every(
      ([key, each]) => !key.endsWith(`/${step}`) || each.endedAt !== null,
    )
    const expected = status !== 'open' ? status : isEnded ? 'dropped' : 'waiting'
    const said = answers.filter(({ call }) => call === id)
    return [
      ...(row?.status === expected ? [] : [`call ${id} is ${row?.status}, the timeline makes it ${expected}`]),
      ...(status !== 'open' && said.length !== 1 ? [`call ${id} is ${status} with ${said.length} answers`] : []),
      ...(said.every(({ outcome }) => status === 'open' || outcome === status)
        ? []
        : [`call ${id} was answered otherwise`]),
    ]
  })
  const twice = rows.filter(({ call }) => simbg.filed.filter(({ permohonan }) => permohonan.kunci === call).length > 1)
  return [
    ...faults,
    ...(rows.length === known.length ? [] : ['there are other calls than the timeline knows']),
    ...twice.map(({ call }) => `SIMBG was sent ${call} twice`),
  ]
}
