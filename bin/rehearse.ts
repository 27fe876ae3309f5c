/**
 * Plays a service with people who behave as asked, on servers of its own: `npm run rehearse -- sip-bidan --officers late
 * --at 2027-03-01`. Against history: what the closed cases of the last months would have come to. See
 * docs/how-to/rehearse-a-service.md.
 */
import pc from 'picocolors'
import { PackError, tell } from '../catalogue/pack/problem.ts'
import { screenProgress, silentProgress } from '../infra/progress.ts'
import { RehearsalError, readArguments } from '../rehearsal/behaviour.ts'
import { rehearse } from '../rehearsal/rehearse.ts'

process.exitCode = await run()

async function run(): Promise<number> {
  try {
    const asked = readArguments(process.argv.slice(2))
    const lines = await rehearse(asked, asked.json ? silentProgress : screenProgress())
    for (const line of lines) console.log(line)
    return 0
  } catch (error) {
    if (error instanceof PackError) {
      for (const problem of error.problems) console.error(`${tell(problem)}\n`)
      return 1
    }
    if (!(error instanceof RehearsalError)) throw error
    console.error(pc.red(error.message))
    return 2
  }
}
