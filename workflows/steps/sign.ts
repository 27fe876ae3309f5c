import type { SignStep } from '../../domain/service.ts'
import type { CaseFile } from '../case-file.ts'
import { restOnSigner } from '../signing.ts'

/** Rests on the signer, whose decision is the signature. */
export async function sign(file: CaseFile, step: SignStep): Promise<void> {
  await restOnSigner(file, step)
}
