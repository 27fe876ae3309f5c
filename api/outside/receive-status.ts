import { ReceiveStatus } from '../../contracts/oss.ts'
import { clockSaidBy } from '../../domain/outside/oss-status.ts'
import { businessesOf } from '../../integrations/oss/match.ts'
import { callsWaitingFor } from '../../models/case/call.ts'
import { keepStatus } from '../../models/case/news.ts'
import { regencyFacts } from '../../models/catalogue/catalogue.ts'
import type { ApiDeps } from '../deps.ts'
import { digestOf } from '../middleware/idempotency.ts'
import { isOurs, ossDoor, statusReply } from './oss-door.ts'
import { wake } from './wake.ts'

/** One that lies further ahead would make all that follow look overtaken. */
const furthestAheadMs = 86_400_000

/** OSS tells of a change of status. Kept once; a case that waits for this business hears of it where it is about its clock. */
export function receiveStatus(deps: Pick<ApiDeps, 'env' | 'cases' | 'log'>) {
  return ossDoor(deps, {
    message: ReceiveStatus,
    reply: statusReply,
    async take({ IZINSTATUS: told }) {
      if (!(await isOurs(told.kd_daerah))) return 'IZINSTATUS.kd_daerah'
      const { utcOffsetMinutes } = await regencyFacts()
      const saidAt = Date.parse(`${told.tgl_status.replace(' ', 'T')}Z`) - utcOffsetMinutes * 60_000
      if (saidAt > Date.now() + furthestAheadMs) return 'IZINSTATUS.tgl_status'
      const keys = businessesOf(told)
      const { kd_status: code } = told
      const digest = digestOf({ keys, code, saidAt })
      await keepStatus({ system: 'oss', digest, keys, content: { code, saidAt } })
      if (clockSaidBy(code)) await wake(deps.cases.engine, await callsWaitingFor('oss', keys), digest, deps.log)
      return null
    },
  })
}
