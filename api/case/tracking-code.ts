import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** Crockford's base32: no I, L, O, U, so that a code read over the phone or off a slip comes out the same. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 8

/** Forty random bits as eight characters. */
export function newTrackingCode(): string {
  return Array.from(randomBytes(length), (byte) => alphabet.charAt(byte % alphabet.length)).join('')
}

/** As people write it: any case, with blanks or dashes, and with the letters that Crockford takes for digits. */
export function readTrackingCode(written: string): string {
  return written.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replaceAll('O', '0')
}

/** Compares in a time that tells nothing of where two codes differ. */
export function isSameCode(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other))
}

const digest = (code: string) => createHash('sha256').update(code).digest()
