/** `npm run pack -- check <dir>` says all that is wrong with a pack; `-- load <dir>` publishes it to the database of `MONGODB_URI`; `--force <code>` also over what an editor published. */
import { parseArgs } from 'node:util'
import pc from 'picocolors'
import { PackError, type Problem, tell } from '../catalogue/pack/problem.ts'
import { checkPack } from '../catalogue/pack/read-pack.ts'
import { commandEnv } from '../infra/local/settings.ts'
import { connectMongo, disconnectMongo } from '../infra/mongo.ts'
import { type Loaded, loadPack } from '../models/catalogue/load-pack.ts'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { force: { type: 'string', multiple: true } },
})
const [command, dir] = positionals

if (dir === undefined || (command !== 'check' && command !== 'load')) {
  console.error('Usage: npm run pack -- check <dir>   or   npm run pack -- load <dir> [--force <service>]')
  process.exitCode = 2
} else if (command === 'check') {
  await check(dir)
} else {
  await load(dir)
}

async function check(folder: string): Promise<void> {
  const { pack, problems } = await checkPack(folder)
  if (!pack) return refuse(problems)
  const { services, agencies, letters, calendars, kpis } = pack
  console.log(
    `${pc.green('✓')} ${folder}: ${services.length} services, ${agencies.length} agencies, ${letters.length} letters, ${calendars.length} calendars, ${kpis.length} KPIs; nothing is wrong`,
  )
}

async function load(folder: string): Promise<void> {
  await connectMongo(commandEnv().MONGODB_URI)
  try {
    report(await loadPack(folder, { force: values.force ?? [] }))
  } catch (error) {
    if (!(error instanceof PackError)) throw error
    refuse(error.problems)
  } finally {
    await disconnectMongo()
  }
}

function report({ regency, unchanged, services, calendars }: Loaded): void {
  const told = [...services, ...calendars].filter(({ change }) => change !== 'unchanged')
  for (const { code, version, change } of told) console.log(`  ${code} version ${version} ${pc.dim(change)}`)
  console.log(`${pc.green('✓')} pack ${regency} ${pc.dim(unchanged ? 'unchanged' : `${services.length} services`)}`)
}

function refuse(problems: readonly Problem[]): void {
  for (const problem of problems) console.error(`${tell(problem)}\n`)
  console.error(pc.red(`${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}; nothing was loaded`))
  process.exitCode = 1
}
