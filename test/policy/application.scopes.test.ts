import { describe, expect, it } from 'vitest'
import { can, everyone, licence, villageLetter, whoCan } from './people.ts'

describe('reading a case', () => {
  it('a licence is seen by the agencies of its steps and by the admin', () => {
    expect(whoCan('read', 'application', licence)).toEqual([
      'verifier',
      'technical',
      'section-head',
      'signer',
      'supervisor',
      'admin',
    ])
  })

  it('a case of another agency is seen by none of them', () => {
    expect(whoCan('read', 'application', { ...licence, agencies: ['dukcapil'] })).toEqual(['admin'])
  })

  it('a village letter is seen in its village and nowhere else', () => {
    expect(whoCan('read', 'application', villageLetter)).toEqual(['village-operator', 'village-head', 'admin'])
    expect(whoCan('read', 'application', { ...villageLetter, village: '35.10.01.2002' })).toEqual(['admin'])
  })

  it('a counter sees what was filed at its point, whatever the agency', () => {
    expect(can('counter', 'read', 'application', { ...licence, servicePoint: 'mpp' })).toBe(true)
    expect(can('counter', 'read', 'application', { ...licence, servicePoint: 'rogojampi' })).toBe(false)
  })

  it('people see their own, and those they filed for somebody', () => {
    expect(can('warga', 'read', 'application', licence)).toBe(false)
    expect(can('warga', 'read', 'application', { ...licence, applicant: { account: 'warga' } })).toBe(true)
    expect(can('warga', 'read', 'application', { ...licence, filedBy: 'warga' })).toBe(true)
  })

  it('officers are citizens too: their own case is theirs, also in another agency', () => {
    for (const person of everyone) {
      const own = { ...licence, agencies: ['dukcapil'], applicant: { account: person } }
      expect(can(person, 'read', 'application', own), person).toBe(true)
      expect(can(person, 'withdraw', 'application', own), person).toBe(true)
    }
  })

  it('a catalogue editor sees no case', () => {
    expect(can('catalogue-editor', 'read', 'application', licence)).toBe(false)
    expect(can('catalogue-editor', 'read', 'application', villageLetter)).toBe(false)
  })
})

describe('filing', () => {
  const filedBy = (person: string, more: object) => ({ ...licence, filedBy: person, ...more })

  it('everybody files for themselves by portal and kiosk, under their own name alone', () => {
    for (const person of everyone) {
      expect(can(person, 'create', 'application', filedBy(person, { channel: 'portal' })), person).toBe(true)
      expect(can(person, 'create', 'application', filedBy('other', { channel: 'portal' })), person).toBe(false)
    }
  })

  it('only a counter files as a counter, and at its own point', () => {
    const channel = 'counter'
    const atMpp = everyone.filter((one) =>
      can(one, 'create', 'application', filedBy(one, { channel, servicePoint: 'mpp' })),
    )
    expect(atMpp).toEqual(['counter'])
    expect(can('counter', 'create', 'application', filedBy('counter', { channel, servicePoint: 'genteng' }))).toBe(
      false,
    )
    expect(can('counter', 'create', 'application', filedBy('counter', { channel, servicePoint: null }))).toBe(false)
  })

  it('only a village operator files as a village, and for their own', () => {
    const channel = 'village'
    const village = '35.10.01.2001'
    const there = everyone.filter((one) => can(one, 'create', 'application', filedBy(one, { channel, village })))
    expect(there).toEqual(['village-operator'])
    const elsewhere = filedBy('village-operator', { channel, village: '35.10.01.2002' })
    expect(can('village-operator', 'create', 'application', elsewhere)).toBe(false)
  })

  it('nobody files by import', () => {
    expect(everyone.filter((one) => can(one, 'create', 'application', filedBy(one, { channel: 'import' })))).toEqual([])
  })
})

describe('acting for the applicant', () => {
  it('the desk that filed it may correct it, also by a colleague of whoever did', () => {
    expect(whoCan('correct', 'application', villageLetter)).toEqual(['village-operator'])
    const atCounter = { ...licence, channel: 'counter', servicePoint: 'mpp', filedBy: 'a-colleague' }
    expect(whoCan('correct', 'application', atCounter)).toEqual(['counter'])
  })

  it('nobody touches what a villager filed at home', () => {
    expect(whoCan('correct', 'application', { ...villageLetter, channel: 'portal' })).toEqual([])
    expect(whoCan('withdraw', 'application', { ...villageLetter, channel: 'portal' })).toEqual([])
  })

  it('deciding officers neither correct nor withdraw', () => {
    expect(whoCan('correct', 'application', licence)).toEqual([])
    expect(whoCan('withdraw', 'application', licence)).toEqual([])
  })
})

describe('unmasking an identity number', () => {
  it('is for those who handle the case, not for those who watch', () => {
    expect(whoCan('unmask', 'application', licence)).toEqual(['verifier', 'technical', 'section-head', 'signer'])
    expect(whoCan('unmask', 'application', villageLetter)).toEqual(['village-operator', 'village-head'])
    expect(whoCan('unmask', 'application')).not.toContain('admin')
    expect(whoCan('unmask', 'application')).not.toContain('supervisor')
  })
})

describe('taking a whole case out of the house', () => {
  it('is for who answers for the agency, and for the admin; a counter or a signer hands out single documents', () => {
    expect(whoCan('export', 'application', licence)).toEqual(['supervisor', 'admin'])
    expect(whoCan('export', 'application', { ...licence, agencies: ['dukcapil'] })).toEqual(['admin'])
    expect(can('warga', 'export', 'application', { ...licence, applicant: { account: 'warga' } })).toBe(false)
  })
})
