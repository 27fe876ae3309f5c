import { randomUUID } from 'node:crypto'
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker'
import type { CaseDeps } from '../activities/deps.ts'
import { createSigningActivities } from '../activities/documents/sign.ts'
import { moneyDeps } from '../engine/bills.ts'
import { caseDeps, caseEngine } from '../engine/case-deps.ts'
import { licencesOver } from '../engine/register/licences.ts'
import { SigningDesk } from '../engine/signing-desk.ts'
import { localCaOf } from '../engine/signing-provider.ts'
import type { Engine } from '../engine/start-case.ts'
import { createCaseWorker, createSigningWorker } from '../engine/worker.ts'
import { readEnv } from '../infra/env.ts'
import { createLogger } from '../infra/logger.ts'
import { connectMongo, disconnectMongo } from '../infra/mongo.ts'
import { connectTemporal } from '../infra/temporal.ts'
import { migrate } from '../migrations/index.ts'
import { loadPack } from '../models/catalogue/load-pack.ts'
import { inRegency } from '../models/tenancy.ts'
import { type Others, openOthers } from './others.ts'

export type StageOptions = {
  mongoUri: string
  temporalAddress: string
  /** Folder of the pack that is played; it is not changed. */
  pack: string
  /** Takes the place of one service of the pack, or comes besides. */
  definition?: { code: string; text: string }
  /** Workflow code bundled beforehand. */
  bundle?: string
}

/** What a rehearsal is played on: the real workflow, record, calendar and letters, over a database that ends with it. */
export type Stage = {
  regency: string
  engine: Engine
  deps: CaseDeps
  desk: SigningDesk
  /** The gateway and the outside systems, played too. */
  others: Others
  passphrase: string
  enrol(account: string, name: string): Promise<void>
  inside<Result>(work: () => Promise<Result>): Promise<Result>
  close(): Promise<void>
}

/** Throws PackError where the pack or the definition is wrong. */
export async function openStage(options: StageOptions): Promise<Stage> {
  Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] })
  const regency = basename(options.pack)
  const passphrase = randomUUID()
  const others = await openOthers()
  const env = readEnv({
    ...others.variables,
    MONGODB_URI: options.mongoUri,
    TEMPORAL_ADDRESS: options.temporalAddress,
    TASK_QUEUE: `rehearsal-${randomUUID()}`,
    SMTP_URL: 'smtp://127.0.0.1:1',
    AUTH_SECRET: randomUUID(),
    SEAL_PASSPHRASE: randomUUID(),
    LOG_LEVEL: 'silent',
  })
  const mongo = await connectMongo(env.MONGODB_URI, { dbName: `rehearsal-${randomUUID()}` })
  const temporal = connectTemporal(env)
  try {
    await migrate()
    await loadWith(options)
    const connection = await NativeConnection.connect({ address: env.TEMPORAL_ADDRESS })
    const log = createLogger('rehearsal', env.LOG_LEVEL)
    const engine = caseEngine(env, temporal.client)
    const deps: CaseDeps = {
      ...(await caseDeps(env, log)),
      money: moneyDeps(env, engine),
      file: await samplePicture(options.pack),
      officer: deskHolder,
    }
    const desk = new SigningDesk()
    const common = { connection, namespace: env.TEMPORAL_NAMESPACE }
    const workers = [
      await createCaseWorker(
        { ...deps, licences: licencesOver(engine, deps) },
        { ...common, taskQueue: env.TASK_QUEUE, ...(options.bundle ? { bundle: options.bundle } : {}) },
      ),
      await createSigningWorker(deps, createSigningActivities(deps, desk), { ...common, taskQueue: desk.queue }),
    ]
    const running = Promise.all(workers.map((worker) => worker.run()))
    const authority = await inRegency(regency, async () => localCaOf(env, regency))
    return {
      ...{ regency, engine, deps, desk, others, passphrase },
      inside: (work) => inRegency(regency, work),
      enrol: (account, name) => authority.enrol({ id: `${regency}/${account}`, name, agency: regency }, passphrase),
      async close() {
        for (const worker of workers) worker.shutdown()
        await running
        await mongo.dropDatabase()
        await Promise.allSettled([temporal.close(), connection.close(), disconnectMongo(), others.close()])
      },
    }
  } catch (error) {
    await Promise.allSettled([temporal.close(), disconnectMongo(), others.close()])
    throw error
  }
}

async function loadWith({ pack, definition }: StageOptions): Promise<void> {
  if (!definition) return void (await loadPack(pack))
  const folder = await mkdtemp(join(tmpdir(), 'lontar-gladi-'))
  try {
    const copy = join(folder, basename(pack))
    await cp(pack, copy, { recursive: true })
    await writeFile(join(copy, 'services', `${definition.code}.json`), definition.text)
    await loadPack(copy)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Whoever sits at a desk in a rehearsal is called by it. */
const deskHolder: CaseDeps['officer'] = async (id) => ({
  id,
  name: `Pejabat ${id}`,
  position: `Pejabat ${id}`,
  nip: null,
  nik: null,
  rank: null,
})

/** One picture for every upload: letters show a photo where a service asks for one. */
async function samplePicture(pack: string): Promise<CaseDeps['file']> {
  const folder = join(pack, 'demo', 'berkas')
  const names = await readdir(folder).catch(() => [])
  const photo = names.find((name) => name.endsWith('.jpg'))
  const bytes = photo && (await readFile(join(folder, photo)))
  return async () => (bytes ? { type: 'image/jpeg', bytes } : null)
}
