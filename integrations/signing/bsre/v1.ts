import { SigningError } from '../signing.ts'
import type { BsreConnection } from './connection.ts'
import { failureOf, standingOf } from './failures.ts'
import type { BsreProtocol, PersonalWork } from './protocol.ts'
import { documentIdHeader, paths, UserStatus } from './wire.ts'

const downloads = 3

/** Version 1: a form goes, the PDF comes. Its head names the file, so one that breaks off is fetched again, not signed again. */
export function versionOne(connection: BsreConnection, withinMs: number): BsreProtocol {
  async function download(id: string): Promise<Uint8Array> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const path = `${paths.v1.download}${encodeURIComponent(id)}`
        const { body } = await connection.call(path, { method: 'GET', withinMs })
        return await body.bytes()
      } catch (error) {
        if (attempt === downloads) throw new SigningError('unknown-outcome', { cause: failureOf(error) })
      }
    }
  }

  return {
    async status(nik) {
      const path = `${paths.v1.status}${encodeURIComponent(nik)}`
      const answer = UserStatus.safeParse(await connection.json(path, { method: 'GET', withinMs }))
      return answer.success ? standingOf(answer.data.status) : 'unregistered'
    },
    async sign(work) {
      const { headers, contentType, body } = await connection.call(paths.v1.sign, { body: formOf(work), withinMs })
      const id = headers.get(documentIdHeader)
      try {
        if (contentType.includes('pdf')) return await body.bytes()
      } catch (error) {
        if (id === null) throw failureOf(error)
      }
      if (id === null) throw new SigningError('unknown-outcome')
      return download(id)
    },
  }
}

function formOf({ pdf, nik, secret, reason, location }: PersonalWork): FormData {
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(pdf)], { type: 'application/pdf' }), 'dokumen.pdf')
  form.set('nik', nik)
  form.set('passphrase', secret)
  form.set('tampilan', 'invisible')
  form.set('reason', reason)
  form.set('location', location)
  return form
}
