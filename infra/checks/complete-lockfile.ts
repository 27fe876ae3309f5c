/** Mends `package-lock.json` after npm was run against a registry that does not offer every platform's builds. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../env.ts'
import { completeLockfile, type Lockfile, lockfileSchema, missingBuilds } from './lockfile.ts'

const path = join(projectRoot, 'package-lock.json')
const lockfile: Lockfile = JSON.parse(readFileSync(path, 'utf8'))
// Only looked at: zod's copy would have its keys in another order than npm writes them.
lockfileSchema.parse(lockfile)
const missing = missingBuilds(lockfile)
for (const { path: name, version } of missing) process.stdout.write(`${name} ${version}\n`)
if (missing.length > 0) writeFileSync(path, `${JSON.stringify(completeLockfile(lockfile), null, 2)}\n`)
process.stdout.write(`${missing.length} added\n`)
