import type { Step } from '../../domain/service.ts'
import type { CaseFile } from '../case-file.ts'

/** Rests on officers, on time, or on the steps inside: their acts and rungs end it. */
export async function rest(file: CaseFile, step: Step): Promise<void> {
  await file.until(() => !file.isUnderWay(step))
}
