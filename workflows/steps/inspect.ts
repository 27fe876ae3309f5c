import type { InspectStep } from '../../domain/service.ts'
import type { CaseFile } from '../case-file.ts'
import { restOnSigner } from '../signing.ts'

/** Rests on the officer who travels: appointment and arrival are told on the task, the decision signs the report. */
export async function inspect(file: CaseFile, step: InspectStep): Promise<void> {
  await restOnSigner(file, step)
}
