import type { CallStatus } from '../../domain/case/events.ts'
import { clockSaidBy } from '../../domain/outside/oss-status.ts'
import { statusesAbout } from '../../models/case/news.ts'
import type { Attempted } from './attempt.ts'

/**
 * What the outside system told of its clock since the application was accepted and its case has not heard, oldest first by
 * that system's own time. A status that says nothing of a clock is no news to a case.
 */
export async function unheardStatuses({ application, call }: Attempted): Promise<CallStatus[]> {
  const { state, acceptedAt } = application
  // That system tells whole seconds.
  const from = new Date(acceptedAt.getTime() - acceptedAt.getMilliseconds())
  const told = await statusesAbout(call.system, call.matches, from)
  return told
    .filter(({ _id }) => !state.heard.includes(_id))
    .flatMap(({ _id: news, content: { code, saidAt } }) => {
      const said = clockSaidBy(code)
      return said ? [{ news, code, saidAt, ...said }] : []
    })
    .sort((a, b) => a.saidAt - b.saidAt)
}
