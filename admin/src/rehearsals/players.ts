import { type Behaviour, behaviours } from '../../../domain/rehearsal.ts'
import { isObject } from '../services/draft/place.ts'

const onlyWith: Partial<Record<keyof Behaviour, string>> = { payer: 'pay', systems: 'call' }

/** Who has a part in a service: money and outside systems only where a step waits for them. */
export function playersOf(definition: unknown): (keyof Behaviour)[] {
  return (Object.keys(behaviours) as (keyof Behaviour)[]).filter((who) => {
    const kind = onlyWith[who]
    return kind === undefined || hasStep(definition, kind)
  })
}

/** Whether any step, also one inside a branch, is of this kind; nothing else in a definition has one of these. */
function hasStep(part: unknown, kind: string): boolean {
  if (Array.isArray(part)) return part.some((each) => hasStep(each, kind))
  if (!isObject(part)) return false
  return part.kind === kind || Object.values(part).some((each) => hasStep(each, kind))
}
