import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import mongoose from 'mongoose'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { licenceRow } from '../importer/fixture.ts'

/** The commands as an office types them, on a database of their own. */
const database = `test-${randomUUID()}`
const uri = new URL(inject('mongoUri'))
uri.pathname = `/${database}`
const env = {
  ...process.env,
  MONGODB_URI: String(uri),
  TEMPORAL_ADDRESS: inject('temporalAddress'),
  SMTP_URL: 'smtp://127.0.0.1:1',
  AUTH_SECRET: randomUUID(),
  SEAL_PASSPHRASE: randomUUID(),
  REGENCY: 'banyuwangi',
  TASK_QUEUE: database,
}

type Ran = { code: number; said: string }

function run(command: string, ...args: string[]): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(process.execPath, [`bin/${command}.ts`, ...args], { env }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, said: `${stdout}${stderr}` })
    })
  })
}

let dir: string
let file: string
let db: mongoose.mongo.Db
let client: mongoose.mongo.MongoClient

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'lontar-bin-'))
  file = join(dir, 'register.jsonl')
  client = await new mongoose.mongo.MongoClient(inject('mongoUri')).connect()
  db = client.db(database)
  expect((await run('migrate')).code).toBe(0)
  expect((await run('pack', 'load', 'packs/banyuwangi')).code).toBe(0)
})
afterAll(async () => {
  await client.close()
  await rm(dir, { recursive: true })
})

const steps = licenceRow().steps?.map(({ officer: _officer, ...step }) => step) ?? []
const rows = [1, 2].map((each) =>
  licenceRow({ reference: `LAMA/${each}`, steps, document: { number: `503/000${each}/SIPB/35.10/XI/2026` } }),
)
const wrong = licenceRow({ reference: 'LAMA/3', applicant: { name: 'Nama Rahasia', nik: '3510135408910' }, steps })

async function write(all: unknown[]): Promise<void> {
  await writeFile(file, all.map((row) => JSON.stringify(row)).join('\n'))
}

describe('npm run import', () => {
  test('without a file says how it is used', async () => {
    expect(await run('import')).toMatchObject({ code: 2, said: expect.stringContaining('Usage') })
  })

  test('refuses a file with a wrong row as a whole, says where, and quotes nobody', async () => {
    await write([...rows, wrong])
    const { code, said } = await run('import', file)
    expect(code).toBe(1)
    expect(said).toContain('line 3')
    expect(said).toContain('applicant.nik')
    expect(said).not.toMatch(/Rahasia|3510135408910|Sri Rahayu/)
    expect(await db.collection('applications').countDocuments()).toBe(0)
  })

  test('takes over, keeps a report for its owner only, and does nothing the second time', async () => {
    await write(rows)
    const dry = await run('import', file, '--dry-run')
    expect(dry).toMatchObject({ code: 0, said: expect.stringContaining('Nothing was written') })
    expect(await db.collection('applications').countDocuments()).toBe(0)

    const { code, said } = await run('import', file)
    expect(said).toContain('series sip-bidan|2026 goes on after 2, without gaps')
    expect(code).toBe(0)
    const name = (await readdir(dir)).find((each) => each.includes('.report-')) ?? ''
    expect((await stat(join(dir, name))).mode & 0o077).toBe(0)
    const report = JSON.parse(await readFile(join(dir, name), 'utf8'))
    expect(report).toMatchObject({
      counts: { cases: 2, refused: 0 },
      taken: [{ reference: 'LAMA/1' }, { reference: 'LAMA/2' }],
    })
    expect(JSON.stringify(report)).not.toMatch(/Sri Rahayu|3510135408910001/)

    const again = await run('import', file)
    expect(again).toMatchObject({ code: 0, said: expect.stringContaining('2 rows had been taken over before') })
    expect(await db.collection('applications').countDocuments()).toBe(2)
  })
})

describe('npm run rebuild', () => {
  test('mends a damaged read model; with --check it only tells, and ends with 1', async () => {
    const found = await db.collection('applications').findOne({ 'imported.reference': 'LAMA/1' })
    const number = String(found?.number)
    await db.collection('tasks').updateMany({ number }, { $set: { status: 'open' } })
    const checked = await run('rebuild', '--check')
    expect(checked).toMatchObject({ code: 1, said: expect.stringContaining(`${number} differs`) })
    expect(await run('rebuild')).toMatchObject({ code: 0, said: expect.stringContaining(`${number} was mended`) })
    expect((await run('rebuild', '--check')).code).toBe(0)
    expect(await db.collection('tasks').countDocuments({ status: 'open' })).toBe(0)
  })

  test('names the case and the line of a timeline that was changed, and ends with 1', async () => {
    const found = await db.collection('applications').findOne({ 'imported.reference': 'LAMA/2' })
    await db
      .collection<{ application: string }>('timeline')
      .updateOne({ application: String(found?._id), seq: 5 }, { $set: { at: 1 } })
    const { code, said } = await run('rebuild')
    expect(code).toBe(1)
    expect(said).toContain(`${found?.number} line 5 of its timeline was changed`)
  })
})
