/** `npm run rebuild` writes the read model anew where it differs from the timelines; `-- --check` only tells. */
import { parseArgs } from 'node:util'
import pc from 'picocolors'
import { caseDeps } from '../engine/case-deps.ts'
import { rebuild } from '../engine/rebuild.ts'
import { commandEnv } from '../infra/local/settings.ts'
import { createLogger } from '../infra/logger.ts'
import { connectMongo, disconnectMongo } from '../infra/mongo.ts'
import { screenProgress } from '../infra/progress.ts'

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } })
const env = commandEnv()
const progress = screenProgress()
const found = { agrees: 0, differs: 0, broken: 0 }
const most = 50

await connectMongo(env.MONGODB_URI)
try {
  const deps = await caseDeps(env, createLogger('rebuild', 'warn'))
  for await (const { number, kind, what } of rebuild(deps, { mend: !values.check })) {
    found[kind] += 1
    if (kind !== 'agrees' && found.differs + found.broken <= most) {
      progress.line(`${kind === 'broken' ? pc.red('✗ broken') : pc.yellow('! differs')} ${number}: ${what.join(', ')}`)
    }
    progress.update(`Cases · ${found.agrees + found.differs + found.broken}`)
  }
} finally {
  await disconnectMongo()
}
const { agrees, differs, broken } = found
progress.line(
  `${agrees + differs + broken} cases: ${agrees} agree, ${differs} ${values.check ? 'differ' : 'mended'}, ${broken} broken`,
)
if (broken > 0)
  progress.line('A broken timeline was changed outside Lontar: compare it with a backup, nothing here mends it.')
process.exitCode = broken > 0 || (values.check && differs > 0) ? 1 : 0
