import type { ServicePoint } from '../../catalogue/schema/offices.ts'
import type { DemoPerson } from '../../catalogue/schema/people.ts'
import type { Channel, Desk } from '../../domain/service.ts'
import type { Chance } from './random.ts'

/** The demo person who sits at a desk, by e-mail; nobody in villages that the demo does not staff. */
export function officerAt(people: readonly DemoPerson[], desk: Desk, village: string | null): string | undefined {
  return people.find(({ memberships }) =>
    memberships.some((held) =>
      'agency' in desk
        ? held.role === desk.role && held.agency === desk.agency
        : held.role === desk.role && village !== null && held.village === village,
    ),
  )?.email
}

/** Where a case came in, and who filed it, where that was an officer of the demo. */
export function cameIn(
  channel: Channel,
  village: string,
  { people, points, chance }: { people: readonly DemoPerson[]; points: readonly ServicePoint[]; chance: Chance },
): { servicePoint?: string; filedBy?: string } {
  const kinds: Partial<Record<Channel, readonly ServicePoint['kind'][]>> = {
    counter: ['mpp', 'public-market', 'lounge'],
    kiosk: ['kiosk'],
  }
  const open = points.filter(({ kind }) => kinds[channel]?.includes(kind))
  const point =
    channel === 'village'
      ? points.find((each) => each.kind === 'village-office' && each.village === village)
      : open.length > 0
        ? chance.one(open)
        : undefined
  const filer = people.find(({ memberships }) =>
    memberships.some((held) =>
      channel === 'village'
        ? held.role === 'village-operator' && held.village === village
        : channel === 'counter' && held.role === 'counter' && point !== undefined && held.servicePoint === point.code,
    ),
  )
  return { ...(point ? { servicePoint: point.code } : {}), ...(filer ? { filedBy: filer.email } : {}) }
}
