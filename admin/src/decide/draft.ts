import type { DecideTask } from '../../../contracts/tasks.ts'
import type { Decision } from '../../../domain/service.ts'
import type { Flag } from '../case/FlagContext.tsx'
import { targetKey } from '../case/targets.ts'

/** What stands in the decision's form before it is sent. */
export type Draft = {
  note: string
  flags: Flag[]
  brings: 'external-document' | null
  number: string
  file: string | null
  passphrase: string
  /** To what the step asks; null where it asks nothing with this decision. */
  answers: Record<string, unknown> | null
  /** Ids of the pictures taken; null where none belong to this decision. */
  photos: string[] | null
  /** How many pictures still wait to be sent. */
  unsent?: number
  /** Whether this decision is signed. */
  signs: boolean
}

/** What is still missing, by field, as keys of `lontar.decide`. Empty where the decision can be sent. */
export type Missing = Record<string, string>

export function missingFor(decision: Decision, draft: Draft): Missing {
  const missing: Missing = {}
  if ((decision === 'reject' || decision === 'object') && draft.note.trim().length < 10) missing.note = 'need_reason'
  if (decision === 'return') {
    if (draft.flags.length === 0) missing.flags = 'need_deficiency'
    for (const flag of draft.flags) {
      if (flag.message.trim().length < 3) missing[targetKey(flag)] = 'need_message'
    }
  }
  if (decision === 'approve' && draft.brings) {
    if (!draft.number.trim()) missing.number = 'need_number'
    if (!draft.file) missing.file = 'need_file'
  }
  if (draft.photos && draft.unsent) missing.photos = 'need_photos_sent'
  if (draft.signs && !draft.passphrase) missing.passphrase = 'need_passphrase'
  return missing
}

/** The body of `POST …/decide`: only what belongs to this decision. */
export function decisionBody(decision: Decision, draft: Draft): DecideTask {
  const note = draft.note.trim()
  const body: DecideTask = { decision, ...(note && { note }) }
  if (decision === 'return') {
    body.deficiencies = draft.flags.map(({ target, name, message }) => ({ target, name, message: message.trim() }))
  }
  if (decision === 'approve' && draft.brings && draft.file) {
    body.data = { number: draft.number.trim(), file: draft.file }
  }
  if (draft.answers) body.answers = draft.answers
  if (draft.photos) body.photos = draft.photos
  if (draft.signs) body.signing = { passphrase: draft.passphrase }
  return body
}

/** The act with all it says but the passphrase, which is kept nowhere: what its key is remembered under. */
export function intentionOf(task: string, { signing: _, ...told }: DecideTask): string {
  return `decide:${task}:${JSON.stringify(told)}`
}
