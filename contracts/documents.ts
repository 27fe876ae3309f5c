import { z } from 'zod'
import { letterKinds } from '../domain/letter.ts'
import { Code, Id, Instant, LocalText } from './common.ts'

export const IssuedDocument = z
  .object({
    id: Id,
    code: Code,
    title: LocalText,
    number: z.string(),
    kind: z.enum([...letterKinds, 'external']),
    /** What became of it after it was issued; null where it stands. */
    standing: z.enum(['superseded', 'annulled']).nullable(),
    issuedAt: Instant.nullable(),
    signedBy: z.object({ name: z.string(), position: z.string() }).nullable(),
    /** `GET` this for the PDF. */
    file: z.string().nullable(),
    verifyUrl: z.string().nullable(),
  })
  .meta({ id: 'IssuedDocument' })
export type IssuedDocument = z.infer<typeof IssuedDocument>

/** The public answer to a scanned QR: what the office issued, and whether it still stands. Names are given in full on the document itself; here initials. */
export const Verification = z
  .object({
    id: Id,
    /** annulled: the case was opened again. */
    state: z.enum(['valid', 'suspended', 'expired', 'revoked', 'superseded', 'annulled', 'not-yet-issued']),
    /** Since when it stands so, and until when that is known: of a suspension or its validity. */
    since: Instant.nullable(),
    until: Instant.nullable(),
    /** The document that took its place. */
    supersededBy: z.object({ id: Id, number: z.string() }).nullable(),
    /** False for documents of the local demonstration authority. */
    legallyBinding: z.boolean(),
    title: LocalText,
    number: z.string(),
    kind: z.enum(letterKinds),
    agency: z.string(),
    holder: z.string(),
    issuedAt: Instant,
    validUntil: Instant.nullable(),
    basis: LocalText.nullable(),
    signature: z.object({
      by: z.string(),
      position: z.string().nullable(),
      /** The letter a stand-in signed by, as the document states it. */
      mandate: z.string().nullable(),
      at: Instant,
      provider: z.string(),
      serial: z.string(),
      intact: z.boolean(),
    }),
    /** SHA-256 of the signed file, hex: a reader can compare the file in hand. */
    digest: z.string(),
  })
  .meta({ id: 'Verification' })
export type Verification = z.infer<typeof Verification>
