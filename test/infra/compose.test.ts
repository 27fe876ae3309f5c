import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { projectRoot, readEnv } from '../../infra/env.ts'

const read = (name: string) => readFileSync(join(projectRoot, name), 'utf8')
const text = read('docker-compose.yml')
const service = z.looseObject({
  image: z.string(),
  build: z.string().optional(),
  command: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.string()).optional(),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).optional(),
  configs: z.array(z.object({ source: z.string() })).optional(),
  volumes: z.array(z.string()).optional(),
  healthcheck: z.object({ test: z.array(z.string()) }).optional(),
})
const compose = z
  .object({
    services: z.record(z.string(), service),
    configs: z.record(z.string(), z.object({ content: z.string() })),
    volumes: z.record(z.string(), z.null()),
  })
  .parse(parse(text, { merge: true }))
const services = Object.entries(compose.services)

test.each(services)('%s names only what exists', (_name, { depends_on = {}, configs = [], volumes = [] }) => {
  for (const [dependency, { condition }] of Object.entries(depends_on)) {
    const other = compose.services[dependency]
    expect(other, dependency).toBeDefined()
    if (condition === 'service_healthy') expect(other?.healthcheck, `${dependency} has no health check`).toBeDefined()
  }
  for (const { source } of configs) expect(compose.configs, source).toHaveProperty(source)
  const named = volumes.filter((volume) => !volume.startsWith('${'))
  for (const volume of named) expect(compose.volumes).toHaveProperty(volume.split(':')[0] ?? '')
})

/**
 * As `docker compose` fills them in: `$$` is a dollar sign; `${NAME:-default}`, `${NAME:+where it is set}` and `${NAME:?message}`
 * are variables, the last with a sample where nothing was given.
 */
function interpolate(value: string, given: Record<string, string>): string {
  return value.replaceAll(/\$\$|\$\{(\w+)(?::([-+?])([^}]*))?\}/g, (whole, name, kind, rest) => {
    if (whole === '$$') return '$'
    if (kind === '+') return given[name] === undefined ? '' : rest
    return given[name] ?? (kind === '-' ? rest : 'x'.repeat(40))
  })
}

const samples: Record<string, string> = {
  SITE_ADDRESS: 'izin.example.go.id',
  SMTP_URL: 'smtps://mail.example.go.id',
  OSS_URL: 'https://oss.example.go.id/v1/kl/rba',
  SIMBG_URL: 'https://simbg.example.go.id',
}
const filledIn = ({ environment = {} }: z.infer<typeof service>, given: Record<string, string>) =>
  Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, interpolate(value, given)]))

test('what Lontar is given passes its own check, without a demo', () => {
  const lontar = services.filter(([name, { build }]) => build !== undefined && name !== 'rehearser')
  expect(lontar.map(([name]) => name)).toEqual(['api', 'worker', 'prepare', 'release'])
  for (const [, one] of lontar) {
    expect(readEnv(filledIn(one, samples))).toMatchObject({
      NODE_ENV: 'production',
      DEMO: false,
      PUBLIC_URL: 'https://izin.example.go.id',
      TEMPORAL_ADDRESS: 'temporal:7233',
    })
  }
})

test('who plays rehearsals is told of the database, and of no other secret', () => {
  const { environment = {} } = service.parse(compose.services.rehearser)
  const names = ['NODE_ENV', 'MONGODB_URI', 'REHEARSAL_SECONDS', 'LONTAR_CACHE', 'LOG_LEVEL']
  expect(Object.keys(environment)).toEqual(names)
})

test('BSrE is a matter of the environment: its variables reach API and worker, its roots as a mounted file', () => {
  const bsre = {
    SIGNING: 'bsre-v2',
    BSRE_URL: 'https://bsre.example.go.id',
    BSRE_USERNAME: 'banyuwangi',
    BSRE_PASSWORD: 'rahasia',
    BSRE_SEAL_SUBSCRIBER: 'segel',
    BSRE_SEAL_CODE: 'aktivasi',
  }
  const roots = '/srv/bsre/roots.pem'
  for (const name of ['api', 'worker']) {
    const one = service.parse(compose.services[name])
    const { BSRE_ROOTS, ...env } = readEnv(filledIn(one, { ...samples, ...bsre, BSRE_ROOTS: roots }))
    expect(env).toMatchObject(bsre)
    const mounts = one.volumes?.map((volume) => interpolate(volume, { BSRE_ROOTS: roots }))
    expect(mounts).toEqual([`${roots}:${BSRE_ROOTS}:ro`])
    expect(() => readEnv(filledIn(one, { ...samples, ...bsre }))).toThrow('BSRE_ROOTS')
  }
})

test('no secret stands in the file', () => {
  const secrets = [...text.matchAll(/^\s*\w*(?:PASSWORD|PWD|SECRET|PASSPHRASE|_KEY):\s*(.+)$/gm)]
  expect(secrets.length).toBeGreaterThan(5)
  for (const [line, value] of secrets) expect(value, line).toMatch(/^\$\{\w+:(\?|-\})/)
})

test('every command is a file of the image', () => {
  const dockerfile = read('Dockerfile')
  const entries = services.flatMap(([, { command = [] }]) => command.join(' ').match(/bin\/[\w-]+\.ts/g) ?? [])
  expect(entries).toContain('bin/worker.ts')
  for (const entry of entries) expect(existsSync(join(projectRoot, entry)), entry).toBe(true)
  const copied = [...dockerfile.matchAll(/^COPY (\w+) \1$/gm)].map(([, folder]) => folder)
  const { include } = z.object({ include: z.array(z.string()) }).parse(JSON.parse(read('tsconfig.json')))
  const elsewhere = ['admin', 'portal', 'screens', 'test', 'bench', '*.ts']
  expect(copied).toEqual(expect.arrayContaining(include.filter((folder) => !elsewhere.includes(folder))))
  expect(dockerfile).toMatch(/^USER node$/m)
})
