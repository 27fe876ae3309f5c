import { z } from 'zod'
import { messageTriggers } from '../../domain/service.ts'
import { LongText, ShortText } from './common.ts'

/** Subject and text of what is sent; `{{placeholders}}` are those of `messagePlaceholders`. */
export const Message = z.strictObject({ subject: ShortText, text: LongText })
export type Message = z.infer<typeof Message>

/** A text for each trigger a service tells about; `shared` takes the pack's own from `messages.json`. */
export const ServiceMessages = z.partialRecord(
  z.enum(messageTriggers),
  z.union([z.literal('shared'), Message], 'must be "shared", or a message with "subject" and "text" in id and en'),
)
export const SharedMessages = z.partialRecord(z.enum(messageTriggers), Message)

/** What a message may speak of; `reason` is the note of a return or rejection, `link` the tracking page. */
export const messagePlaceholders = [
  'name',
  'service',
  'number',
  'trackingCode',
  'regency',
  'portal',
  'office',
  'step',
  'due',
  'appointment',
  'reason',
  'corrections',
  'document',
  'documentNumber',
  'validUntil',
  'basis',
  'link',
] as const
export type MessagePlaceholder = (typeof messagePlaceholders)[number]
