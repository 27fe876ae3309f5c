import { basename } from 'node:path'
import { commandEnv, localPacks } from '../infra/local/settings.ts'
import { connectMongo, disconnectMongo } from '../infra/mongo.ts'
import { draftOf } from '../models/catalogue/draft.ts'
import { inRegency } from '../models/tenancy.ts'
import { RehearsalError } from './behaviour.ts'

/** Reads from the regency's own database, and closes it: what follows is played elsewhere. Never writes. */
export async function fromLive<Read>(read: () => Promise<Read>): Promise<Read> {
  const env = commandEnv()
  await connectMongo(env.MONGODB_URI)
  try {
    return await inRegency(env.REGENCY ?? basename(localPacks()[0] ?? ''), read)
  } finally {
    await disconnectMongo()
  }
}

/** What an editor is writing. @throws RehearsalError where nobody is */
export async function draftText(service: string): Promise<string> {
  const draft = await fromLive(() => draftOf(service))
  if (!draft) throw new RehearsalError(`Layanan ${service} tidak sedang disunting`)
  return draft.text
}
