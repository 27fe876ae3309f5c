import { type Change, changesBetween } from './compare.ts'
import { entryName, holds, type Place, valueAt, withValue } from './place.ts'

/** `clashes`: places where both wrote; there mine stands in `merged`. */
export type Rebased = { merged: unknown; theirs: Change[]; clashes: Place[] }

/** What I changed since I read `read`, put onto what somebody else has made of it. */
export function rebase(read: unknown, mine: unknown, theirs: unknown): Rebased {
  const own = changesBetween(read, mine)
  const other = changesBetween(read, theirs)
  const clashes = own.filter(({ place }) => other.some((each) => holds(each.place, place) || holds(place, each.place)))
  return {
    merged: own.reduce(withChange, theirs),
    theirs: other,
    clashes: clashes.map(({ place }) => place),
  }
}

function withChange(definition: unknown, { place, after, order }: Change): unknown {
  if (order) return inOrder(definition, place, after as string[])
  if (place.at(-1) !== 'budget') return withValue(definition, place, after)
  const { unit, amount } = after as { unit: unknown; amount: unknown }
  const clock = place.slice(0, -1)
  return withValue(withValue(definition, [...clock, 'unit'], unit), [...clock, 'amount'], amount)
}

/** What I put into another order, in that order; what they have added stays behind. */
function inOrder(definition: unknown, place: Place, names: readonly string[]): unknown {
  const list = valueAt(definition, place)
  if (!Array.isArray(list)) return definition
  const rank = (entry: unknown) => {
    const at = names.indexOf(entryName(entry) ?? '')
    return at < 0 ? names.length : at
  }
  return withValue(
    definition,
    place,
    [...list].sort((one, other) => rank(one) - rank(other)),
  )
}
