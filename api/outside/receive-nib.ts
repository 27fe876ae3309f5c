import type { ErrorRequestHandler, Request, Response } from 'express'
import { ReceiveNib, type ReceiveNibReply } from '../../contracts/oss.ts'
import { businessesOf } from '../../integrations/oss/match.ts'
import { callsWaitingFor } from '../../models/case/call.ts'
import { keepNews } from '../../models/case/news.ts'
import { regencyFacts } from '../../models/catalogue/catalogue.ts'
import type { ApiDeps } from '../deps.ts'
import { toProblem } from '../errors/to-problem.ts'
import { digestOf } from '../middleware/idempotency.ts'
import { isKey } from './keys.ts'
import { wake } from './wake.ts'

/** OSS tells of a NIB. Kept once, whether or not a case waits for it already; what waits is woken. */
export function receiveNib({ env, cases, log }: Pick<ApiDeps, 'env' | 'cases' | 'log'>) {
  return async (request: Request, response: Response): Promise<void> => {
    if (!isKey(request.get('user_key'), env.OSS_WEBHOOK_KEY)) return reply(response, 401, 'User Akses Tidak Valid')
    const read = ReceiveNib.safeParse(request.body)
    if (!read.success) {
      const fields = read.error.issues.map(({ path }) => path.join('.')).slice(0, 5)
      return reply(response, 400, `Data Parameter Salah: ${fields.join(', ')}`)
    }
    const { dataNIB } = read.data
    if (!(await isOurs(dataNIB.kd_daerah))) return reply(response, 400, 'Data Parameter Salah: dataNIB.kd_daerah')
    const digest = digestOf(dataNIB)
    const keys = businessesOf(dataNIB)
    await keepNews({ system: 'oss', digest, keys, content: dataNIB })
    await wake(cases.engine, await callsWaitingFor('oss', keys), digest, log)
    reply(response, 200, 'Berhasil menyimpan data')
  }
}

async function isOurs(code: string): Promise<boolean> {
  const { region } = await regencyFacts()
  return code.startsWith(region.replaceAll('.', ''))
}

function reply(response: Response, status: number, keterangan: string): void {
  const answer: ReceiveNibReply = { responreceiveNIB: { status: status === 200 ? '1' : '2', keterangan } }
  response.status(status).json(answer)
}

/** OSS reads its own envelope only; what went wrong stands in our log. */
export const ossErrors: ErrorRequestHandler = (error, request, response, next) => {
  if (response.headersSent) return next(error)
  const problem = toProblem(error)
  if (problem.status >= 500) request.log.error({ error }, 'news of OSS could not be kept')
  reply(response, problem.status, problem.detail?.id ?? problem.title.id)
}
