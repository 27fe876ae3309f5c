import type { Listed } from '../../documents/case-file/zip.ts'
import type { KeptText } from './texts.ts'

/** Raised when what a verifier has to understand changes; `bin/verify-case-file` names the same. */
export const format = 'lontar-case-file/1'

/** What is sealed: which case, out of whose hands and why, and every file with its digest (SHA-256, hex). */
export type Manifest = {
  format: typeof format
  /** True where the seal is a demonstration authority's. */
  sample: boolean
  regency: { code: string; name: string }
  case: { id: string; number: string; service: string; serviceName: string; serviceVersion: number }
  /** The timeline's last line. */
  head: { seq: number; hash: string }
  madeAt: string
  madeBy: { account: string; name: string }
  purpose: string
  /** null where the provider seals nothing but PDFs. */
  sealedBy: { agency: string; name: string; provider: string } | null
  texts: { id: string; kind: string; by: string | null; at: string | null; path: string | null; erased: boolean }[]
  documents: { id: string; number: string; path: string | null }[]
  files: Listed[]
}

export const pathOfText = ({ id, kind }: Pick<KeptText, 'id' | 'kind'>) =>
  `keterangan/${kind}-${id.replace(/[^A-Za-z0-9-]+/g, '-').slice(0, 80)}.json`

export function manifestTexts(texts: KeptText[]): Manifest['texts'] {
  return texts.map(({ bytes, ...text }) => ({
    ...text,
    path: bytes && pathOfText(text),
    erased: bytes === null,
  }))
}
