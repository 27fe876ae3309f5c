import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { projectRoot } from '../env.ts'

/** Runs `bin/<name>.ts` to its end on this screen. Throws when it fails; it has said why by then. */
export function runScript(name: string, args: string[], env: Record<string, string>): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(projectRoot, 'bin', `${name}.ts`), ...args], {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    })
    child.on('error', reject)
    child.on('close', (code, signal) => {
      if (code === 0) resolve()
      else reject(new Error(`${[name, ...args].join(' ')} failed (${signal ?? `code ${code}`})`))
    })
  })
}
