import { z } from 'zod'

/**
 * What can go wrong on command, the next `times` times that `on` is asked for.
 * no-answer: done, and never answered. no-effect: neither done nor answered. maintenance: 503, nothing done. error: 500,
 * nothing done. refuse: 412. paid-first: somebody pays, and it is told, before the charge is answered. For notifications:
 * lost, twice.
 */
export const Fault = z.discriminatedUnion('on', [
  z.strictObject({
    on: z.enum(['charge', 'status', 'cancel', 'refund']),
    how: z.enum(['no-answer', 'no-effect', 'maintenance', 'error', 'refuse', 'paid-first']),
    times: z.int().min(1).max(1_000).default(1),
  }),
  z.strictObject({
    on: z.literal('notify'),
    how: z.enum(['lost', 'twice']),
    times: z.int().min(1).max(1_000).default(1),
  }),
])
export type Fault = z.infer<typeof Fault>
export type FaultyCall = Exclude<Fault['on'], 'notify'>

export class Faults {
  #waiting: Fault[] = []

  add(fault: z.input<typeof Fault>): void {
    this.#waiting.push(Fault.parse(fault))
  }

  clear(): void {
    this.#waiting = []
  }

  /** The fault that this call meets, used up by it. */
  take(on: FaultyCall): Exclude<Fault, { on: 'notify' }>['how'] | null
  take(on: 'notify'): 'lost' | 'twice' | null
  take(on: Fault['on']): Fault['how'] | null {
    const found = this.#waiting.find((fault) => fault.on === on)
    if (!found) return null
    found.times -= 1
    this.#waiting = this.#waiting.filter(({ times }) => times > 0)
    return found.how
  }
}
