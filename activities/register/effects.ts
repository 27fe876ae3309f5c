import type { EntryEvent } from '../../domain/register/events.ts'
import { markIssued, voidNumber } from '../../models/case/allocate-number.ts'
import { IssuedDocument } from '../../models/case/document.ts'
import { Message } from '../../models/case/message.ts'
import type { ClientSession } from '../../models/database.ts'
import type { RegisterRecord } from '../../models/register/entry.ts'
import type { CaseDeps } from '../deps.ts'
import { entryMessages } from './messages.ts'

/** A licence is revoked once, so its letter's key needs no counting. */
export const revocationKey = (entry: string) => `register/${entry}/revocation/1`

/** What an event of a licence brings about, in the transaction that keeps it. */
export async function carryOut(
  deps: CaseDeps,
  row: RegisterRecord,
  event: EntryEvent,
  session: ClientSession,
): Promise<void> {
  const messages = await entryMessages(deps, row, event, session)
  if (messages.length > 0) await Message.insertMany(messages, { session })
  const key = revocationKey(row.entry)
  switch (event.type) {
    case 'revoked': {
      const issuedAt = new Date(event.at)
      await IssuedDocument.updateOne(
        { _id: event.data.letter.document, issuedAt: null },
        { $set: { issuedAt } },
        { session },
      )
      await markIssued(key, session)
      return
    }
    case 'expired':
    case 'renewed':
      await voidNumber(key, event.type, session)
      return
  }
}
