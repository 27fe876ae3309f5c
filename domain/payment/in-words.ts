const ones = ['', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan', 'sepuluh', 'sebelas']
const scales = [
  { value: 1_000_000_000_000, name: 'triliun' },
  { value: 1_000_000_000, name: 'miliar' },
  { value: 1_000_000, name: 'juta' },
  { value: 1_000, name: 'ribu' },
  { value: 100, name: 'ratus' },
]

/** A sum as an Indonesian receipt writes it out: "seratus lima puluh ribu rupiah". Whole rupiah from 0. */
export function rupiahInWords(amount: number): string {
  if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError('only whole rupiah can be written out')
  return `${amount === 0 ? 'nol' : words(amount)} rupiah`
}

function words(number: number): string {
  if (number < 12) return ones[number] ?? ''
  if (number < 20) return `${ones[number - 10]} belas`
  if (number < 100) return joined(`${ones[Math.floor(number / 10)]} puluh`, number % 10)
  const scale = scales.find(({ value }) => value <= number)
  if (!scale) throw new RangeError('too much to write out')
  const count = Math.floor(number / scale.value)
  // One hundred and one thousand have a word of their own; one million has not.
  const first = count === 1 && scale.value <= 1_000 ? `se${scale.name}` : `${words(count)} ${scale.name}`
  return joined(first, number % scale.value)
}

const joined = (first: string, rest: number) => (rest === 0 ? first : `${first} ${words(rest)}`)
