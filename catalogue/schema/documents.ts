import { z } from 'zod'
import { type Numbering as DomainNumbering, resets } from '../../domain/numbering.ts'
import type { Validity as DomainValidity } from '../../domain/validity.ts'
import { Code, FieldName, LongText, limits, ShortText, SourceRef } from './common.ts'
import { FileType } from './fields.ts'

/** What the citizen brings. */
export const RequiredDocument = z.strictObject({
  code: Code,
  name: ShortText,
  hint: LongText.optional(),
  optional: z.literal(true).optional(),
  /** Code of a condition; asked for only while it holds. */
  when: Code.optional(),
  types: z.array(FileType).min(1),
  maxBytes: z.int().min(1).max(limits.fileBytes),
  source: SourceRef,
})
export type RequiredDocument = z.infer<typeof RequiredDocument>

/** Rupiah. A free service says so with one fee of 0 and its source. */
export const Fee = z.strictObject({
  code: Code,
  name: ShortText,
  amount: z.int().min(0).max(1_000_000_000),
  when: Code.optional(),
  source: SourceRef,
})
export type Fee = z.infer<typeof Fee>

export const Numbering = z.strictObject({
  pattern: z.string().min(3).max(120),
  /** Numbers are gapless inside a series; `{village}` makes every village count for itself. */
  series: z.string().min(1).max(80),
  reset: z.enum(resets),
}) satisfies z.ZodType<DomainNumbering>

/** How long a document stands, from the day it is issued. */
export const Validity = z.strictObject({
  amount: z.int().min(1).max(100),
  unit: z.enum(['years', 'months', 'days']),
  /** A date field of the form: where it is answered and sooner, the document ends with it. */
  boundedBy: FieldName.optional(),
  source: SourceRef,
}) satisfies z.ZodType<DomainValidity>
export type Validity = z.infer<typeof Validity>

/** `external`: what the owner's system issued and an officer brings back; Lontar never makes one. */
export const IssuedDocument = z.discriminatedUnion('kind', [
  z.strictObject({
    /** `closing` ends what the applicant left lying; `report` is what an inspection found. */
    kind: z.enum(['approval', 'rejection', 'closing', 'report', 'revocation']),
    code: Code,
    name: ShortText,
    letter: Code,
    numbering: Numbering,
    validity: Validity.optional(),
  }),
  z.strictObject({
    kind: z.literal('external'),
    code: Code,
    name: ShortText,
    /** Whose system makes it, "SIAK". */
    owner: z.string().min(1).max(80),
    /** What its number looks like, an ECMAScript pattern for the whole number. */
    numberPattern: z.string().min(1).max(200).optional(),
  }),
])
export type IssuedDocument = z.infer<typeof IssuedDocument>
export type OwnDocument = Extract<IssuedDocument, { letter: string }>

/** Where issued documents are kept and asked for; only `publicFields` leave the office. */
export const publicRegisterFields = ['number', 'holder', 'issuedAt', 'validUntil', 'agency'] as const
export const Register = z.strictObject({
  code: Code,
  name: ShortText,
  publicFields: z.array(z.enum(publicRegisterFields)).min(1),
  /** Fields of the form that are public too. */
  publicAnswers: z.array(FieldName).max(20),
  /** Days before a licence's end on which its holder is reminded. */
  reminders: z.array(z.int().min(1).max(1000)).min(1).max(10).optional(),
  /** The holder's duty to report, counted from the entry. */
  report: z
    .strictObject({
      name: ShortText,
      firstAfterMonths: z.int().min(1).max(120),
      everyMonths: z.int().min(1).max(120),
      source: SourceRef,
    })
    .optional(),
  /** What a renewal's form is filled with, beside what was answered before. */
  renewal: z
    .strictObject({
      answers: z.record(FieldName, z.string().min(1).max(200)),
      /** Field that takes the number of the document that is renewed. */
      number: FieldName.optional(),
    })
    .optional(),
  /** The document that says a licence was revoked; without one it cannot be. */
  revocation: Code.optional(),
})
export type Register = z.infer<typeof Register>
