import { inspectSignature } from '../../documents/verify.ts'
import type { DocumentRecord } from '../../models/case/document.ts'
import { signedBytes } from '../../models/case/signed-bytes.ts'
import { sha256 } from '../../models/file.ts'

/** `intact`: the bytes are those that were signed, and by an authority whose signatures count. */
export type Inspection = { intact: boolean; signedAt: number | null }

const mostRemembered = 1_000

/** Looks into stored PDFs, each once: signed bytes never change (design rule 5). */
export function inspector(trustedRoots: () => Promise<readonly string[]>) {
  const known = new Map<string, Inspection>()
  return async ({ _id, digest }: DocumentRecord): Promise<Inspection> => {
    const remembered = known.get(_id)
    if (remembered) return remembered
    const pdf = await signedBytes(_id)
    if (!pdf) return { intact: false, signedAt: null }
    const { trusted, signedAt } = await inspectSignature(pdf, { roots: await trustedRoots() })
    const inspection = { intact: trusted && sha256(pdf) === digest, signedAt }
    if (known.size >= mostRemembered) known.delete(known.keys().next().value ?? '')
    known.set(_id, inspection)
    return inspection
  }
}
