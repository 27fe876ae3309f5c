import { z } from 'zod'
import { channels, issuers } from '../domain/service.ts'
import { Appeal, Clock, Term } from './schema/clock.ts'
import { Code, FieldName, LongText, limits, ShortText, Source, SourceRef } from './schema/common.ts'
import { Condition } from './schema/conditions.ts'
import { Fee, IssuedDocument, Register, RequiredDocument } from './schema/documents.ts'
import { Page } from './schema/fields.ts'
import { ServiceMessages } from './schema/messages.ts'
import { WrittenStandard } from './schema/standard.ts'
import { Step } from './schema/steps.ts'

/**
 * A service, as one file of a pack writes it down. What a schema cannot see (a step's agency, a template's fields) is told
 * by `catalogue/cross-checks/`.
 */
export const ServiceDefinition = z.strictObject({
  code: Code,
  name: ShortText,
  summary: LongText,
  category: ShortText,
  keywords: z.array(z.string().trim().min(2).max(40)).max(30),
  agency: Code,
  issuer: z.enum(issuers),
  /** `decision`: filed from the page of a case that was decided, never by itself. */
  filedFrom: z.literal('decision').optional(),
  channels: z.array(z.enum(channels).exclude(['import'])).min(1),
  product: ShortText,
  sources: z.record(Code, Source).refine((all) => Object.keys(all).length <= limits.sources, 'are too many'),
  legalBasis: z.array(SourceRef).min(1).max(limits.sources),
  standard: WrittenStandard,
  term: Term.optional(),
  fees: z.array(Fee).min(1).max(limits.fees),
  conditions: z.record(Code, Condition).refine((all) => Object.keys(all).length <= limits.conditions, 'are too many'),
  form: z.array(Page).min(1).max(limits.pages),
  requiredDocuments: z.array(RequiredDocument).max(limits.documents),
  steps: z.array(Step).min(1).max(limits.steps),
  /** The road of a case that was refused, to its letter. */
  rejection: z.array(Step).max(limits.steps),
  /** What happens once silence has approved a case. */
  deemed: z.array(Step).max(limits.steps),
  /** How a case ends that its applicant left lying, with its letter. */
  lapse: z.array(Step).max(limits.steps).optional(),
  /** Which service hears an objection to a decision, and how long after it (UU 30/2014 art 77). */
  appeal: Appeal.optional(),
  /** How long the applicant has to correct what was returned, and what they are told meanwhile. */
  correction: Clock.extend({ source: SourceRef }).optional(),
  documents: z.array(IssuedDocument).max(limits.issuedDocuments),
  registers: z.array(Register).max(5),
  messages: ServiceMessages,
  /** The licence belongs to OSS, which is told of every change: fields of the form that say which licence it is. */
  reports: z
    .strictObject({
      system: z.literal('oss'),
      nib: FieldName,
      project: FieldName,
      ossId: FieldName,
      licence: FieldName,
      code: FieldName,
    })
    .optional(),
})
export type ServiceDefinition = z.infer<typeof ServiceDefinition>
