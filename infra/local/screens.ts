import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pc from 'picocolors'
import { projectRoot } from '../env.ts'
import type { Progress } from '../progress.ts'

export const screens = ['admin', 'portal'] as const

const shared = ['contracts', 'domain', 'catalogue', 'screens', 'package-lock.json']

/** Builds the back office and the portal where their sources have changed since. Throws with Vite's own words. */
export async function buildScreens(progress: Progress): Promise<void> {
  const common = await Promise.all(shared.map((path) => digest(path)))
  for (const screen of screens) {
    const built = join(projectRoot, screen, 'dist', '.built-from')
    const sources = createHash('sha256')
      .update([...common, await digest(screen)].join())
      .digest('hex')
    const before = existsSync(built) ? await readFile(built, 'utf8') : ''
    if (before === sources) {
      progress.line(`${pc.green('✓')} ${screen} ${pc.dim('built before')}`)
      continue
    }
    progress.update(`Building ${screen}`)
    const started = Date.now()
    await viteBuild(screen)
    await writeFile(built, sources)
    progress.line(`${pc.green('✓')} ${screen} ${pc.dim(`built in ${((Date.now() - started) / 1000).toFixed(1)} s`)}`)
  }
}

export const viteProgram = join(projectRoot, 'node_modules', 'vite', 'bin', 'vite.js')

function viteBuild(screen: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [viteProgram, 'build', screen, '--logLevel', 'warn'], {
      cwd: projectRoot,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_ENV: 'production' },
    })
    let output = ''
    const keep = (chunk: Buffer) => {
      output += chunk
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`The build of ${screen}/ failed (${code}):\n${output.trim()}`))
    })
  })
}

/** One hash over the names and contents of a file or a folder, what is built aside. */
async function digest(path: string): Promise<string> {
  const hash = createHash('sha256')
  for (const file of await files(path)) hash.update(file).update(await readFile(join(projectRoot, file)))
  return hash.digest('hex')
}

async function files(path: string): Promise<string[]> {
  const entries = await readdir(join(projectRoot, path), { withFileTypes: true }).catch(() => undefined)
  if (!entries) return [path]
  const kept = entries.filter(({ name }) => name !== 'dist' && name !== 'dev-dist' && name !== 'node_modules')
  const nested = await Promise.all(
    kept.map((entry) => (entry.isDirectory() ? files(join(path, entry.name)) : [join(path, entry.name)])),
  )
  return nested.flat().sort()
}
