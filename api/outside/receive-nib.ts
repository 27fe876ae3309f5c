import { ReceiveNib } from '../../contracts/oss.ts'
import { businessesOf } from '../../integrations/oss/match.ts'
import { callsWaitingFor } from '../../models/case/call.ts'
import { keepNews } from '../../models/case/news.ts'
import type { ApiDeps } from '../deps.ts'
import { digestOf } from '../middleware/idempotency.ts'
import { isOurs, nibReply, ossDoor } from './oss-door.ts'
import { wake } from './wake.ts'

/** OSS tells of a NIB. Kept once, whether or not a case waits for it already; what waits is woken. */
export function receiveNib(deps: Pick<ApiDeps, 'env' | 'cases' | 'log'>) {
  return ossDoor(deps, {
    message: ReceiveNib,
    reply: nibReply,
    async take({ dataNIB }) {
      if (!(await isOurs(dataNIB.kd_daerah))) return 'dataNIB.kd_daerah'
      const digest = digestOf(dataNIB)
      const keys = businessesOf(dataNIB)
      await keepNews({ system: 'oss', digest, keys, content: dataNIB })
      await wake(deps.cases.engine, await callsWaitingFor('oss', keys), digest, deps.log)
      return null
    },
  })
}
