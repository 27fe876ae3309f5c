/** Brings the database of `MONGODB_URI` to the state this version needs. Safe to repeat and to run from several places. */
import pc from 'picocolors'
import { commandEnv } from '../infra/local/settings.ts'
import { connectMongo, disconnectMongo } from '../infra/mongo.ts'
import { screenProgress } from '../infra/progress.ts'
import { migrate } from '../migrations/index.ts'

const progress = screenProgress()
await connectMongo(commandEnv().MONGODB_URI)
try {
  progress.update('Migrations')
  const { applied, present, unknown } = await migrate()
  for (const name of applied) progress.line(`  ${name}`)
  if (unknown.length > 0) {
    progress.line(`${pc.yellow('!')} The database has seen a newer version of Lontar: ${unknown.join(', ')}`)
  }
  progress.line(`${pc.green('✓')} migrations ${pc.dim(`${applied.length} applied now, ${present.length} before`)}`)
} finally {
  await disconnectMongo()
}
