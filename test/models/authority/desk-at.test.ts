import { describe, expect, test } from 'vitest'
import type { MandateScope } from '../../../domain/authority/mandate.ts'
import type { MandateRecord } from '../../../models/authority/mandate.ts'
import { type DeskOfTask, deskAt, type Presence } from '../../../models/authority/presence.ts'
import type { MembershipRecord } from '../../../models/membership.ts'

const office = { agency: 'dpmptsp', village: null }
const task: DeskOfTask = { ...office, role: 'signer', roles: ['signer'], service: 'sip-bidan', kind: 'sign' }

/** The head is away, and the section head stands in by such a letter. */
function desk(scope: Partial<MandateScope>, what: Partial<DeskOfTask> = {}) {
  const letter = {
    holder: 'kabid',
    for: 'kadis',
    role: 'signer',
    ...office,
    scope: { services: null, withheld: [], ...scope },
  }
  const presence: Presence = {
    seats: [{ account: 'kadis', role: 'signer', ...office } as MembershipRecord],
    mandates: [letter as unknown as MandateRecord],
    away: new Set(['kadis']),
  }
  return deskAt(presence, { ...task, ...what })
}

describe('who is offered the task of an official who is away', () => {
  test('whoever stands in, for the services of the letter', () => {
    expect(desk({}).standInFor('kadis')).toBe('kabid')
    expect(desk({ services: ['sip-bidan'] }).standInFor('kadis')).toBe('kabid')
    expect(desk({ services: ['ak-1'] }).standInFor('kadis')).toBeNull()
  })

  test('not to sign, where the letter keeps signing with the official', () => {
    expect(desk({ withheld: ['sign'] }).standInFor('kadis')).toBeNull()
    expect(desk({ withheld: ['sign'] }, { kind: 'review' }).standInFor('kadis')).toBe('kabid')
  })
})
