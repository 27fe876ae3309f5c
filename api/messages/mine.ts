import type { HeldRole } from '../../domain/policy/index.ts'
import { Message } from '../../models/case/message.ts'
import { isObjectId } from '../../models/object-id.ts'
import type { SignedIn } from '../request.ts'
import type { KeptMessage } from './present.ts'

const most = 100

/** What was told to the person, and to the desks where they sit today; newest first. */
export async function messagesOf(person: SignedIn): Promise<KeptMessage[]> {
  return Message.find(mine(person)).sort({ queuedAt: -1 }).limit(most).lean<KeptMessage[]>()
}

/** Notes that the person has read it; null for a message that is not theirs. */
export async function markRead(person: SignedIn, id: string): Promise<KeptMessage | null> {
  if (!isObjectId(id)) return null
  return Message.findOneAndUpdate(
    { $and: [{ _id: id }, mine(person)] },
    { $addToSet: { readBy: person.account } },
    { returnDocument: 'after' },
  ).lean<KeptMessage>()
}

function mine({ account, memberships }: SignedIn): Record<string, unknown> {
  return { way: 'in-app', status: 'sent', $or: [{ to: account }, ...memberships.map(atDesk)] }
}

/** To whoever sits at the desk: `desk` where the case rests, `desk:{role}` where a rung told another. */
function atDesk({ role, agency, village }: HeldRole): Record<string, unknown> {
  return {
    to: { $in: ['desk', `desk:${role}`] },
    'desk.role': role,
    'desk.agency': agency,
    'desk.village': agency === null ? village : null,
  }
}
