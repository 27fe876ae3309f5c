import { z } from 'zod'
import { channels, issuers, roles } from '../domain/service.ts'
import { Code, LocalText } from './common.ts'

const Source = z.object({ document: z.string(), article: z.string().optional(), date: z.string().optional() })
const Budget = z.object({ unit: z.enum(['working-days', 'working-minutes']), amount: z.number() })

export const ServiceSummary = z
  .object({
    code: Code,
    version: z.int(),
    name: LocalText,
    summary: LocalText,
    category: LocalText,
    agency: z.object({ code: Code, name: z.string(), short: z.string() }),
    issuer: z.enum(issuers),
    /** `decision`: filed from the page of a case that was decided, never by itself. */
    filedFrom: z.literal('decision').nullable(),
    channels: z.array(z.enum(channels)),
    term: Budget.extend({ startsOn: z.enum(['receipt', 'complete']), deemed: z.boolean() }).nullable(),
    /** Rupiah. */
    fee: z.int(),
    keywords: z.array(z.string()),
  })
  .meta({ id: 'ServiceSummary' })
export type ServiceSummary = z.infer<typeof ServiceSummary>

export const RequiredDocument = z.object({
  code: Code,
  name: LocalText,
  hint: LocalText.nullable(),
  required: z.boolean(),
  /** Code of a condition; asked for only while it holds. */
  when: z.string().nullable(),
  types: z.array(z.string()),
  maxBytes: z.int(),
})

/** One page of the form: a title and the names of its top-level fields. */
export const FormPage = z.object({ code: Code, title: LocalText, fields: z.array(z.string()) })

export const ServiceDetail = ServiceSummary.extend({
  /** The service standard's components (UU 25/2009 art 21), in order of showing. */
  standard: z.array(z.object({ code: z.string(), title: LocalText, text: LocalText })),
  product: LocalText,
  legalBasis: z.array(Source),
  termSource: Source.nullable(),
  feeSource: Source.nullable(),
  requiredDocuments: z.array(RequiredDocument),
  /** The conditions that `requiredDocuments[].when` names, as written (`domain/conditions.ts`), to be asked while the form is filled. */
  conditions: z.record(Code, z.record(z.string(), z.unknown())),
  steps: z.array(
    z.object({
      code: Code,
      name: LocalText,
      desk: z.object({ role: z.enum(roles), office: z.string() }).nullable(),
      clock: Budget.nullable(),
    }),
  ),
  form: z.object({
    /** JSON Schema 2020-12 with titles in the asked language; ui hints beside it, in rjsf's uiSchema. */
    schema: z.record(z.string(), z.unknown()),
    uiSchema: z.record(z.string(), z.unknown()),
    pages: z.array(FormPage),
    /** Fields filled from the signed-in person's profile: field → profile property. */
    prefill: z.record(z.string(), z.string()),
    /** Address of the form's compiled validator, an ES module (no eval in the browser). */
    validator: z.string(),
  }),
}).meta({ id: 'ServiceDetail' })
export type ServiceDetail = z.infer<typeof ServiceDetail>
