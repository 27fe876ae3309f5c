import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gzipSync } from 'node:zlib'
import { build, type Manifest } from 'vite'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { validatorModule } from '../../catalogue/compile/validator-module.ts'
import { ServiceDefinition } from '../../catalogue/service-schema.ts'

/** What a page may weigh on a cheap phone, gzip, in kilobytes of 1,000 bytes: all of its scripts, styles and fonts. */
const light = 150
const withForm = 280

let folder: string
let manifest: Manifest

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lontar-portal-'))
  vi.stubEnv('NODE_ENV', 'production')
  await build({ configFile: 'portal/vite.config.ts', logLevel: 'error', build: { outDir: folder, emptyOutDir: true } })
  manifest = JSON.parse(await readFile(join(folder, '.vite/manifest.json'), 'utf8'))
}, 120_000)

afterAll(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true, force: true })
})

/** What every page has: scripts with the font, and the one style sheet. */
const shell = ['index.html', 'style.css']

/** Every file that showing `entries` makes the browser fetch, the shell included. */
function filesOf(entries: string[]): Set<string> {
  const files = new Set<string>()
  const seen = new Set<string>()
  const visit = (key: string) => {
    if (seen.has(key)) return
    seen.add(key)
    const chunk = manifest[key]
    if (!chunk) throw new Error(`The build knows no ${key}`)
    for (const file of [chunk.file, ...(chunk.css ?? []), ...(chunk.assets ?? [])]) files.add(file)
    for (const imported of chunk.imports ?? []) visit(imported)
  }
  for (const entry of [...shell, ...entries]) visit(entry)
  return files
}

async function weightOf(entries: string[]): Promise<number> {
  let bytes = 0
  for (const file of filesOf(entries)) {
    const content = await readFile(join(folder, file))
    bytes += file.endsWith('.woff2') ? content.length : gzipSync(content, { level: 9 }).length
  }
  return bytes / 1000
}

const page = (name: string) => `src/pages/${name}/${name}-page.tsx`
const english = 'src/i18n/en/index.ts'

test.each([
  ['find', []],
  ['a service', [page('service')]],
  ['track', [page('track')]],
  ['verify', [page('verify')]],
  ['sign in', [page('sign-in')]],
  ['my applications', [page('cases')]],
  ['one case', [page('case')]],
  ['my licences', [page('licences')]],
  ['the public register', [page('register')]],
  ['how services keep their word', [page('compliance')]],
])('%s stays light, in both languages', async (_, entries) => {
  const weight = await weightOf([...entries, english])
  expect(weight).toBeLessThanOrEqual(light)
})

test.each(['service', 'apply', 'track', 'verify', 'case', 'correct'])(
  '%s waits for five files: runtime, shell, style, what pages share, and its own',
  (name) => {
    const awaited = [...filesOf([page(name)])].filter((file) => /\.(js|css)$/.test(file))
    expect(awaited.length).toBeLessThanOrEqual(5)
  },
)

test('every script and style sheet lies there packed, and unpacks to itself', async () => {
  const assets = await readdir(join(folder, 'assets'))
  const texts = assets.filter((name) => /\.(js|css|svg)$/.test(name))
  expect(texts.length).toBeGreaterThan(10)
  for (const name of texts) {
    const packed = await readFile(join(folder, 'assets', `${name}.br`))
    expect(brotliDecompressSync(packed).equals(await readFile(join(folder, 'assets', name))), name).toBe(true)
  }
})

test('apply stays within its budget with form, validator and receipt', async () => {
  const definition = ServiceDefinition.parse(
    JSON.parse(await readFile('packs/banyuwangi/services/sip-bidan.json', 'utf8')),
  )
  const validator = gzipSync(validatorModule(definition, 'id'), { level: 9 }).length / 1000
  const qr = Object.keys(manifest).find((key) => key.includes('qrcode'))
  expect(qr).toBeDefined()
  const entries = [page('apply'), 'src/form/answers-form.tsx', qr ?? '', english]
  expect((await weightOf(entries)) + validator).toBeLessThanOrEqual(withForm)
})

test('correct stays within the budget of apply', async () => {
  expect(await weightOf([page('correct'), 'src/form/answers-form.tsx', english])).toBeLessThanOrEqual(withForm)
})

test('the first load carries neither the form, nor the other language, nor a schema library', async () => {
  const first = filesOf([])
  for (const later of ['src/form/answers-form.tsx', english, page('apply')])
    expect(first).not.toContain(manifest[later]?.file)
  for (const file of filesOf([page('apply'), 'src/form/answers-form.tsx']))
    if (file.endsWith('.js')) expect(await readFile(join(folder, file), 'utf8')).not.toMatch(/ZodError|new Function\(/)
})

test('the service worker is built and keeps only public answers of the API', async () => {
  expect(existsSync(join(folder, 'manifest.webmanifest'))).toBe(true)
  const worker = await readFile(join(folder, 'sw.js'), 'utf8')
  expect(worker).toContain('(regency|services|regions)')
  for (const personal of ['applications', '/me', 'files', 'messages', 'documents', 'track'])
    expect(worker).not.toContain(`/api/${personal}`)
})
