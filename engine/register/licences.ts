import type { CaseDeps, Licences } from '../../activities/deps.ts'
import { RegisterEntry } from '../../models/register/entry.ts'
import { renewEntry } from '../../workflows/register/messages.ts'
import { NotKept } from '../say.ts'
import type { Engine } from '../start-case.ts'
import { beginEntry } from './begin.ts'
import { sayEntry } from './say.ts'

/** What activities may ask of licences, over this process's client. */
export function licencesOver(engine: Engine, deps: CaseDeps): Licences {
  const find = (entry: string) => RegisterEntry.findOne({ entry }).orFail().lean()
  return {
    async start(entry) {
      await beginEntry(engine, deps, await find(entry), 2_000)
    },
    async renewed(entry, renewal) {
      try {
        await sayEntry(engine, await find(entry), renewEntry, { act: { renewal }, updateId: `renewed/${renewal}` })
      } catch (error) {
        // Revoked or superseded meanwhile: nothing is left whose place could be taken.
        if (!(error instanceof NotKept) || error.code !== 'entry-ended') throw error
        deps.log.warn({ entry, renewal }, 'a licence that was renewed had ended already')
      }
    },
  }
}
