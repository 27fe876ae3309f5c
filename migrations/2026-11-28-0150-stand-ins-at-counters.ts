import type { Db } from '../models/database.ts'

type Place = { regency: string; role: string; agency: string | null; village: string | null }
type Mandate = Place & { _id: string; for: string | null }
type Seat = Place & { account: string; servicePoint: string | null; from: Date }

/** Whoever stands in at a counter stands where its official does; mandates of before named no service point. */
export async function up(db: Db): Promise<void> {
  const mandates = db.collection<Mandate>('mandates')
  for await (const mandate of mandates.find({ servicePoint: { $exists: false } })) {
    const { _id, regency, role, agency, village, for: account } = mandate
    const seats = db.collection<Seat>('memberships')
    const seat = account
      ? await seats.findOne(
          { regency, account, role, agency, village, servicePoint: { $ne: null } },
          { sort: { from: -1 } },
        )
      : null
    await mandates.updateOne({ _id }, { $set: { servicePoint: seat?.servicePoint ?? null } })
  }
}
