import { describe, expect, it } from 'vitest'
import { isPlausibleNik } from '../../domain/nik.ts'

describe('NIK', () => {
  it.each([
    ['a man', '3510130101930001'],
    ['a woman, whose day is 40 higher', '3510134101930001'],
    ['a woman born on a 31st', '3510137101930001'],
    ['born on 29 February of a leap year', '3510132902960001'],
    ['a woman born on 29 February', '3510136902960001'],
    ['29 February of 2000', '3510132902000001'],
  ])('takes %s', (_what, nik) => {
    expect(isPlausibleNik(nik)).toBe(true)
  })

  it.each([
    ['15 digits', '351013010193000'],
    ['17 digits', '35101301019300011'],
    ['a letter', '35101301019300O1'],
    ['day 00', '3510130001930001'],
    ['day 32', '3510133201930001'],
    ['day 40', '3510134001930001'],
    ['day 72', '3510137201930001'],
    ['month 13', '3510130113930001'],
    ['31 April', '3510133104930001'],
    ['30 February', '3510133002960001'],
    ['29 February of a common year', '3510132902930001'],
    ["a woman's 29 February of a common year", '3510136902930001'],
    ['serial 0000', '3510130101930000'],
    ['a region beginning with 0', '0510130101930001'],
    ['a line after it', '3510130101930001\n'],
  ])('refuses %s', (_what, nik) => {
    expect(isPlausibleNik(nik)).toBe(false)
  })
})
