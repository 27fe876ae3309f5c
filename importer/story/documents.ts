import { type Actor, archive, type Proposal, system } from '../../domain/case/events.ts'
import { stableId } from './stable-id.ts'
import type { StoryDocument, ToldDocument } from './told.ts'

type Issued = { code: string; at: number; by: Actor; told: ToldDocument; basis: string | null }

/** A document that was numbered and signed on paper or elsewhere: its number is kept, its signature is not ours to vouch for. */
export function issuedByHand(
  application: string,
  { code, at, by, told, basis }: Issued,
): { document: StoryDocument; events: Proposal[] } {
  const document = stableId(application, 'document', code)
  const { number, digest } = told
  return {
    document: { id: document, code, at, basis, told },
    events: [
      { type: 'document-prepared', at, by: system, data: { document, code, ordinal: 1, number, digest } },
      { type: 'document-signed', at, by, data: { document, provider: archive, serial: '', digest, by: by.id } },
    ],
  }
}
