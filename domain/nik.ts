/**
 * NIK: `PPKKCC DDMMYY NNNN`. No check digit and the century is not told; women's day of birth is 40 higher; the serial
 * counts from 0001. The region is that of the first registration, so it says nothing of today's address.
 */
const birthDate = [
  '(?:0[1-9]|1\\d|2[0-8]|4[1-9]|5\\d|6[0-8])(?:0[1-9]|1[0-2])\\d{2}',
  '(?:29|69)(?:(?:0[13-9]|1[0-2])\\d{2}|02(?:[02468][048]|[13579][26]))',
  '(?:30|70)(?:0[13-9]|1[0-2])\\d{2}',
  '(?:31|71)(?:0[13578]|1[02])\\d{2}',
].join('|')

/** Pattern of a NIK whose birth date can be and whose serial is given, without lookbehind, for validators everywhere. */
export const nikPattern = `^[1-9]\\d{5}(?:${birthDate})(?!0000)\\d{4}$`

const expression = new RegExp(nikPattern)

export function isPlausibleNik(text: string): boolean {
  return expression.test(text)
}
