import type { RequestHandler } from 'express'
import { inRegency } from '../../models/tenancy.ts'
import { ApiProblem } from '../errors/problems.ts'

/** Code of the regency that a host name stands for; null for one nobody knows. */
export type RegencyOfHost = (host: string) => Promise<string | null>

/** The host names the regency (design rule 10): everything after this works inside it. */
export function regencyContext(regencyOf: RegencyOfHost): RequestHandler {
  return async (request, _response, next) => {
    const code = await regencyOf(request.hostname)
    if (code === null) throw unknownRegency()
    request.regency = code
    await inRegency(code, () => next())
  }
}

const unknownRegency = () =>
  new ApiProblem({
    status: 404,
    code: 'unknown-regency',
    title: { id: 'Kabupaten tidak dikenal', en: 'Unknown regency' },
    detail: {
      id: 'Alamat ini tidak terdaftar untuk kabupaten mana pun.',
      en: 'This address is not registered for any regency.',
    },
  })
