import { z } from 'zod'

const entry = z.looseObject({
  version: z.string().optional(),
  dev: z.boolean().optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
})
export const lockfileSchema = z.looseObject({ packages: z.record(z.string(), entry) })

export type Lockfile = z.infer<typeof lockfileSchema>

export interface MissingPackage {
  path: string
  version: string
  dev: boolean
}

/**
 * Builds for other platforms that `package-lock.json` does not hold. npm leaves them out when the registry it was run
 * against does not offer them; `npm ci` then refuses the whole file, everywhere.
 */
export function missingBuilds({ packages }: Lockfile): MissingPackage[] {
  const missing = new Map<string, MissingPackage>()
  for (const [parent, { optionalDependencies = {}, dev = false }] of Object.entries(packages)) {
    for (const [name, range] of Object.entries(optionalDependencies)) {
      const path = placeOf(packages, parent, name, range)
      if (path) missing.set(path, { path, version: lowest(range), dev: (missing.get(path)?.dev ?? true) && dev })
    }
  }
  return [...missing.values()]
}

/** Adds what is missing; the registry's hash is not known, so npm will take what it offers for that version. */
export function completeLockfile(lockfile: Lockfile): Lockfile {
  const added = missingBuilds(lockfile).map(({ path, version, dev }) => [
    path,
    { version, ...platformOf(path), ...(dev ? { dev } : {}), optional: true },
  ])
  const packages = { ...lockfile.packages, ...Object.fromEntries(added) }
  const sorted = Object.entries<Lockfile['packages'][string]>(packages).sort(([a], [b]) => a.localeCompare(b, 'en'))
  return { ...lockfile, packages: Object.fromEntries(sorted) }
}

/** Where the package has to be added; undefined when a fitting one is found from the parent upwards. */
function placeOf(packages: Lockfile['packages'], parent: string, name: string, range: string): string | undefined {
  const levels = parent.split('/node_modules/')
  for (let depth = levels.length; depth >= 0; depth -= 1) {
    const level = levels.slice(0, depth).join('/node_modules/')
    const found = packages[level ? `${level}/node_modules/${name}` : `node_modules/${name}`]
    if (!found) continue
    const exact = /^\d/.test(range)
    return exact && found.version !== range ? `${parent}/node_modules/${name}` : undefined
  }
  const beside = parent.slice(0, parent.lastIndexOf('node_modules/'))
  return `${beside}node_modules/${name}`
}

function lowest(range: string): string {
  return range.replace(/^[^\d]*/, '')
}

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32']
const processors = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64']
const libraries: Record<string, string> = { gnu: 'glibc', gnueabihf: 'glibc', musl: 'musl', musleabihf: 'musl' }

/** Such packages carry their platform in their name: `@rollup/rollup-linux-arm-musleabihf`. */
function platformOf(path: string): Record<string, string[]> {
  const words = path.slice(path.lastIndexOf('node_modules/')).split(/[-/]/)
  const libc = words.flatMap((word) => libraries[word] ?? [])
  const os = words.filter((word) => systems.includes(word))
  const cpu = words.filter((word) => processors.includes(word))
  return { ...(cpu.length ? { cpu } : {}), ...(libc.length ? { libc } : {}), ...(os.length ? { os } : {}) }
}
