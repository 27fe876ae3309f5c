import type { Logger } from 'pino'
import { NotKept, say } from '../../engine/say.ts'
import type { Engine } from '../../engine/start-case.ts'
import { Application, type ApplicationRecord } from '../../models/case/application.ts'
import type { CallRecord } from '../../models/case/call.ts'
import { hearCall } from '../../workflows/messages.ts'

/**
 * Wakes the cases that wait for this, so that nobody waits for the next time they ask. What cannot be woken now asks by
 * itself before long: the news is kept, so the sender is not made to repeat it.
 */
export async function wake(engine: Engine, calls: CallRecord[], news: string, log: Logger): Promise<void> {
  for (const { call, application: id } of calls) {
    const application = await Application.findOne({ _id: id }).lean<ApplicationRecord>()
    if (!application || application.closedAt) continue
    try {
      await say(engine, application, hearCall, { act: { call }, updateId: `${news}-${call}` })
    } catch (error) {
      if (!(error instanceof NotKept)) throw error
      log.warn({ call, code: error.code }, 'a case could not be woken; it will ask by itself')
    }
  }
}
