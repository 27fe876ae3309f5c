import { acrossRegencies } from '../tenancy.ts'
import { Application } from './application.ts'

/** Every regency that has cases, in the order of their codes. */
export async function regenciesWithCases(): Promise<string[]> {
  const codes = await acrossRegencies('work on the cases of every regency', () => Application.distinct('regency'))
  return codes.map(String).sort()
}
