import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Asked, authorityAt, NoAuthority, type Seat } from '../../../domain/authority/authority-at.ts'
import { type Mandate, mandateActs, strategicActs } from '../../../domain/authority/mandate.ts'

const day = 86_400_000
const seat: Seat = { role: 'signer', agency: 'dpmptsp', village: null, from: 0, until: null }
const mandate: Mandate = {
  id: 'm',
  kind: 'plh',
  holder: 'kabid',
  for: 'kadis',
  role: 'signer',
  agency: 'dpmptsp',
  village: null,
  from: 10 * day,
  until: 20 * day,
  ended: null,
  scope: { services: null, withheld: [] },
}
const asked: Asked = { roles: ['signer'], office: 'dpmptsp', service: 'sip-bidan', act: 'sign' }
/** Where the stand-in sits by right, elsewhere in the house. */
const own: Seat = { ...seat, role: 'section-head' }
const why = (mandates: Mandate[], at: number, seats: Seat[] = [own], what: Asked = asked) => {
  try {
    return authorityAt({ seats, mandates }, what, at)
  } catch (error) {
    if (error instanceof NoAuthority) return error.code
    throw error
  }
}

describe('a stand-in', () => {
  it('may from the first instant of the mandate until its last, and is told why not before and after', () => {
    expect(why([mandate], 10 * day - 1)).toBe('mandate-not-begun')
    expect(why([mandate], 10 * day)).toEqual({ mandate })
    expect(why([mandate], 20 * day - 1)).toEqual({ mandate })
    expect(why([mandate], 20 * day)).toBe('mandate-ended')
    expect(why([{ ...mandate, ended: 12 * day }], 12 * day)).toBe('mandate-ended')
    expect(why([], 12 * day)).toBe('no-authority')
  })

  it('does not do what the law or the letter keeps back, nor on other services', () => {
    expect(why([mandate], 12 * day, [own], { ...asked, act: 'revoke' })).toBe('outside-mandate')
    const some = { ...mandate, scope: { services: ['ak-1'], withheld: [] } }
    expect(why([some], 12 * day)).toBe('outside-mandate')
    expect(why([some, mandate], 12 * day)).toEqual({ mandate })
  })

  it('is an officer as long as they stand in: whoever has left every seat signs nothing more', () => {
    const until = 15 * day
    expect(why([mandate], until - 1, [{ ...own, until }])).toEqual({ mandate })
    expect(why([mandate], until, [{ ...own, until }])).toBe('no-authority')
    expect(why([mandate], 12 * day, [])).toBe('no-authority')
  })

  it('whoever holds the role by right acts in their own name', () => {
    expect(why([mandate], 12 * day, [seat])).toEqual({ seat })
  })

  it('is nobody at another office', () => {
    expect(why([mandate], 12 * day, [own], { ...asked, office: 'dinkes' })).toBe('no-authority')
    const kades = { ...mandate, role: 'village-head' as const, agency: null, village: '35.10.13.2013' }
    const letter = { ...asked, roles: ['village-head' as const], office: '35.10.13.2013' }
    expect(why([kades], 12 * day, [own], letter)).toEqual({ mandate: kades })
    expect(why([kades], 12 * day, [own], { ...letter, office: '35.10.13.2014' })).toBe('no-authority')
  })
})

const role = fc.constantFrom('signer', 'section-head', 'village-head')
const place = fc.constantFrom(
  { agency: 'dpmptsp', village: null },
  { agency: 'dinkes', village: null },
  { agency: null, village: '35.10.13.2013' },
)
const service = fc.constantFrom('sip-bidan', 'ak-1')
const act = fc.constantFrom(...mandateActs)
const instant = fc.integer({ min: 0, max: 40 })
const seats = fc.array(
  fc
    .record({ role, place, from: instant, until: fc.option(instant) })
    .map(({ place: where, ...rest }): Seat => ({ ...rest, ...where })),
  { maxLength: 4 },
)
const mandates = fc.array(
  fc
    .record({
      role,
      place,
      from: instant,
      until: instant,
      ended: fc.option(instant),
      services: fc.option(fc.subarray(['sip-bidan', 'ak-1'])),
      withheld: fc.subarray([...mandateActs]),
    })
    .map(
      ({ place: where, services, withheld, ...rest }): Mandate => ({
        ...mandate,
        ...rest,
        ...where,
        scope: { services, withheld },
      }),
    ),
  { maxLength: 4 },
)
const question = fc
  .record({ roles: fc.uniqueArray(role, { minLength: 1 }), place, service, act })
  .map(({ place: { agency, village }, ...rest }): Asked => ({ ...rest, office: agency ?? village ?? '' }))

describe('nobody without authority at the instant can sign', () => {
  /** Said without any code of the rule: somebody has it who sits there then, or who is an officer then and whose letter says so. */
  const may = (held: { seats: Seat[]; mandates: Mandate[] }, what: Asked, at: number) => {
    const here = (each: { role: Seat['role']; agency: string | null; village: string | null }) =>
      what.roles.includes(each.role) && what.office === (each.agency ?? each.village)
    const sits = held.seats.filter((each) => at >= each.from && !(each.until !== null && at >= each.until))
    return (
      sits.some(here) ||
      held.mandates.some(
        (each) =>
          sits.length > 0 &&
          here(each) &&
          at >= each.from &&
          at < each.until &&
          !(each.ended !== null && at >= each.ended) &&
          !(strategicActs as readonly string[]).includes(what.act) &&
          !each.scope.withheld.includes(what.act) &&
          (each.scope.services === null || each.scope.services.includes(what.service)),
      )
    )
  }

  it('whatever roles and letters there are, at whatever instant', () => {
    fc.assert(
      fc.property(seats, mandates, question, instant, (held, letters, what, at) => {
        const answer = why(letters, at, held, what)
        expect(typeof answer !== 'string').toBe(may({ seats: held, mandates: letters }, what, at))
      }),
      { numRuns: 2_000 },
    )
  })
})
