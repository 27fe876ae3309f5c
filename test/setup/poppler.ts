import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

export type PopplerTool = 'pdfsig' | 'pdftotext' | 'pdftoppm' | 'pdffonts' | 'pdfinfo'

let ready: Promise<void> | undefined

/** Runs one of poppler's tools, a reader of PDFs from other hands, and gives what it printed. Installs poppler where it may. */
export async function poppler(tool: PopplerTool, ...args: string[]): Promise<string> {
  ready ??= ensurePoppler()
  await ready
  const { stdout } = await run(tool, args, { maxBuffer: 64 * 1024 * 1024, env: { ...process.env, TZ: 'UTC' } })
  return stdout
}

/** Throws with the one command to run where poppler is missing and cannot be installed. */
export async function ensurePoppler(): Promise<void> {
  if (await isThere()) return
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    await install().catch(() => undefined)
    if (await isThere()) return
  }
  const command = process.platform === 'darwin' ? 'brew install poppler' : 'sudo apt-get install -y poppler-utils'
  throw new Error(`The tests of signed PDFs need poppler's pdfsig. Run: ${command}`)
}

async function isThere(): Promise<boolean> {
  const asked = await Promise.allSettled(['pdfsig', 'pdftotext', 'pdftoppm'].map((tool) => run(tool, ['-v'])))
  return asked.every((answer) => answer.status === 'fulfilled')
}

async function install(): Promise<void> {
  const apt = (...args: string[]) =>
    run('apt-get', ['-o', 'DPkg::Lock::Timeout=120', ...args], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  const get = () => apt('install', '-y', '--no-install-recommends', 'poppler-utils')
  await get().catch(async () => {
    await apt('update')
    await get()
  })
}
