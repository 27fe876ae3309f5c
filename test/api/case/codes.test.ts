import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { initialsOf, maskEmail, maskNik } from '../../../api/case/mask.ts'
import { isSameCode, newTrackingCode, readTrackingCode } from '../../../api/case/tracking-code.ts'

describe('a tracking code', () => {
  test('is eight characters that cannot be mistaken, never twice the same', () => {
    const codes = Array.from({ length: 2_000 }, newTrackingCode)
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/)
    expect(new Set(codes).size).toBe(codes.length)
  })

  test('is the same however it is written down', () => {
    const spoken = fc.constantFrom(
      (code: string) => code.toLowerCase(),
      (code: string) => `${code.slice(0, 4)} ${code.slice(4)}`,
    )
    fc.assert(
      fc.property(fc.constant(null).map(newTrackingCode), spoken, (code, write) => {
        const misread = write(code).replaceAll('1', 'l').replaceAll('0', 'o')
        expect(readTrackingCode(misread)).toBe(code)
        expect(isSameCode(readTrackingCode(misread), code)).toBe(true)
      }),
    )
    expect(isSameCode('ABCDEFGH', 'ABCDEFGJ')).toBe(false)
    expect(isSameCode('ABC', 'ABCDEFGH')).toBe(false)
  })
})

describe('what is masked', () => {
  test.each([
    ['3510135408910001', '3510**********01'],
    ['12345', '*****'],
  ])('NIK %s reads %s', (nik, masked) => expect(maskNik(nik)).toBe(masked))

  test.each([
    ['siti@demo.test', 'si***@demo.test'],
    ['ab@x.id', 'a***@x.id'],
    ['a@x.id', '***@x.id'],
    ['nobody', '***'],
  ])('%s reads %s', (address, masked) => expect(maskEmail(address)).toBe(masked))

  test.each([
    ['Siti Nur Aminah', 'S. N. A.'],
    ['drs. Agus', 'D. A.'],
    ["Nur'aini", 'N.'],
    ['', ''],
  ])('%s reads %s', (name, initials) => expect(initialsOf(name)).toBe(initials))
})
