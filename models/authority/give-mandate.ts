import { auditWithin } from '../audit.ts'
import { currentRegency } from '../tenancy.ts'
import { inTransaction } from '../transaction.ts'
import { MandateModel, type MandateRecord } from './mandate.ts'
import { type Ended, endable, endWithLine } from './span.ts'

/** Another mandate for the same seat runs in the same days: one office has one stand-in. */
export class SeatTaken extends Error {
  override name = 'SeatTaken'
  readonly mandate: string
  constructor(mandate: string) {
    super(`mandate ${mandate} stands for this seat in these days`)
    this.mandate = mandate
  }
}

/**
 * Keeps a mandate with its line in the audit chain. The chain's head is moved in the same transaction, so two for one seat
 * are never kept side by side, and the same key of the same person, sent twice at once too, answers with what is kept.
 * @throws SeatTaken
 */
export async function keepMandate(mandate: Omit<MandateRecord, 'regency' | 'ended'>): Promise<MandateRecord> {
  const { _id, givenBy, key } = mandate
  return inTransaction(async (session) => {
    const known = await MandateModel.findOne({ givenBy, key }).session(session).lean<MandateRecord>()
    if (known) return known
    const subject = { kind: 'mandate', id: _id }
    await auditWithin(session, { act: 'give-mandate', by: givenBy, subject, purpose: null })
    const other = await MandateModel.findOne(sameSeat(mandate)).session(session).lean<MandateRecord>()
    if (other) throw new SeatTaken(other._id)
    await MandateModel.insertMany([mandate], { session })
    return { ...mandate, regency: currentRegency(), ended: null }
  })
}

/** One that holds on some of the same days, for the same role at the same place and the same official. */
function sameSeat({ role, agency, village, for: official, from, until }: Omit<MandateRecord, 'regency' | 'ended'>) {
  return {
    ...{ role, agency, village, for: official },
    from: { $lt: until },
    until: { $gt: from },
    $or: [{ ended: null }, { 'ended.at': { $gt: from } }],
  }
}

/** Ends a mandate before its time; ended already or over, it stays as it was. */
export async function endMandate(id: string, ended: Ended & { reason: string }): Promise<MandateRecord> {
  const { at, by, reason } = ended
  await endWithLine({ act: 'end-mandate', by, subject: { kind: 'mandate', id }, purpose: reason }, (session) =>
    MandateModel.updateOne(endable(id, at), { $set: { ended } }, { session }),
  )
  return MandateModel.findOne({ _id: id }).orFail().lean<MandateRecord>()
}
