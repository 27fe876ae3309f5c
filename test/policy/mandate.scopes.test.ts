import { createMongoAbility, type MongoAbility, subject } from '@casl/ability'
import { describe, expect, it } from 'vitest'
import type { Action, HeldRole, Resource } from '../../domain/policy/index.ts'
import { rulesFor } from '../../domain/policy/index.ts'
import type { Role } from '../../domain/service.ts'
import { can, held, people, whoCan } from './people.ts'

const inOffice = { agency: 'dpmptsp', village: null, holder: 'section-head' }
const inVillage = { agency: null, village: '35.10.01.2001', holder: 'village-operator' }

describe('mandates', () => {
  it.each(['give', 'end'] as const)('to %s: the admin, and the head of that office alone', (action) => {
    expect(whoCan(action, 'mandate', inOffice)).toEqual(['signer', 'admin'])
    expect(whoCan(action, 'mandate', inVillage)).toEqual(['village-head', 'admin'])
    expect(whoCan(action, 'mandate', { ...inOffice, agency: 'dinkes' })).toEqual(['admin'])
  })

  it('are read by those who watch over the office as well', () => {
    expect(whoCan('read', 'mandate', inOffice)).toEqual(['signer', 'supervisor', 'admin'])
    expect(whoCan('read', 'mandate', inVillage)).toEqual(['village-head', 'admin'])
  })
})

describe('absences', () => {
  const ofVerifier = { account: 'verifier', agencies: ['dpmptsp'], villages: [] }
  it.each(['read', 'record', 'end'] as const)(
    'to %s: one’s own, the head and the supervisor the office’s',
    (action) => {
      expect(whoCan(action, 'absence', ofVerifier)).toEqual(['verifier', 'signer', 'supervisor', 'admin'])
      expect(can('technical', action, 'absence', { ...ofVerifier, account: 'technical', agencies: ['dinkes'] })).toBe(
        true,
      )
      expect(whoCan(action, 'absence', { account: 'x', agencies: [], villages: ['35.10.01.2001'] })).toEqual([
        'village-head',
        'admin',
      ])
      expect(can('warga', action, 'absence', { account: 'warga', agencies: [], villages: [] })).toBe(false)
    },
  )
})

describe('who stands in for somebody', () => {
  const standIn = (scope: Partial<NonNullable<HeldRole['mandate']>> = {}): HeldRole => ({
    ...held('signer', { agency: 'dpmptsp' }),
    mandate: { id: 'm', services: null, withheld: [], ...scope },
  })
  const may = (role: HeldRole, action: Action, resource: Resource, document: object) =>
    createMongoAbility<MongoAbility>(rulesFor('verifier', [...people.verifier, role])).can(
      action,
      subject(resource, { ...document }),
    )
  /** By the mandate alone, whatever else they are. */
  const mayAs = (role: HeldRole, action: Action, resource: Resource, document: object) =>
    createMongoAbility<MongoAbility>(rulesFor('somebody', [role])).can(action, subject(resource, { ...document }))
  const task = {
    role: 'signer',
    roles: ['signer'],
    agency: 'dpmptsp',
    village: null,
    assignee: null,
    service: 'sip-bidan',
  }
  const licence = { agency: 'dpmptsp', service: 'sip-bidan' }
  const filed = { agencies: ['dpmptsp'], village: null, servicePoint: null, service: 'sip-bidan' }

  it('decides at the official’s desk, which they could not before', () => {
    expect(can('verifier', 'decide', 'task', task)).toBe(false)
    expect(may(standIn(), 'decide', 'task', task)).toBe(true)
    expect(may(standIn(), 'decide', 'task', { ...task, agency: 'dinkes' })).toBe(false)
  })

  it('takes no licence away for good, and gives no mandate on', () => {
    expect(can('signer', 'revoke', 'register', licence)).toBe(true)
    expect(may(standIn(), 'revoke', 'register', licence)).toBe(false)
    expect(may(standIn(), 'suspend', 'register', licence)).toBe(true)
    expect(may(standIn(), 'give', 'mandate', inOffice)).toBe(false)
    expect(may(standIn(), 'end', 'mandate', inOffice)).toBe(false)
  })

  it('keeps to the services and acts that the letter names', () => {
    const some = standIn({ services: ['ak-1'] })
    expect(may(some, 'decide', 'task', task)).toBe(false)
    expect(may(some, 'decide', 'task', { ...task, service: 'ak-1' })).toBe(true)
    expect(may(some, 'read', 'task', task)).toBe(true)
    const without = standIn({ withheld: ['reinstate'] })
    expect(may(without, 'reinstate', 'register', licence)).toBe(false)
  })
  it.each<[Role, Action, Resource, object]>([
    ['signer', 'unmask', 'application', filed],
    ['signer', 'skip', 'application', filed],
    ['section-head', 'merge', 'application', filed],
    ['section-head', 'amend', 'application', filed],
    ['supervisor', 'reopen', 'application', filed],
    ['supervisor', 'export', 'application', filed],
    ['supervisor', 'assign', 'task', task],
    ['supervisor', 'repay', 'bill', { case: filed, service: filed.service }],
    ['supervisor', 'retry', 'call', { case: filed, service: filed.service }],
    ['counter', 'correct', 'application', { ...filed, channel: 'counter', servicePoint: 'mpp' }],
    ['counter', 'create', 'application', { ...filed, channel: 'counter', servicePoint: 'mpp', filedBy: 'somebody' }],
    ['counter', 'report', 'register', { ...filed, ...licence }],
  ])('as %s may %s a %s of the services that the letter names, and of no other', (role, action, resource, document) => {
    const as = (services: string[] | null) => ({
      ...held(role, { agency: 'dpmptsp', servicePoint: role === 'counter' ? 'mpp' : null }),
      mandate: { id: 'm', services, withheld: [] },
    })
    expect(mayAs(as(null), action, resource, document)).toBe(true)
    expect(mayAs(as(['ak-1', 'sip-bidan']), action, resource, document)).toBe(true)
    expect(mayAs(as(['ak-1']), action, resource, document)).toBe(false)
  })

  it('for some services finds and reads as the office does, and leaves alone what belongs to no service', () => {
    const some = {
      ...held('supervisor', { agency: 'dpmptsp' }),
      mandate: { id: 'm', services: ['ak-1'], withheld: [] },
    }
    const { mandate: _limits, ...own } = some
    for (const action of ['read', 'search'] as const) expect(mayAs(some, action, 'application', filed)).toBe(true)
    for (const action of ['read', 'export'] as const) expect(mayAs(some, action, 'oversight', inOffice)).toBe(true)
    const ofColleague = { account: 'colleague', agencies: ['dpmptsp'], villages: [] }
    expect(mayAs(own, 'record', 'absence', ofColleague)).toBe(true)
    expect(mayAs(some, 'record', 'absence', ofColleague)).toBe(false)
    expect(mayAs(some, 'read', 'absence', ofColleague)).toBe(true)
  })
})
