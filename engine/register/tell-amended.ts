import type { Logger } from 'pino'
import { system } from '../../domain/case/events.ts'
import { RegisterEntry, type RegisterRecord } from '../../models/register/entry.ts'
import { acrossRegencies, inRegency } from '../../models/tenancy.ts'
import { amendEntry } from '../../workflows/register/messages.ts'
import { NotKept } from '../say.ts'
import type { Engine } from '../start-case.ts'
import { sayEntry } from './say.ts'

const batch = 100

/** Tells licences of the corrected documents that now stand for them; once each. Answers how many. */
export async function tellAmended(engine: Engine, log: Logger): Promise<number> {
  const waiting = await acrossRegencies('tell licences of corrected documents', () =>
    RegisterEntry.find({ corrected: { $type: 'string' } })
      .limit(batch)
      .lean<RegisterRecord[]>(),
  )
  let told = 0
  for (const row of waiting) {
    try {
      await inRegency(row.regency, () => tell(engine, row))
      told += 1
    } catch (error) {
      log.warn({ error, entry: row.entry }, 'a licence could not be told of its corrected document yet')
    }
  }
  return told
}

async function tell(engine: Engine, row: RegisterRecord): Promise<void> {
  const { entry, corrected: document } = row
  if (!document) return
  const act = { actId: `amended-${document}`, digest: document, document, by: system }
  try {
    await sayEntry(engine, row, amendEntry, { act, updateId: act.actId })
  } catch (error) {
    // A licence that has ended stands on no document any more.
    if (!(error instanceof NotKept) || error.kind !== 'refused') throw error
  }
  await RegisterEntry.updateOne({ entry, corrected: document }, { $unset: { corrected: 1 } })
}
