import fc from 'fast-check'

export const walked = ['ak-1', 'akta-kelahiran', 'sip-bidan', 'sktm', 'pbg', 'nib-perorangan', 'slhs'] as const
export type Walked = (typeof walked)[number]

/** What is filed, and a throw of the dice for everything that then happens to it. An objection comes of itself. */
export type Plan = { service: Walked; throws: number[] }

const throwsOf = (minLength: number, maxLength: number) =>
  fc.array(fc.nat(2 ** 30 - 1), { minLength, maxLength, size: 'max' })

const plan: fc.Arbitrary<Plan> = fc.record({
  service: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom<Walked>('pbg', 'slhs', 'sip-bidan') },
    { weight: 2, arbitrary: fc.constantFrom<Walked>(...walked) },
  ),
  throws: fc.oneof({ weight: 2, arbitrary: throwsOf(3, 7) }, { weight: 1, arbitrary: throwsOf(8, 20) }),
})

export function plansOf({ seed, cases }: { seed: number; cases: number }): Plan[] {
  return fc.sample(plan, { seed, numRuns: cases })
}
