import type { GiveMandate } from '../../../contracts/mandates.ts'
import { officeDays } from './office-days.ts'
import type { OfficerOption, SeatOption } from './use-officers.ts'

/** The form as it is filled in; days are `YYYY-MM-DD`. */
export type Filled = {
  kind: 'plh' | 'plt'
  seat: SeatOption | null
  holder: OfficerOption | null
  position: string
  letterNumber: string
  letterDate: string
  first: string
  last: string
  /** Codes; none means all of the office's. */
  services: string[]
}

export const nothingFilled: Filled = {
  kind: 'plh',
  seat: null,
  holder: null,
  position: '',
  letterNumber: '',
  letterDate: '',
  first: '',
  last: '',
  services: [],
}

const required = ['seat', 'holder', 'letterNumber', 'letterDate', 'first', 'last'] as const

export function missingIn(filled: Filled): Set<keyof Filled> {
  return new Set(required.filter((name) => !filled[name]))
}

/** What is asked of the API; null while something is missing. */
export function bodyOf(filled: Filled, utcOffsetMinutes: number): GiveMandate | null {
  const { kind, seat, holder, position, letterNumber, letterDate, services } = filled
  const days = officeDays(filled, utcOffsetMinutes)
  if (!seat || !holder || !days || missingIn(filled).size > 0) return null
  return {
    kind,
    holder: holder.id,
    role: seat.role,
    letter: { number: letterNumber, date: letterDate },
    ...days,
    ...(kind === 'plh' ? { for: seat.account } : {}),
    ...(seat.agency ? { agency: seat.agency } : {}),
    ...(seat.village ? { village: seat.village } : {}),
    ...(position.trim() ? { position } : {}),
    ...(services.length > 0 ? { services } : {}),
  }
}
