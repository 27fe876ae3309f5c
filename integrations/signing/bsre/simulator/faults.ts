export const operations = ['status', 'sign', 'download', 'seal'] as const
export type Operation = (typeof operations)[number]

/**
 * How the next calls fail. `maintenance`: a page instead of an answer, nothing done. `refused`: as though the passphrase had
 * stopped being right, nothing done. The others happen after the work is done: `late` holds the answer until it is released, `cut` breaks off in its middle, `reset` closes the line without a
 * word, `gateway` lets whatever stands in front give up, `twice` does the work once more, as a repeated request would.
 */
export const faults = ['maintenance', 'refused', 'late', 'cut', 'reset', 'gateway', 'twice'] as const
export type Fault = (typeof faults)[number]

/** The faults that were ordered, each for so many calls, and the answers that are held. */
export class Faults {
  readonly #ordered: { operation: Operation; fault: Fault }[] = []
  readonly #held: (() => void)[] = []

  order(operation: Operation, fault: Fault, times = 1): void {
    for (let each = 0; each < times; each += 1) this.#ordered.push({ operation, fault })
  }

  /** The fault of this call, if one was ordered. */
  next(operation: Operation): Fault | undefined {
    const place = this.#ordered.findIndex((each) => each.operation === operation)
    return place < 0 ? undefined : this.#ordered.splice(place, 1)[0]?.fault
  }

  /** Forgets what was ordered and has not come. */
  forget(): void {
    this.#ordered.length = 0
  }

  hold(): Promise<void> {
    return new Promise((resolve) => this.#held.push(resolve))
  }

  /** Lets every held answer go; gives how many. */
  release(): number {
    const held = this.#held.splice(0)
    for (const go of held) go()
    return held.length
  }
}
