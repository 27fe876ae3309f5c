import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

const schema = z.object({ AUTH_SECRET: z.string().min(32), SEAL_PASSPHRASE: z.string().min(12) })

export type LocalSecrets = z.infer<typeof schema>

/** The secrets of this machine, made once, in a file that only its owner reads. Throws when the file is damaged. */
export function localSecrets(path: string): LocalSecrets {
  if (!existsSync(path)) {
    const made = { AUTH_SECRET: random(), SEAL_PASSPHRASE: random() }
    writeFileSync(path, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600, flag: 'wx' })
  }
  chmodSync(path, 0o600)
  const read = schema.safeParse(JSON.parse(readFileSync(path, 'utf8')))
  if (!read.success) throw new Error(`${path} is damaged. To mend it, starting with empty data: npm run reset`)
  return read.data
}

function random(): string {
  return randomBytes(32).toString('base64url')
}
