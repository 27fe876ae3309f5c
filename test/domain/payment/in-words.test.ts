import { expect, test } from 'vitest'
import { rupiahInWords } from '../../../domain/payment/in-words.ts'

test.each([
  [0, 'nol rupiah'],
  [1, 'satu rupiah'],
  [11, 'sebelas rupiah'],
  [15, 'lima belas rupiah'],
  [20, 'dua puluh rupiah'],
  [99, 'sembilan puluh sembilan rupiah'],
  [100, 'seratus rupiah'],
  [1_000, 'seribu rupiah'],
  [1_101, 'seribu seratus satu rupiah'],
  [50_000, 'lima puluh ribu rupiah'],
  [150_000, 'seratus lima puluh ribu rupiah'],
  [1_500_000, 'satu juta lima ratus ribu rupiah'],
  [2_000_011_000, 'dua miliar sebelas ribu rupiah'],
])('%i is %s', (amount, words) => {
  expect(rupiahInWords(amount)).toBe(words)
})

test('only whole rupiah can be written out', () => {
  for (const amount of [-1, 1.5, Number.NaN, 2 ** 60]) expect(() => rupiahInWords(amount)).toThrow(RangeError)
})
