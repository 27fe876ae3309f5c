import { spawn } from 'node:child_process'
import { projectRoot } from '../env.ts'

export interface ToolOutcome {
  ok: boolean
  /** What it wrote, both streams as they came. */
  output: string
  seconds: number
}

/** Runs one of the project's tools (`node_modules/.bin`) to its end and keeps what it says. */
export function runTool(name: string, args: string[], env: Record<string, string> = {}): Promise<ToolOutcome> {
  const started = Date.now()
  return new Promise((resolve, reject) => {
    const child = spawn(name, args, {
      cwd: projectRoot,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}) },
    })
    let output = ''
    const keep = (chunk: Buffer) => {
      output += chunk
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', reject)
    child.on('close', (code) => resolve({ ok: code === 0, output, seconds: (Date.now() - started) / 1000 }))
  })
}

/** The checks that need no server. */
export const tools = [
  { label: 'types', program: 'tsc', args: ['-p', '.', '--noEmit'] },
  { label: 'lint and import rule', program: 'biome', args: ['check', '.'] },
]
