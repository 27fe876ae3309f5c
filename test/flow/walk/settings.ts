import { randomInt } from 'node:crypto'

const { WALK_SEED, WALK_CASES, WALK_ONLY, WALK_LANES, WALK_SECONDS } = process.env

/**
 * How the random walk goes: `WALK_SEED` repeats one, `WALK_CASES` makes it longer or shorter, `WALK_ONLY` walks but one of
 * its cases again (counted from 0), `WALK_LANES` says how many are walked side by side. Where no number is asked for, a
 * busy machine walks what it can in `WALK_SECONDS`.
 */
export const settings = {
  seed: WALK_SEED ? Number(WALK_SEED) : randomInt(1, 2 ** 31 - 1),
  cases: Number(WALK_CASES ?? 240),
  only: WALK_ONLY ? Number(WALK_ONLY) : null,
  lanes: Number(WALK_LANES ?? 12),
  seconds: WALK_CASES || WALK_ONLY ? Number.POSITIVE_INFINITY : Number(WALK_SECONDS ?? 35),
}

export const howToRepeat = (index: number) =>
  `WALK_SEED=${settings.seed} WALK_CASES=${settings.cases} WALK_ONLY=${index} npm test -- flow test/flow/random-walk`

/** An activity whose worker was killed is not tried again before its time is out, a minute; twice may happen. */
export const patienceMs = 180_000
