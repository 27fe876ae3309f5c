/** Empties the local data; refuses while something runs on it. */
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { homeMark, localHome } from '../infra/local/home.ts'
import { takeRunLock } from '../infra/local/run-lock.ts'

const root = localHome()
const say = (line: string) => void process.stdout.write(`${line}\n`)

try {
  await reset()
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}

async function reset(): Promise<void> {
  if (!existsSync(root)) return say(`${root} is empty already.`)
  if (!existsSync(join(root, homeMark))) throw new Error(`${root} was not made by Lontar; nothing was removed.`)
  const lock = await takeRunLock(join(root, 'running.json'), say)
  say(`Removing from ${root}:`)
  for (const name of readdirSync(root).filter((entry) => ![homeMark, 'running.json'].includes(entry))) {
    say(`  ${name}`)
    rmSync(join(root, name), { recursive: true, force: true })
  }
  lock.release()
  say('Empty. npm start makes everything anew; the downloaded servers were kept.')
}
