import type { Logger } from 'pino'
import type { Licences } from '../../activities/deps.ts'
import { RegisterEntry } from '../../models/register/entry.ts'
import { renewEntry } from '../../workflows/register/messages.ts'
import { NotKept } from '../say.ts'
import type { Engine } from '../start-case.ts'
import { sayEntry } from './say.ts'
import { startEntry } from './start.ts'

/** What activities may ask of licences, over this process's client. */
export function licencesOver(engine: Engine, log: Logger): Licences {
  const find = (entry: string) => RegisterEntry.findOne({ entry }).orFail().lean()
  return {
    async start(entry) {
      await startEntry(engine, await find(entry), 2_000)
    },
    async renewed(entry, renewal) {
      try {
        await sayEntry(engine, await find(entry), renewEntry, { act: { renewal }, updateId: `renewed/${renewal}` })
      } catch (error) {
        // Revoked or superseded meanwhile: nothing is left whose place could be taken.
        if (!(error instanceof NotKept) || error.code !== 'entry-ended') throw error
        log.warn({ entry, renewal }, 'a licence that was renewed had ended already')
      }
    },
  }
}
