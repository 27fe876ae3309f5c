import { SigningError } from '../signing.ts'
import type { BsreConnection } from './connection.ts'
import { standingOf } from './failures.ts'
import type { BsreProtocol } from './protocol.ts'
import { paths, SignedFiles, UserStatus } from './wire.ts'

/** A one-time code is six digits; BSrE's passphrases are longer and not of digits alone. */
const oneTimeCode = /^\d{6}$/

/** Version 2: JSON both ways, the file in base64. It names no file that could be asked for later. */
export function versionTwo(connection: BsreConnection, withinMs: number): BsreProtocol {
  return {
    async status(nik) {
      const answer = UserStatus.safeParse(await connection.json(paths.v2.status, { body: { nik }, withinMs }))
      return answer.success ? standingOf(answer.data.status) : 'unregistered'
    },
    async sign({ pdf, nik, secret, reason, location }) {
      const body = {
        nik,
        ...(oneTimeCode.test(secret) ? { totp: secret } : { passphrase: secret }),
        signatureProperties: [invisible(reason, location)],
        file: [Buffer.from(pdf).toString('base64')],
      }
      return signedFile(await connection.json(paths.v2.sign, { body, withinMs }))
    },
  }
}

/** The eye needs no field: name, position and QR stand in the letter. */
export const invisible = (reason: string, location: string) => ({ tampilan: 'INVISIBLE', reason, location })

/** The one file of an answer; anything else may have been signed all the same. */
export function signedFile(answer: unknown): Uint8Array {
  const parsed = SignedFiles.safeParse(answer)
  const [file] = parsed.success ? parsed.data.file : []
  if (file === undefined) throw new SigningError('unknown-outcome')
  return new Uint8Array(Buffer.from(file, 'base64'))
}
