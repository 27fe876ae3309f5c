import { z } from 'zod'

/** What a definition may grow to; a form longer than this is no form for a phone. */
export const limits = {
  shortText: 200,
  longText: 4000,
  fields: 80,
  groupFields: 20,
  pages: 12,
  choices: 200,
  groupItems: 50,
  steps: 20,
  documents: 30,
  issuedDocuments: 6,
  fees: 20,
  sources: 30,
  conditions: 40,
  rungs: 10,
  fileBytes: 10 * 1024 * 1024,
} as const

export const Code = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'must be lower-case words joined by dashes, such as "sip-bidan"')

/** Also a property of the answers, so nothing that JavaScript objects own already. */
export const FieldName = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]{0,39}$/, 'must be one word in camel case, such as "nomorStr"')
  .refine((name) => !(name in {}), 'is a word the machine keeps for itself; choose another name')

function localText(max: number) {
  const text = z.string().trim().min(1, 'must not be empty').max(max)
  return z.strictObject({ id: text, en: text })
}
export const ShortText = localText(limits.shortText)
export const LongText = localText(limits.longText)
export type LocalText = z.infer<typeof ShortText>

export const RegionCode = z
  .string()
  .regex(/^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/, 'must be a region code such as "35.10" or "35.10.13.2013"')

export const DateText = z.iso.date('must be a date, YYYY-MM-DD')

/** Code of one of the definition's `sources`. */
export const SourceRef = Code.describe('code of one of this service\'s "sources"')

/** Where a term, a fee or a requirement is from. `illustrative`: seed data that nobody has confirmed; it binds nobody. */
export const Source = z.strictObject({
  document: z.string().trim().min(3).max(300),
  article: z.string().trim().min(1).max(120).optional(),
  date: DateText.optional(),
  illustrative: z.literal(true).optional(),
  /** What a reader should know before leaning on it, such as a text that nobody here has seen. */
  note: z.string().trim().min(3).max(400).optional(),
})
export type Source = z.infer<typeof Source>
