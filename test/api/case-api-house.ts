import { randomInt, randomUUID } from 'node:crypto'
import { NativeConnection } from '@temporalio/worker'
import { expect, inject, vi } from 'vitest'
import { demoPassword } from '../../api/demo/seed-people.ts'
import type { ApplicationDetail, ApplicationReceipt } from '../../contracts/applications.ts'
import type { TaskDetail } from '../../contracts/tasks.ts'
import { dateParts } from '../../domain/indonesian-time.ts'
import { seriesKey } from '../../domain/numbering.ts'
import { moneyDeps } from '../../engine/bills.ts'
import { casesOver } from '../../engine/calendars.ts'
import { caseDeps } from '../../engine/case-deps.ts'
import { enrolSigners } from '../../engine/enrol-signers.ts'
import { licencesOver } from '../../engine/register/licences.ts'
import { openSigningOffice } from '../../engine/signing-office.ts'
import type { Engine } from '../../engine/start-case.ts'
import { createCaseWorker } from '../../engine/worker.ts'
import type { Env } from '../../infra/env.ts'
import { createLogger } from '../../infra/logger.ts'
import { Application, type ApplicationRecord } from '../../models/case/application.ts'
import { nextApplicationSequences } from '../../models/case/application-counter.ts'
import { regencyFacts } from '../../models/catalogue/catalogue.ts'
import { inRegency } from '../../models/tenancy.ts'
import { sampleAnswers } from '../catalogue/sample-answers.ts'
import { type Answer, openApiHouse, regency, testEnv } from './api-house.ts'
import { png } from './sample-files.ts'

export const passphrase = demoPassword
export type CaseApiHouse = Awaited<ReturnType<typeof openCaseApiHouse>>
export type Service = keyof typeof sampleAnswers

type Sample = {
  by: string
  channel: string
  documents: string[]
  applicant: object
  proxy?: object
  servicePoint?: string
}

export const village = '35.10.13.2013'
export const citizen = { name: 'Sri Rahayu Ningtyas', nik: '3510135408910001', phone: '081200000001', village }
export const farmer = { name: 'Slamet Riyadi', nik: '3510130203680002', village }
export const consent = { consent: true, manner: 'thumbprint', witness: 'Siti Aminah' }

const samples: Record<Service, Sample> = {
  'sip-bidan': {
    by: 'warga',
    channel: 'portal',
    documents: ['ktp', 'str', 'surat-tempat-praktik', 'foto'],
    applicant: citizen,
  },
  'ak-1': { by: 'warga', channel: 'portal', documents: ['ktp', 'ijazah', 'foto'], applicant: citizen },
  'akta-kelahiran': {
    by: 'warga',
    channel: 'portal',
    documents: ['f-2-01', 'surat-lahir', 'buku-nikah', 'kk'],
    applicant: citizen,
  },
  pbg: {
    by: 'warga',
    channel: 'portal',
    documents: ['ktp', 'sertifikat-tanah', 'gambar', 'kkpr'],
    applicant: citizen,
  },
  'nib-perorangan': { by: 'warga', channel: 'portal', documents: ['ktp'], applicant: citizen },
  sktm: { by: 'desa', channel: 'village', documents: ['ktp', 'kk'], applicant: farmer, proxy: consent },
}

