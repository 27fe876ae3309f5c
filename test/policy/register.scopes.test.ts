import { describe, expect, it } from 'vitest'
import { can, whoCan } from './people.ts'

/** A licence that DPMPTSP issued after a step at Dinkes. */
const licence = {
  agency: 'dpmptsp',
  agencies: ['dpmptsp', 'dinkes'],
  village: null,
  servicePoint: null,
  holder: { account: 'warga' },
}
const others = { ...licence, agency: 'disnaker', agencies: ['disnaker'], holder: { account: 'somebody' } }
const village = {
  agency: '35.10.01.2001',
  agencies: [],
  village: '35.10.01.2001',
  servicePoint: null,
  holder: { account: null },
}

describe('a licence', () => {
  it('is read by its holder and by the offices of its case', () => {
    const officers = ['verifier', 'technical', 'section-head', 'signer', 'supervisor', 'admin']
    expect(whoCan('read', 'register', licence)).toEqual(['warga', ...officers])
    expect(whoCan('read', 'register', others)).toEqual(['counter', 'admin'])
    expect(whoCan('read', 'register', village)).toEqual(['village-operator', 'village-head', 'admin'])
  })

  it('is suspended and lifted by section head and signer of the office that issued it, revoked by its signer', () => {
    for (const action of ['suspend', 'reinstate'] as const) {
      expect(whoCan(action, 'register', licence)).toEqual(['section-head', 'signer'])
      expect(whoCan(action, 'register', { ...licence, agency: 'dinkes' })).toEqual([])
      expect(whoCan(action, 'register', village)).toEqual(['village-head'])
    }
    expect(whoCan('revoke', 'register', licence)).toEqual(['signer'])
    expect(whoCan('revoke', 'register', { ...licence, agency: 'dinkes' })).toEqual([])
  })

  it('is reported on and renewed by its holder; a counter takes reports for its agency', () => {
    expect(whoCan('report', 'register', licence)).toEqual(['warga'])
    expect(whoCan('report', 'register', others)).toEqual(['counter'])
    expect(whoCan('renew', 'register', licence)).toEqual(['warga'])
    expect(can('warga', 'suspend', 'register', licence)).toBe(false)
  })
})
