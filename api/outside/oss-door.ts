import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express'
import type { z } from 'zod'
import type { ReceiveNibReply, ReceiveStatusReply } from '../../contracts/oss.ts'
import { regencyFacts } from '../../models/catalogue/catalogue.ts'
import type { ApiDeps } from '../deps.ts'
import { toProblem } from '../errors/to-problem.ts'
import { isKey } from './keys.ts'

/** Each call of OSS is answered in an envelope of its own. */
export type Reply = (response: Response, status: number, keterangan: string) => void

export const nibReply: Reply = (response, status, keterangan) => {
  const answer: ReceiveNibReply = { responreceiveNIB: { status: status === 200 ? '1' : '2', keterangan } }
  response.status(status).json(answer)
}

export const statusReply: Reply = (response, kode, keterangan) => {
  const answer: ReceiveStatusReply = { responreceiveLicenseStatus: { kode, keterangan } }
  response.status(kode).json(answer)
}

/** A message of OSS's that bears the key and keeps to the contract; `take` answers the field that is wrong, null for none. */
export function ossDoor<Message extends z.ZodType>(
  { env }: Pick<ApiDeps, 'env'>,
  {
    message,
    reply,
    take,
  }: { message: Message; reply: Reply; take: (said: z.output<Message>) => Promise<string | null> },
): RequestHandler {
  return async (request: Request, response: Response): Promise<void> => {
    if (!isKey(request.get('user_key'), env.OSS_WEBHOOK_KEY)) return reply(response, 401, 'User Akses Tidak Valid')
    const read = message.safeParse(request.body)
    if (!read.success) {
      const fields = read.error.issues.map(({ path }) => path.join('.')).slice(0, 5)
      return reply(response, 400, `Data Parameter Salah: ${fields.join(', ')}`)
    }
    const wrong = await take(read.data)
    if (wrong) return reply(response, 400, `Data Parameter Salah: ${wrong}`)
    reply(response, 200, 'Berhasil menyimpan data')
  }
}

/** Whether a region code in ten digits lies in the regency. */
export async function isOurs(code: string): Promise<boolean> {
  const { region } = await regencyFacts()
  return code.startsWith(region.replaceAll('.', ''))
}

/** OSS reads its own envelope only; what went wrong stands in our log. */
export const ossErrors: ErrorRequestHandler = (error, request, response, next) => {
  if (response.headersSent) return next(error)
  const problem = toProblem(error)
  if (problem.status >= 500) request.log.error({ error }, 'news of OSS could not be kept')
  const reply = request.originalUrl.includes('/receiveLicenseStatus') ? statusReply : nibReply
  reply(response, problem.status, problem.detail?.id ?? problem.title.id)
}
