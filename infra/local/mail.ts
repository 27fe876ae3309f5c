import { portNear } from '../servers/ports.ts'
import { startCompanion } from './companion.ts'
import type { Surroundings } from './machine.ts'

export interface LocalMail {
  smtpUrl: string
  /** Where the messages can be read; undefined when `SMTP_URL` sends them away. */
  page: string | undefined
}

/** Starts the mail sink beside the web port, or takes the server that `SMTP_URL` names. */
export async function startLocalMail(around: Surroundings, webPort: number): Promise<LocalMail> {
  const given = process.env.SMTP_URL
  if (given) return { smtpUrl: given, page: undefined }
  const httpPort = await portNear(webPort + 25)
  const smtpPort = await portNear(webPort + 26)
  const variables = {
    MAIL_FOLDER: around.home.mail,
    MAIL_HTTP_PORT: String(httpPort),
    MAIL_SMTP_PORT: String(smtpPort),
  }
  await startCompanion(around, 'mail-sink', variables)
  return { smtpUrl: `smtp://127.0.0.1:${smtpPort}`, page: `http://127.0.0.1:${httpPort}` }
}
