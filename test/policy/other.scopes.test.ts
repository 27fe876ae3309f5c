import { describe, expect, it } from 'vitest'
import { grants, resources, rulesFor, scopes } from '../../domain/policy/index.ts'
import { roles } from '../../domain/service.ts'
import { can, everyone, held, licence, people, whoCan } from './people.ts'

describe('what hangs on a case is seen by whoever sees the case', () => {
  it.each(['document', 'file', 'message'] as const)('%s', (resource) => {
    const officers = ['verifier', 'technical', 'section-head', 'signer', 'supervisor', 'admin']
    expect(whoCan('read', resource, { case: licence })).toEqual(officers)
    expect(whoCan('read', resource, { case: { ...licence, agencies: ['dukcapil'] } })).toEqual(['admin'])
  })

  it('the applicant sees the document and the files of the case', () => {
    const own = { case: { ...licence, applicant: { account: 'warga' } } }
    expect(can('warga', 'read', 'document', own)).toBe(true)
    expect(can('warga', 'read', 'file', own)).toBe(true)
    expect(can('warga', 'read', 'document', { case: licence })).toBe(false)
  })

  it('without the case in hand nothing is granted', () => {
    expect(whoCan('read', 'document', {})).toEqual(['admin'])
    expect(whoCan('read', 'file', {})).toEqual(['admin'])
  })
})

describe('bills', () => {
  it('are read by whoever sees the case; only its supervisor says that one was paid back by hand', () => {
    const officers = ['verifier', 'technical', 'section-head', 'signer', 'supervisor', 'admin']
    expect(whoCan('read', 'bill', { case: licence })).toEqual(officers)
    expect(whoCan('repay', 'bill', { case: licence })).toEqual(['supervisor'])
    expect(can('warga', 'read', 'bill', { case: { ...licence, applicant: { account: 'warga' } } })).toBe(true)
    expect(can('warga', 'read', 'bill', { case: licence })).toBe(false)
  })
})

describe('the rest', () => {
  it('a file not yet part of a case is its owner’s', () => {
    expect(whoCan('read', 'file', { owner: 'warga' })).toEqual(['warga', 'admin'])
  })

  it('messages in the app are read by whom they are for', () => {
    expect(whoCan('read', 'message', { way: 'in-app', to: 'warga' })).toEqual(['warga', 'admin'])
    expect(can('warga', 'read', 'message', { way: 'email', to: 'warga' })).toBe(false)
  })

  it('everybody reads services; editors and admins change them', () => {
    expect(whoCan('read', 'service', {})).toEqual(everyone)
    expect(whoCan('publish', 'service', {})).toEqual(['catalogue-editor', 'admin'])
  })

  it('people read themselves; head and supervisor the agency’s, the admin all', () => {
    expect(whoCan('read', 'person', { account: 'warga' })).toEqual(['warga', 'admin'])
    expect(whoCan('read', 'person', { account: 'x', agency: 'dpmptsp' })).toEqual(['signer', 'supervisor', 'admin'])
    expect(whoCan('edit', 'person', { account: 'x', agency: 'dpmptsp' })).toEqual(['admin'])
  })
})

describe('the table itself', () => {
  it('names every role and every resource', () => {
    expect(new Set(grants.map((grant) => grant.role))).toEqual(new Set(roles))
    expect(new Set(grants.map((grant) => grant.on))).toEqual(new Set(resources))
    expect(grants.every((grant) => scopes.includes(grant.within))).toBe(true)
  })

  it('gives a role without a jurisdiction nothing beyond a citizen’s', () => {
    const asCitizen = rulesFor('x', [])
    for (const role of roles.filter((one) => !['admin', 'catalogue-editor'].includes(one))) {
      expect(rulesFor('x', [held(role, {})]), role).toEqual(asCitizen)
    }
  })

  it('adds up the roles one person holds', () => {
    const both = rulesFor('x', [...people.verifier, ...people.technical])
    expect(both).toEqual(expect.arrayContaining(rulesFor('x', people.verifier)))
    expect(both).toEqual(expect.arrayContaining(rulesFor('x', people.technical)))
  })
})

describe('calendars', () => {
  it('are read by everybody signed in, and changed by editors and admins alone', () => {
    expect(can('warga', 'read', 'calendar', {})).toBe(true)
    expect(whoCan('publish', 'calendar', {})).toEqual(['catalogue-editor', 'admin'])
  })
})

describe('rehearsals', () => {
  it('are asked for and read by those who write services, and by nobody else', () => {
    expect(whoCan('ask', 'rehearsal', {})).toEqual(['catalogue-editor', 'admin'])
    expect(whoCan('read', 'rehearsal', {})).toEqual(['catalogue-editor', 'admin'])
  })
})

describe('oversight', () => {
  it('is the supervisor’s over the agency, the village head’s over the village, the admin’s over all', () => {
    expect(whoCan('read', 'oversight', { agency: 'dpmptsp', village: null })).toEqual(['supervisor', 'admin'])
    expect(whoCan('read', 'oversight', { agency: 'dinkes', village: null })).toEqual(['admin'])
    expect(whoCan('export', 'oversight', { agency: null, village: '35.10.01.2001' })).toEqual(['village-head', 'admin'])
    expect(whoCan('export', 'oversight', { agency: null, village: '35.10.01.2002' })).toEqual(['admin'])
  })

  it('is explained by the office’s head and supervisor and by whoever decided, not by their colleagues nor the admin', () => {
    const decided = { agency: 'dpmptsp', village: null, officer: 'somebody' }
    expect(whoCan('explain', 'oversight', decided)).toEqual(['signer', 'supervisor'])
    expect(whoCan('explain', 'oversight', { ...decided, agency: null, village: '35.10.01.2001' })).toEqual([
      'village-head',
    ])
    expect(whoCan('explain', 'oversight', { ...decided, agency: 'dinkes' })).toEqual([])
  })
})
