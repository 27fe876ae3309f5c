import { Application, type ApplicationRecord } from '../../models/case/application.ts'
import type { CaseDeps } from '../deps.ts'

/** Tells a case's workflow that its timeline has grown: a clock is due sooner than it knows. */
export async function wakeCase(
  { cases }: Pick<CaseDeps, 'cases'>,
  { _id, number, state }: Pick<ApplicationRecord, '_id' | 'number' | 'state'>,
): Promise<void> {
  if (!cases) return
  await cases.readOn(number, state.seq)
  await Application.updateOne({ _id, 'state.seq': state.seq }, { $unset: { unwoken: 1 } })
}