/** The API with a worker and a signing office of its own: cases run, officers sign. `worker: false` leaves them waiting. */
export async function openCaseApiHouse(options: { worker?: boolean; env?: Partial<Env>; pack?: string } = {}) {
  const changes = { TASK_QUEUE: `test-${randomUUID()}`, ...options.env }
  const env: Env = { ...testEnv(), ...changes }
  const log = createLogger('test', env.LOG_LEVEL)
  const signing = await openSigningOffice(env, log)
  const house = await openApiHouse({ env: changes, signing, ...(options.pack ? { pack: options.pack } : {}) })
  await inRegency(regency, async () => {
    await enrolSigners(env, regency, passphrase)
    await numberFromAfar()
  })
  const { engine } = house.api.deps.cases
  let worker = options.worker === false ? null : await runWorker(env, log, engine)
  const tokens = new Map<string, Promise<string>>()

  /** Token of a demo person, signed in once. */
  const as = (name: string): Promise<string> => {
    const token = tokens.get(name) ?? house.signIn(name)
    tokens.set(name, token)
    return token
  }
  const get = async (name: string, path: string, language?: string) =>
    house.get(path, { token: await as(name), ...(language ? { language } : {}) })
  const post = async (name: string, path: string, body: unknown, more: { key?: string; language?: string } = {}) =>
    house.post(path, { token: await as(name), body, ...more })

  async function upload(name: string, bytes: Uint8Array = png, type = 'image/png', fileName = 'berkas.png') {
    const form = new FormData()
    form.set('file', new Blob([new Uint8Array(bytes)], { type }), fileName)
    const answer = await post(name, '/api/files', form)
    expect(answer.status, answer.text).toBe(201)
    return (answer.json as { id: string }).id
  }

  /** What a service's usual person would post, with one upload for every document. */
  async function ready(service: Service, changes: Record<string, unknown> = {}) {
    const { by, documents, ...rest } = samples[service]
    const file = await upload(typeof changes.by === 'string' ? changes.by : by)
    const { by: _by, ...others } = changes
    return {
      service,
      ...rest,
      answers: sampleAnswers[service],
      documents: documents.map((code) => ({ code, file })),
      ...others,
    }
  }

  /** Files for a service and waits until somebody has to act. */
  async function file(service: Service, changes: Record<string, unknown> = {}) {
    const by = typeof changes.by === 'string' ? changes.by : samples[service].by
    const answer = await post(by, '/api/applications', await ready(service, changes))
    expect(answer.status, answer.text).toBe(201)
    const receipt = answer.json as ApplicationReceipt
    if (worker) await until(receipt.id, { waiting: { kind: 'office' } })
    return receipt
  }

  const read = (id: string) =>
    inRegency(regency, () => Application.findOne({ _id: id }).orFail().lean<ApplicationRecord>())

  async function until(id: string, expected: object, withinMs = 30_000): Promise<ApplicationRecord> {
    return vi.waitFor(
      async () => {
        const now = await read(id)
        expect(now).toMatchObject(expected)
        return now
      },
      { timeout: withinMs, interval: 30 },
    )
  }

  const decide = (name: string, task: string, body: object, more: { key?: string; language?: string } = {}) =>
    post(name, `/api/tasks/${encodeURIComponent(task)}/decide`, body, more)

  return {
    ...house,
    env,
    as,
    getAs: get,
    postAs: post,
    upload,
    ready,
    file,
    read,
    until,
    decide,
    inside: <Result>(work: () => Promise<Result>) => inRegency(regency, work),
    /** Walks decisions one after the other, each of which must be taken. */
    async walk({ number }: Pick<ApplicationReceipt, 'number'>, steps: [name: string, step: string, body?: object][]) {
      let last: Answer | undefined
      for (const [name, step, body = { decision: 'approve' }] of steps) {
        last = await decide(name, `${number}:${step}`, body)
        expect(last.status, last.text).toBe(200)
      }
      return last
    },
    detail: async (name: string, id: string) => (await get(name, `/api/applications/${id}`)).json as ApplicationDetail,
    task: async (name: string, task: string) =>
      (await get(name, `/api/tasks/${encodeURIComponent(task)}`)).json as TaskDetail,
    /** The worker ends and another takes over: every case is cold in its hands. */
    async restartWorker() {
      await worker?.stop()
      worker = await runWorker(env, log, engine)
    },
    async close() {
      await worker?.stop()
      await signing.stop()
      await house.close()
    },
  }
}

/** Houses share one Temporal, where a case's number names its workflow: each counts from a place of its own. */
async function numberFromAfar(): Promise<void> {
  const { applicationNumbering, utcOffsetMinutes } = await regencyFacts()
  const today = dateParts(Date.now(), utcOffsetMinutes)
  await nextApplicationSequences(seriesKey(applicationNumbering, today), randomInt(1_000_000, 1_000_000_000))
}

async function runWorker(env: Env, log: ReturnType<typeof createLogger>, engine: Engine) {
  const connection = await NativeConnection.connect({ address: env.TEMPORAL_ADDRESS })
  const deps = await caseDeps(env, log)
  const worker = await createCaseWorker(
    {
      ...deps,
      licences: licencesOver(engine, deps),
      cases: casesOver(engine),
      money: moneyDeps(env, engine),
    },
    {
      connection,
      namespace: env.TEMPORAL_NAMESPACE,
      taskQueue: env.TASK_QUEUE,
      bundle: inject('workflowBundle'),
    },
  )
  const running = worker.run()
  return {
    async stop() {
      worker.shutdown()
      await running
      await connection.close()
    },
  }
}

export const signed = { decision: 'sign', signing: { passphrase } }
