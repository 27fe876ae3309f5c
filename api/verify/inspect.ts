import { inspectSignature } from '../../documents/verify.ts'
import type { DocumentRecord } from '../../models/case/document.ts'
import { signedBytes } from '../../models/case/signed-bytes.ts'
import { sha256 } from '../../models/file.ts'

export type Inspection = { intact: boolean; signedAt: number | null }

const mostRemembered = 1_000

/** Looks into stored PDFs, each once: signed bytes never change (design rule 5). */
export function inspector() {
  const known = new Map<string, Inspection>()
  return async ({ _id, digest }: DocumentRecord): Promise<Inspection> => {
    const remembered = known.get(_id)
    if (remembered) return remembered
    const pdf = await signedBytes(_id)
    if (!pdf) return { intact: false, signedAt: null }
    const { integrity, signedAt } = await inspectSignature(pdf, { roots: [] })
    const inspection = { intact: integrity && sha256(pdf) === digest, signedAt }
    if (known.size >= mostRemembered) known.delete(known.keys().next().value ?? '')
    known.set(_id, inspection)
    return inspection
  }
}
