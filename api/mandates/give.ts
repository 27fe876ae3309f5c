import { randomUUID } from 'node:crypto'
import type { GiveMandate } from '../../contracts/mandates.ts'
import { keepMandate, SeatTaken } from '../../models/authority/give-mandate.ts'
import { MandateModel, type MandateRecord } from '../../models/authority/mandate.ts'
import { conflict, forbidden } from '../errors/problems.ts'
import { allows } from '../middleware/ability.ts'
import { digestOf, keyReused } from '../middleware/idempotency.ts'
import type { SignedIn } from '../request.ts'
import { checkMandate } from './check.ts'

/** Keeps a mandate; the same key again answers with the same. Throws 403 outside one's own office, 409 or 422. */
export async function give(person: SignedIn, key: string, asked: GiveMandate): Promise<MandateRecord> {
  const { account } = person
  const digest = digestOf(asked)
  const known = await MandateModel.findOne({ givenBy: account, key }).lean<MandateRecord>()
  if (known) return same(known, digest)
  const { agency = null, village = null, services = null, withheld = [] } = asked
  if (!allows(person, 'give', 'mandate', { agency, village, holder: asked.holder })) throw forbidden(otherOffice)
  const { position, servicePoint } = await checkMandate(asked, Date.now())
  try {
    const kept = await keepMandate({
      _id: randomUUID(),
      kind: asked.kind,
      holder: asked.holder,
      for: asked.for ?? null,
      role: asked.role,
      agency,
      village,
      servicePoint,
      position,
      from: new Date(asked.from),
      until: new Date(asked.until),
      letter: asked.letter,
      scope: { services, withheld: [...new Set(withheld)] },
      givenBy: account,
      key,
      digest,
      givenAt: new Date(),
    })
    return same(kept, digest)
  } catch (error) {
    if (error instanceof SeatTaken) throw conflict('seat-taken', seatTaken)
    throw error
  }
}

function same(kept: MandateRecord, digest: string): MandateRecord {
  if (kept.digest !== digest) throw keyReused()
  return kept
}

const otherOffice = {
  id: 'Anda hanya dapat memberi mandat di kantor yang Anda pimpin.',
  en: 'You can give mandates only in the office you head.',
}
const seatTaken = {
  id: 'Pada tanggal itu sudah ada Plh/Plt untuk jabatan ini. Akhiri dahulu mandat yang lama.',
  en: 'Somebody stands in for this office on those days already. End that mandate first.',
}
