import type { Unit } from './calendar.ts'
import { minuteMs } from './local-time.ts'

/**
 * Working time as a ruler of whole ticks. Fractions of days of different lengths have no common binary fraction, and an
 * error of a nanosecond turns Friday's close into Monday's opening: so ticks are exact integers. A day is as many ticks as
 * the least common multiple of all days' lengths; a minute is 60,000.
 */
export type Scale = {
  readonly ticksPerUnit: bigint
  /** By working day: position of its opening, and ticks that one millisecond of its working time is worth. */
  readonly marks: readonly { readonly begin: bigint; readonly perMs: bigint }[]
  /** Position after the last working day. */
  readonly end: bigint
}

/** `lengths` are the working days' working times in milliseconds, in order. */
export function makeScales(lengths: readonly number[]): Readonly<Record<Unit, Scale>> {
  const days = lengths.map(BigInt)
  let ticksPerDay = 1n
  for (const length of new Set(days)) ticksPerDay = leastCommonMultiple(ticksPerDay, length)
  return Object.freeze({
    'working-days': makeScale(days, ticksPerDay, (length) => ticksPerDay / length),
    'working-minutes': makeScale(days, BigInt(minuteMs), () => 1n),
  })
}

function makeScale(days: readonly bigint[], ticksPerUnit: bigint, perMsOf: (length: bigint) => bigint): Scale {
  let end = 0n
  const marks = days.map((length) => {
    const mark = Object.freeze({ begin: end, perMs: perMsOf(length) })
    end += length * mark.perMs
    return mark
  })
  return Object.freeze({ ticksPerUnit, marks: Object.freeze(marks), end })
}

/** Index of the working day in which `position` is reached: the last that begins before it. */
export function markBefore(scale: Scale, position: bigint): number {
  let low = 0
  let high = scale.marks.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    const mark = scale.marks[middle]
    if (mark && mark.begin < position) low = middle
    else high = middle - 1
  }
  return low
}

/** Ticks as a number of units, whole units exact. */
export function toUnits(scale: Scale, ticks: bigint): number {
  return Number(ticks / scale.ticksPerUnit) + Number(ticks % scale.ticksPerUnit) / Number(scale.ticksPerUnit)
}

function leastCommonMultiple(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b]
  while (y > 0n) [x, y] = [y, x % y]
  return (a / x) * b
}
