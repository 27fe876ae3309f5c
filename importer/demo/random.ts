/** Chance that comes out the same for the same seed. */
export type Chance = {
  /** From 0, below 1. */
  next(): number
  /** A whole number, both ends included. */
  between(from: number, to: number): number
  happens(share: number): boolean
  one<T>(all: readonly T[]): T
  /** A key, as often as its weight says. */
  weighted<Key extends string>(weights: Partial<Record<Key, number>>): Key
}

/** Mulberry32: small, fast, good enough to make up people. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    between,
    happens: (share) => next() < share,
    one(all) {
      const chosen = all[between(0, all.length - 1)]
      if (chosen === undefined) throw new RangeError('nothing to choose from')
      return chosen
    },
    weighted(weights) {
      const entries = Object.entries<number | undefined>(weights)
      let left = next() * entries.reduce((sum, [, weight = 0]) => sum + weight, 0)
      for (const [key, weight = 0] of entries) {
        left -= weight
        if (left < 0) return key as never
      }
      throw new RangeError('nothing to choose from')
    },
  }
}
