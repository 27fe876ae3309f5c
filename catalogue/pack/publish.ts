import type { LetterTemplate } from '../../domain/letter.ts'
import { type MessageTrigger, messageTriggers } from '../../domain/service.ts'
import type { Message } from '../schema/messages.ts'
import type { ServiceDefinition } from '../service-schema.ts'
import type { Pack } from './pack.ts'

/** A service with all that a case of it will ever need of the pack: what later packs say does not reach it. */
export type PublishedService = {
  definition: ServiceDefinition
  letters: Record<string, LetterTemplate>
  messages: Partial<Record<MessageTrigger, Message>>
}

/** Takes in the letters, the shared messages and the agency's part of the service standard. */
export function publishable(definition: ServiceDefinition, pack: Pack): PublishedService {
  const agency = [...pack.agencies, pack.villages].find(({ code }) => code === definition.agency)
  return {
    definition: { ...definition, standard: { ...agency?.standard, ...definition.standard } },
    letters: Object.fromEntries(lettersOf(definition, pack).map((letter) => [letter.code, letter])),
    messages: messagesOf(definition, pack),
  }
}

function lettersOf({ code, documents }: ServiceDefinition, { letters }: Pack): LetterTemplate[] {
  const names = new Set(documents.flatMap((document) => (document.kind === 'external' ? [] : [document.letter])))
  return [...names].sort().map((name) => {
    const letter = letters.find((one) => one.code === name)
    if (!letter) throw new RangeError(`${code} names the letter ${name}, which the pack does not have`)
    return letter
  })
}

function messagesOf(definition: ServiceDefinition, pack: Pack): PublishedService['messages'] {
  const messages: PublishedService['messages'] = {}
  for (const trigger of messageTriggers) {
    const own = definition.messages[trigger]
    const message = own === 'shared' ? pack.messages[trigger] : own
    if (message) messages[trigger] = message
  }
  return messages
}
