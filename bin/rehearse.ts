/**
 * Plays a service with people who behave as asked, on servers of its own: `npm run rehearse -- sip-bidan --officers late
 * --at 2027-03-01`. Against history: what the closed cases of the last months would have come to. See
 * docs/how-to/rehearse-a-service.md.
 */
import pc from 'picocolors'
import { inIndonesian } from '../catalogue/pack/in-indonesian.ts'
import { PackError, tell } from '../catalogue/pack/problem.ts'
import { screenProgress, silentProgress } from '../infra/progress.ts'
import { dropThrowAwayServers } from '../infra/servers/throw-away.ts'
import { RehearsalError, readArguments } from '../rehearsal/behaviour.ts'
import { writeLine } from '../rehearsal/lines.ts'
import { rehearse } from '../rehearsal/rehearse.ts'

// Also where whoever started it is gone: servers without anybody are left by nobody.
for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) process.once(event, leaveAtOnce)
process.channel?.unref()
const followed = process.argv.includes('--json-lines')
process.exitCode = await run()

async function run(): Promise<number> {
  try {
    const asked = readArguments(process.argv.slice(2))
    const lines = await rehearse(asked, asked.json || asked.lines ? silentProgress : screenProgress())
    for (const line of lines) console.log(line)
    return 0
  } catch (error) {
    if (error instanceof PackError) {
      if (followed) writeLine({ kind: 'refused', message: problemsOf(error) })
      for (const problem of error.problems) console.error(`${tell(problem)}\n`)
      return 1
    }
    if (!(error instanceof RehearsalError)) throw error
    if (followed) writeLine({ kind: 'refused', message: error.text })
    console.error(pc.red(error.message))
    return 2
  }
}

function problemsOf({ problems }: PackError): { id: string; en: string } {
  return {
    id: problems.map((problem) => tell({ ...problem, ...inIndonesian(problem) })).join('\n'),
    en: problems.map(tell).join('\n'),
  }
}

function leaveAtOnce(): never {
  dropThrowAwayServers()
  process.exit(130)
}
