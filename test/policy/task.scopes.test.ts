import { describe, expect, it } from 'vitest'
import { whoCan } from './people.ts'

const verification = { roles: ['verifier'], agency: 'dpmptsp', village: null, servicePoint: null, assignee: null }
const recommendation = { ...verification, roles: ['technical'], agency: 'dinkes' }
const villageSignature = { ...verification, roles: ['village-head'], agency: null, village: '35.10.01.2001' }
const agencyOfVerifier = ['verifier', 'section-head', 'signer', 'supervisor']

describe('the inbox', () => {
  it('shows an agency its own tasks, and the admin all', () => {
    expect(whoCan('read', 'task', verification)).toEqual([...agencyOfVerifier, 'admin'])
    expect(whoCan('read', 'task', recommendation)).toEqual(['technical', 'admin'])
    expect(whoCan('read', 'task', villageSignature)).toEqual(['village-operator', 'village-head', 'admin'])
    expect(whoCan('read', 'task', { ...verification, agency: 'dukcapil' })).toEqual(['admin'])
  })

  it('is not for citizens or catalogue editors at all', () => {
    expect(whoCan('read', 'task')).not.toContain('warga')
    expect(whoCan('read', 'task')).not.toContain('catalogue-editor')
  })
})

describe.each(['claim', 'decide'] as const)('to %s', (action) => {
  it('takes the role of the desk in its agency or village', () => {
    expect(whoCan(action, 'task', verification)).toEqual(['verifier'])
    expect(whoCan(action, 'task', recommendation)).toEqual(['technical'])
    expect(whoCan(action, 'task', villageSignature)).toEqual(['village-head'])
    expect(whoCan(action, 'task', { ...verification, roles: ['counter'], agency: 'disnaker' })).toEqual(['counter'])
  })

  it('is not the same role’s of another agency', () => {
    expect(whoCan(action, 'task', { ...verification, agency: 'dinkes' })).toEqual([])
    expect(whoCan(action, 'task', { ...villageSignature, village: '35.10.01.2002' })).toEqual([])
  })

  it('stays with whoever took it', () => {
    expect(whoCan(action, 'task', { ...verification, assignee: 'verifier' })).toEqual(['verifier'])
    expect(whoCan(action, 'task', { ...verification, assignee: 'a-colleague' })).toEqual([])
  })

  it('passes to those it was escalated to', () => {
    expect(whoCan(action, 'task', { ...verification, roles: ['verifier', 'section-head'] })).toEqual([
      'verifier',
      'section-head',
    ])
  })
})

describe('a signing tray', () => {
  const signature = { ...verification, role: 'signer', roles: ['signer'] }

  it('is a signer’s, at their own desk', () => {
    expect(whoCan('sign', 'task', signature)).toEqual(['signer'])
    expect(whoCan('sign', 'task', { ...signature, agency: 'dinkes' })).toEqual([])
    expect(whoCan('sign', 'task', { ...signature, assignee: 'a-colleague' })).toEqual([])
    expect(whoCan('sign', 'task', villageSignature)).toEqual(['village-head'])
  })

  it('reaches no further than what they decide', () => {
    expect(whoCan('sign', 'task')).toEqual(['signer', 'village-head'])
    for (const task of [verification, recommendation, signature, villageSignature]) {
      const deciding = whoCan('decide', 'task', task)
      expect(whoCan('sign', 'task', task).filter((each) => !deciding.includes(each))).toEqual([])
    }
  })
})

describe('a supervisor', () => {
  const escalated = { ...verification, role: 'verifier', roles: ['verifier', 'supervisor'] }
  const oversight = { ...verification, role: 'supervisor', roles: ['supervisor'] }

  it('decides what the service gives them, not what was escalated to them', () => {
    expect(whoCan('decide', 'task', oversight)).toEqual(['supervisor'])
    expect(whoCan('decide', 'task', escalated)).toEqual(['verifier'])
    expect(whoCan('assign', 'task', escalated)).toEqual(['supervisor'])
  })
})

describe('an office elsewhere that a task was escalated to', () => {
  const watched = { ...verification, agency: 'dinkes', watchers: ['supervisor@dpmptsp'] }

  it('reads it, and nobody else of that office; it decides and assigns nothing', () => {
    expect(whoCan('read', 'task', watched)).toEqual(['technical', 'supervisor', 'admin'])
    for (const action of ['claim', 'decide', 'assign'] as const) {
      expect(whoCan(action, 'task', watched)).not.toContain('supervisor')
    }
  })
})

describe('giving back and giving on', () => {
  it('only the holder releases', () => {
    expect(whoCan('release', 'task', verification)).toEqual([])
    expect(whoCan('release', 'task', { ...verification, assignee: 'verifier' })).toEqual(['verifier'])
  })

  it('only the supervisor of the agency assigns', () => {
    expect(whoCan('assign', 'task', verification)).toEqual(['supervisor'])
    expect(whoCan('assign', 'task', recommendation)).toEqual([])
  })
})
