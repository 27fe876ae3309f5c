import { describe, expect, test } from 'vitest'
import { RehearsalError, readArguments } from '../../rehearsal/behaviour.ts'

const refusal = (...args: string[]) => {
  try {
    readArguments(args)
  } catch (error) {
    expect(error).toBeInstanceOf(RehearsalError)
    return (error as Error).message
  }
  throw new Error('not refused')
}

describe('what a rehearsal is asked', () => {
  test('has a usual behaviour, and takes another', () => {
    expect(readArguments(['sip-bidan'])).toMatchObject({
      service: 'sip-bidan',
      behaviour: { officers: 'prompt', citizen: 'content', signer: 'present' },
      history: false,
    })
    const asked = readArguments(['sip-bidan', '--officers', 'late', '--at', '2027-03-01T09:30', '--json'])
    expect(asked).toMatchObject({ behaviour: { officers: 'late' }, at: '2027-03-01T09:30', json: true })
    const followed = readArguments(['sip-bidan', '--pack', '/tmp/banyuwangi', '--json-lines'])
    expect(followed).toMatchObject({ pack: '/tmp/banyuwangi', lines: true, json: false })
    expect(readArguments(['sip-bidan', '--against', 'history', '--months', '3'])).toMatchObject({
      history: true,
      months: 3,
    })
  })

  test('is refused plainly, with what there is', () => {
    expect(refusal('sip-bidan', '--officers', 'lazy')).toContain('Yang ada: prompt, late, absent')
    expect(refusal('sip-bidan', '--citizen', 'x')).toContain('never-corrects')
    expect(refusal('sip-bidan', '--at', '2027-02-30')).toContain('bukan tanggal')
    expect(refusal('sip-bidan', '--against', 'future')).toContain('Yang ada: history')
    expect(refusal('sip-bidan', '--months', '0')).toContain('1 sampai 60')
    expect(refusal('sip-bidan', '--draft', '--definition', 'x.json')).toContain('salah satu')
    expect(refusal()).toContain('Pakai: npm run rehearse')
    expect(refusal('sip-bidan', '--colour', 'red')).toContain('Pakai: npm run rehearse')
  })
})
