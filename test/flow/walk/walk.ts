import { check } from './check/check.ts'
import { file } from './filing.ts'
import type { WalkHouse } from './house.ts'
import { offersOf, pick } from './offers.ts'
import { judge } from './perform.ts'
import type { Plan } from './plan.ts'
import { atRest, type Resting } from './rest.ts'
import type { Hand, Said } from './scene.ts'

/** One walk: what was done, and what was found wrong after the last of it. */
export type Walked = { trace: string[]; faults: string[] }

/**
 * Walks one case as the dice say, and looks at everything after each act, also after one that a good client was never told
 * the end of. Stops at the first fault, or when time is up. Without `judges` any answer will do that is no failure: others
 * meddle with the case at the same time.
 */
export async function walkCase(
  house: WalkHouse,
  { service, throws }: Plan,
  isLate: () => boolean,
  { judges = true }: { judges?: boolean } = {},
): Promise<Walked> {
  const walked: Walked = { trace: [], faults: [] }
  try {
    await walk(house, { service, throws }, { isLate, judges }, walked)
  } catch (error) {
    walked.faults.push(error instanceof Error ? error.message : String(error))
  }
  return walked
}

async function walk(
  house: WalkHouse,
  { service, throws }: Plan,
  { isLate, judges }: { isLate: () => boolean; judges: boolean },
  { trace, faults }: Walked,
): Promise<void> {
  let hand = await file(house, service)
  let original: Hand | null = null
  let last: Said | null = null
  let rest: Resting = await atRest(house, hand.receipt.id)
  let looked = ''
  trace.push(`${hand.owner} files ${service}: ${hand.receipt.number}`)
  for (const thrown of throws) {
    if (isLate()) break
    const act = pick(await offersOf({ house, hand, ...rest, last, original }), thrown)
    trace.push(act.name)
    const answer = await act.send()
    const before = rest
    rest = await atRest(house, hand.receipt.id)
    if (answer.status === 503) trace.push('which was not answered')
    else if (judges) faults.push(...(await judge(house, act, answer, before.now, rest.now)))
    else if (answer.status >= 500) faults.push(`answered ${answer.status} ${answer.text}`)
    if (rest.now.state.head !== looked) faults.push(...(await check(house, rest.now, rest.flow)))
    looked = rest.now.state.head
    if (faults.length > 0) return
    if (act.said && answer.status < 300) last = act.said
    const next = act.leadsTo ? await act.leadsTo(answer) : hand
    if (next === hand) continue
    original = next.service === 'keberatan' ? hand : null
    last = null
    hand = next
    rest = await atRest(house, hand.receipt.id)
  }
  faults.push(...(await check(house, rest.now, rest.flow)))
}
