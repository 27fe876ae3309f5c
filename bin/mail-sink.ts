/** Takes every message of the local machine in and shows it: `MAIL_FOLDER`, `MAIL_SMTP_PORT`, `MAIL_HTTP_PORT`. */
import { mkdirSync } from 'node:fs'
import { z } from 'zod'
import { runService } from '../infra/local/service.ts'
import { openMailStore } from '../infra/mail-sink/mail-store.ts'
import { listenForMail } from '../infra/mail-sink/smtp.ts'
import { listenForReaders } from '../infra/mail-sink/web.ts'

const port = z.coerce.number().int().min(1).max(65_535)
const settings = z
  .object({ MAIL_FOLDER: z.string().min(1), MAIL_SMTP_PORT: port, MAIL_HTTP_PORT: port })
  .parse(process.env)

await runService(async () => {
  mkdirSync(settings.MAIL_FOLDER, { recursive: true, mode: 0o700 })
  const store = openMailStore(settings.MAIL_FOLDER)
  const closeReaders = await listenForReaders(settings.MAIL_HTTP_PORT, store)
  const closeMail = await listenForMail(settings.MAIL_SMTP_PORT, store)
  return {
    async stop() {
      await closeMail()
      await closeReaders()
    },
  }
})
