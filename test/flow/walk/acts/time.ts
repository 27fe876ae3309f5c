import { isClosed } from '../../../../domain/case/state.ts'
import { type Act, type Scene, told } from '../scene.ts'

/** Time goes on to the next rung: to a reminder, a lapse, or the day that silence decides. */
export function timeActs({ house, hand, now }: Scene): Act[] {
  const who = hand.service === 'sktm' ? 'kades' : 'supervisor'
  const isRunning = Object.values(now.state.clocks).some(
    ({ stoppedAt, pauses, instants, reached }) =>
      stoppedAt === null &&
      pauses.every(({ until }) => until !== null) &&
      (instants?.rungs ?? []).some(({ percent }) => !reached.includes(percent)),
  )
  const isAhead = isRunning && !isClosed(now.state)
  const offer = {
    name: 'lets time pass to the next rung',
    weight: isAhead ? 5 : 0.3,
    expects: isAhead ? ('kept' as const) : ['no-rung-ahead'],
  }
  const skip = told(house, offer, who, '/api/demo/skip', { application: now._id })
  // Said again it is another stretch of time.
  return now.shift > 300 * 86_400_000 ? [] : [{ ...skip, said: undefined }]
}
