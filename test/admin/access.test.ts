import { packRules } from '@casl/ability/extra'
import { describe, expect, it } from 'vitest'
import { allows, hasOffice } from '../../admin/src/providers/access.ts'
import { abilityOf } from '../../admin/src/providers/me.ts'
import { type HeldRole, rulesFor } from '../../domain/policy/index.ts'

const held = (role: HeldRole['role'], place: Partial<HeldRole> = {}): HeldRole => ({
  role,
  agency: null,
  village: null,
  servicePoint: null,
  ...place,
})

/** What the API hands out for these roles, as the screens read it. */
function sees(...roles: HeldRole[]): string[] {
  const ability = abilityOf({ abilities: packRules(rulesFor('p1', roles)) })
  return ['tasks', 'applications', 'services', 'messages'].filter((resource) => allows({ ability }, resource, 'list'))
}

describe('what the menu shows', () => {
  it('is everything to officers at a desk', () => {
    const all = ['tasks', 'applications', 'services', 'messages']
    expect(sees(held('verifier', { agency: 'dpmptsp' }))).toEqual(all)
    expect(sees(held('village-head', { village: '35.10.13.2013' }))).toEqual(all)
    expect(sees(held('supervisor', { agency: 'dpmptsp' }))).toEqual(all)
  })

  it('is the catalogue alone to who edits it, and to a citizen', () => {
    expect(sees(held('catalogue-editor'))).toEqual(['services'])
    expect(sees()).toEqual(['services'])
  })

  it('lets unmask only those whose role may', () => {
    const may = (...roles: HeldRole[]) =>
      allows({ ability: abilityOf({ abilities: packRules(rulesFor('p1', roles)) }) }, 'applications', 'unmask')
    expect(may(held('verifier', { agency: 'dpmptsp' }))).toBe(true)
    expect(may(held('supervisor', { agency: 'dpmptsp' }))).toBe(false)
  })
})

describe('an office', () => {
  const membership = { agency: null, agencyName: null, village: null, servicePoint: null }
  const me = { id: 'p1', name: 'A', email: 'a@demo.test', mandates: [], profile: {}, abilities: [] }

  it('is what a citizen alone does not have', () => {
    expect(hasOffice({ me: { ...me, memberships: [] } })).toBe(false)
    expect(hasOffice({ me: { ...me, memberships: [{ ...membership, role: 'citizen' }] } })).toBe(false)
    expect(hasOffice({ me: { ...me, memberships: [{ ...membership, role: 'counter' }] } })).toBe(true)
  })
})
