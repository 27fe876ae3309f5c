import type { InAppMessage, MessageRow } from '../../contracts/messages.ts'
import { namesOf } from '../../models/auth-user.ts'
import type { MessageRecord } from '../../models/case/message.ts'
import { officeOf, villageOfficeOf } from '../../models/catalogue/catalogue.ts'
import { initialsOf, maskEmail } from '../case/mask.ts'
import type { Language } from '../request.ts'

export type KeptMessage = MessageRecord & { _id: unknown }

/** Rows of the log: addresses masked, people by their initials. */
export async function presentMessageRows(messages: KeptMessage[], language: Language): Promise<MessageRow[]> {
  const names = await namesOf(messages.flatMap(({ way, to, desk }) => (way === 'in-app' && !desk ? to : [])))
  return Promise.all(
    messages.map(async (message) => ({
      id: String(message._id),
      application: message.application,
      number: message.number,
      service: message.service,
      trigger: message.trigger,
      way: message.way,
      to: await recipient(message, names, language),
      subject: message.subject,
      status: message.status,
      attempts: message.attempts,
      lastError: message.lastError,
      queuedAt: message.queuedAt.toISOString(),
      sentAt: message.sentAt?.toISOString() ?? (message.status === 'sent' ? message.queuedAt.toISOString() : null),
    })),
  )
}

async function recipient({ way, to, desk }: KeptMessage, names: Map<string, string>, language: Language) {
  if (desk?.agency) return (await officeOf(desk.agency)).name
  if (desk?.village) return (await villageOfficeOf(desk.village)).name
  switch (way) {
    case 'email':
      return maskEmail(to)
    case 'in-app':
      return initialsOf(names.get(to) ?? '') || anonymous[language]
    case 'print':
      return printed[language]
  }
}

const anonymous = { id: 'Akun', en: 'Account' }
const printed = { id: 'Dicetak untuk pemohon', en: 'Printed for the applicant' }

export function presentInApp(message: KeptMessage, account: string): InAppMessage {
  return {
    id: String(message._id),
    number: message.number,
    application: message.application,
    subject: message.subject,
    text: message.text,
    at: message.queuedAt.toISOString(),
    read: message.readBy.includes(account),
  }
}
