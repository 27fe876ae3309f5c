import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { completeLockfile, type Lockfile, missingBuilds } from '../../infra/checks/lockfile.ts'
import { projectRoot } from '../../infra/env.ts'

const partial: Lockfile = {
  packages: {
    '': {},
    'node_modules/bundler': {
      version: '1.2.3',
      dev: true,
      optionalDependencies: {
        '@bundler/linux-x64-musl': '1.2.3',
        '@bundler/darwin-arm64': '1.2.3',
        fsevents: '~2.3.2',
      },
    },
    'node_modules/@bundler/linux-x64-musl': { version: '1.2.3' },
    'node_modules/fsevents': { version: '2.3.3' },
    'node_modules/old/node_modules/bundler': {
      version: '1.0.0',
      optionalDependencies: { '@bundler/linux-x64-musl': '1.0.0' },
    },
  },
}

test('package-lock.json holds every platform’s builds, so that npm ci takes it everywhere', () => {
  const lockfile = JSON.parse(readFileSync(join(projectRoot, 'package-lock.json'), 'utf8'))
  expect(missingBuilds(lockfile), 'mend it with: node infra/checks/complete-lockfile.ts').toEqual([])
})

test('missing builds are found and added with their platform', () => {
  const completed = completeLockfile(partial)
  expect(completed.packages['node_modules/@bundler/darwin-arm64']).toEqual({
    version: '1.2.3',
    cpu: ['arm64'],
    os: ['darwin'],
    dev: true,
    optional: true,
  })
  expect(completed.packages['node_modules/old/node_modules/bundler/node_modules/@bundler/linux-x64-musl']).toEqual({
    version: '1.0.0',
    cpu: ['x64'],
    libc: ['musl'],
    os: ['linux'],
    optional: true,
  })
  expect(missingBuilds(completed)).toEqual([])
})
