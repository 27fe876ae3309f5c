import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { projectRoot } from '../../infra/env.ts'

/** A project of its own, so that nothing is installed into this one. */
let project: string

beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 'lontar-bootstrap-'))
  await cp(join(projectRoot, 'bin', 'bootstrap.mjs'), join(project, 'bin', 'bootstrap.mjs'))
  await writeFile(
    join(project, 'bin', 'greet.ts'),
    'const who: string = process.argv[2] ?? "nobody"\nconsole.log(who)\n',
  )
})
afterAll(() => rm(project, { recursive: true, force: true }))

type Said = { code: number; output: string }

function bootstrap(folder: string, args: string[], env: Record<string, string> = {}): Promise<Said> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(folder, 'bin', 'bootstrap.mjs'), ...args],
      { env: { ...process.env, ...env } },
      (error, stdout, stderr) => resolve({ code: Number(error?.code ?? 0), output: stdout + stderr }),
    )
  })
}

test('an unknown command names the known ones', async () => {
  const { code, output } = await bootstrap(project, ['gret'])
  expect(code).toBe(1)
  expect(output).toContain('There is no command "gret". Known: greet')
})

test('without npm it says what to install', async () => {
  await writeFile(join(project, 'package.json'), '{"name":"x","dependencies":{"node":"24.0.0"}}')
  await writeFile(
    join(project, 'package-lock.json'),
    '{"lockfileVersion":3,"packages":{"":{"dependencies":{"node":"24.0.0"}},"node_modules/node":{"version":"24.0.0"}}}',
  )
  const { code, output } = await bootstrap(project, ['greet'], { PATH: '/nowhere' })
  expect(code).toBe(1)
  expect(output).toMatch(/npm is missing\.\nTo mend it: install Node/)
})

test('a registry out of reach is said with the way out', async () => {
  const { code, output } = await bootstrap(project, ['greet'], {
    npm_config_registry: 'http://127.0.0.1:9',
    npm_config_fetch_retries: '0',
    npm_config_cache: join(project, 'cache'),
  })
  expect(code).toBe(1)
  expect(output).toMatch(/The npm registry is not reached\..*To mend it: connect and run npm/s)
})

test('a linked node_modules is never emptied', async () => {
  const elsewhere = await mkdtemp(join(tmpdir(), 'lontar-linked-'))
  await writeFile(join(elsewhere, 'kept'), '')
  await symlink(elsewhere, join(project, 'node_modules'))
  const { code, output } = await bootstrap(project, ['greet'])
  expect(code).toBe(1)
  expect(output).toContain('which npm ci would empty')
  expect(existsSync(join(elsewhere, 'kept'))).toBe(true)
  await rm(join(project, 'node_modules'))
  await rm(elsewhere, { recursive: true })
})

test('with everything installed it hands over, arguments and exit code included', async () => {
  const node = join(project, 'node_modules', 'node')
  await cp(process.execPath, join(node, 'bin', 'node'))
  await writeFile(
    join(project, 'node_modules', '.package-lock.json'),
    '{"packages":{"node_modules/node":{"version":"24.0.0"}}}',
  )
  expect(await bootstrap(project, ['greet', 'lontar'])).toEqual({ code: 0, output: 'lontar\n' })
  await writeFile(join(project, 'bin', 'fall.ts'), 'process.exit(7)')
  expect((await bootstrap(project, ['fall'])).code).toBe(7)
})
