import type { ReviewStep } from '../../domain/service.ts'
import type { CaseFile } from '../case-file.ts'

/** Rests on an officer: the task's Updates end the step. */
export async function review(file: CaseFile, step: ReviewStep): Promise<void> {
  await file.until(() => !file.isUnderWay(step))
}
