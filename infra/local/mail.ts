import { portNear } from '../servers/ports.ts'
import type { Surroundings } from './machine.ts'
import { startNodeProcess } from './node-process.ts'
import { supervise } from './supervise.ts'

export interface LocalMail {
  smtpUrl: string
  /** Where the messages can be read; undefined when `SMTP_URL` sends them away. */
  page: string | undefined
}

/** Starts the mail sink beside the web port, or takes the server that `SMTP_URL` names. */
export async function startLocalMail(
  { home, lock, stop, progress }: Surroundings,
  webPort: number,
): Promise<LocalMail> {
  const given = process.env.SMTP_URL
  if (given) return { smtpUrl: given, page: undefined }
  const httpPort = await portNear(webPort + 25)
  const smtpPort = await portNear(webPort + 26)
  const variables = { MAIL_FOLDER: home.mail, MAIL_HTTP_PORT: String(httpPort), MAIL_SMTP_PORT: String(smtpPort) }
  const { stop: close } = await supervise(() => startNodeProcess('mail-sink', variables, home.logs), {
    started: ({ pid }) => lock.record('mail-sink', pid),
    line: progress.line,
  })
  stop.onStop(close)
  return { smtpUrl: `smtp://127.0.0.1:${smtpPort}`, page: `http://127.0.0.1:${httpPort}` }
}
