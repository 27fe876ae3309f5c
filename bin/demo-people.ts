/** Makes the demo people of every pack able to sign in, and gives those who sign a key under the demo's passphrase. */
import pc from 'picocolors'
import { lazyAuth } from '../api/auth/auth.ts'
import { demoPassword, ensureDemoPeople } from '../api/demo/seed-people.ts'
import { checkPack } from '../catalogue/pack/read-pack.ts'
import { enrolSigners } from '../engine/enrol-signers.ts'
import { commandEnv, localPacks } from '../infra/local/settings.ts'
import { createLogger } from '../infra/logger.ts'
import { connectMongo, disconnectMongo } from '../infra/mongo.ts'
import { inRegency } from '../models/tenancy.ts'

const env = commandEnv()
if (!env.DEMO) throw new Error('Demo people are for a demo: set DEMO=true')
await connectMongo(env.MONGODB_URI)
try {
  const auth = lazyAuth(env, createLogger('demo-people', 'warn'))()
  for (const folder of localPacks()) {
    const { pack } = await checkPack(folder)
    if (!pack) throw new Error(`${folder} is not in order: npm run pack -- check ${folder}`)
    const { regency, people } = pack
    await inRegency(regency.code, async () => {
      await ensureDemoPeople(auth, people)
      await enrolSigners(env, regency.code, demoPassword)
    })
    console.log(`${pc.green('✓')} demo people of ${regency.code} ${pc.dim(`${people.length}`)}`)
  }
} finally {
  await disconnectMongo()
}
