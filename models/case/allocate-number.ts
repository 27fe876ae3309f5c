import type { ClientSession } from '../database.ts'
import { inTransaction } from '../transaction.ts'
import { GivenNumber, NumberSeries } from './number.ts'

export type NumberRequest = {
  /** As `seriesKey` of domain/numbering names it, period included. */
  series: string
  /** The effect the number is for: the same key gets the same number. */
  key: string
  format: (sequence: number) => string
  at: Date
}

/** The next number of a series, without gap and once per key, in a short transaction of its own (design rule 5). */
export async function allocateNumber({ series, key, format, at }: NumberRequest): Promise<string> {
  return inTransaction(async (session) => {
    const given = await GivenNumber.findOne({ key }).session(session).lean()
    if (given) return given.text
    const { last } = await NumberSeries.findOneAndUpdate(
      { series },
      { $inc: { last: 1 } },
      { upsert: true, returnDocument: 'after', session, lean: true, projection: { last: 1 } },
    ).orFail()
    const text = format(last)
    await GivenNumber.insertMany([{ series, sequence: last, text, key, status: 'reserved', at }], { session })
    return text
  })
}

/** The document under it was issued. */
export async function markIssued(key: string, session: ClientSession): Promise<void> {
  await GivenNumber.updateOne({ key, status: 'reserved' }, { $set: { status: 'issued' } }, { session })
}

/** The number of an effect that never came about goes to nobody else. */
export async function voidNumber(key: string, reason: string, session: ClientSession): Promise<void> {
  await GivenNumber.updateOne({ key, status: 'reserved' }, { $set: { status: 'void', reason } }, { session })
}

/** Numbers given to the case whose documents were never issued go to nobody else: they are void, with the reason (design rule 5). */
export async function voidUnused(application: string, reason: string, session: ClientSession): Promise<void> {
  const unused = { key: new RegExp(`^${application}/`), status: 'reserved' as const }
  await GivenNumber.updateMany(unused, { $set: { status: 'void', reason } }, { session })
}
