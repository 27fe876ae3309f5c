import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { agenciesOf } from '../api/applications/agencies.ts'
import { loadRegions } from '../catalogue/regions.ts'
import type { ServiceDefinition } from '../catalogue/service-schema.ts'
import type { CaseState } from '../domain/case/state.ts'
import type { CompiledCalendar } from '../domain/working-time/index.ts'
import { openCase } from '../engine/open-case.ts'
import { startCase } from '../engine/start-case.ts'
import { fastForward, workflowTime } from '../infra/time-skipping.ts'
import { Application, type ApplicationRecord } from '../models/case/application.ts'
import { calendarOf, currentVersion, regencyFacts } from '../models/catalogue/catalogue.ts'
import { inTransaction } from '../models/transaction.ts'
import { applicationWorkflowId } from '../workflows/messages.ts'
import { carryOut } from './act.ts'
import { setMaintenance } from './act-outside.ts'
import { type Behaviour, RehearsalError } from './behaviour.ts'
import { nextAct } from './plan.ts'
import { sampleAnswers, sampleVillage } from './sample-answers.ts'
import type { Stage } from './stage.ts'
import { lastRung, nextTurn } from './turning.ts'

/** A case moves in far fewer leaps; more is a service that goes round in circles. */
const mostLeaps = 500
/** How long one leap may take in real time: over days of maintenance an outside system is asked again and again. */
const leapMs = 240_000

export type Play = {
  service: string
  behaviour: Behaviour
  /** Instant of filing, UTC epoch ms, not in the past. */
  at: number
  answers: Record<string, unknown>
  /** Told of each leap: how far the case's clock has come. */
  onLeap?: (at: number) => void
}

/** Files one case and lets people behave until it is closed, or nobody will ever do anything any more. */
export async function play(stage: Stage, asked: Play): Promise<ApplicationRecord> {
  const service = await currentVersion(asked.service)
  if (!service) throw new RehearsalError(`Layanan ${asked.service} tidak ada`)
  setMaintenance(stage, asked.behaviour.systems === 'maintenance')
  const flow = await stage.engine.flow(asked.service, service.version)
  const filed = await file(stage, service, asked)
  const id = applicationWorkflowId(stage.regency, filed.number)
  for (let leap = 0; leap < mostLeaps; leap += 1) {
    const application = await atRest(stage, filed)
    if (application.closedAt) return application
    const calendar = await calendarsOf(application.state)
    const act = nextAct(application.state, { flow, behaviour: asked.behaviour, calendar })
    const turn = nextTurn(application.state)
    const target = act && turn !== null ? Math.min(act.at, turn) : (act?.at ?? turn ?? lastRung(application.state))
    if (target === null) return application
    const now = (await workflowTime(stage.engine.client, id)).getTime()
    if (act && act.at <= now) await carryOut(stage, application, act, service.definition)
    // A rung that is due and not reached is still on its way.
    else if (target < now) await pause(50)
    else await leapTo(target + 1_000)
  }
  throw new RehearsalError(
    `Setelah ${mostLeaps} lompatan perkaranya belum selesai: periksa langkah-langkah layanan ini`,
    `After ${mostLeaps} leaps the case is not done: look at the steps of this service`,
  )

  async function leapTo(at: number): Promise<void> {
    asked.onLeap?.(at)
    await fastForward(stage.engine.client, id, { until: new Date(at) }, leapMs)
  }
}

/** The calendars by which a case's clocks run. */
async function calendarsOf({ clocks }: CaseState): Promise<(code: string) => CompiledCalendar> {
  const codes = [...new Set(Object.values(clocks).map(({ rule }) => rule.calendar))]
  const found = new Map(await Promise.all(codes.map(async (code) => [code, await calendarOf(code)] as const)))
  return (code) => {
    const calendar = found.get(code)
    if (!calendar) throw new RangeError(`no clock runs by the calendar ${code}`)
    return calendar
  }
}

async function file(
  { engine, deps, regency }: Stage,
  { definition, version }: { definition: ServiceDefinition; version: number },
  { at, answers: given }: Play,
): Promise<ApplicationRecord> {
  const [regions, facts] = await Promise.all([loadRegions(), regencyFacts()])
  const village = sampleVillage(regions, facts.region)
  const application = {
    _id: randomUUID(),
    regency,
    number: `GLADI-${randomUUID().slice(0, 8)}`,
    filedWith: { by: 'pemohon', key: randomUUID(), digest: 'gladi' },
    trackingCode: 'GLADI',
    service: definition.code,
    serviceVersion: version,
    channel: 'portal' as const,
    servicePoint: null,
    village,
    agencies: agenciesOf(definition),
    applicant: {
      account: 'pemohon',
      name: 'Pemohon Gladi',
      nik: '3510014506900001',
      email: 'pemohon@contoh.test',
      village,
    },
    filedBy: 'pemohon',
    answers: sampleAnswers(definition, { regions, regency: facts.region, at, given }),
    attachments: definition.requiredDocuments.map(({ code }) => ({ code, file: 'berkas-gladi' })),
    acceptedAt: new Date(at),
  }
  const opened = await inTransaction(async (session) => {
    const [kept] = await Application.insertMany([application], { session })
    if (!kept) throw new Error('not inserted')
    return openCase(deps, engine, kept.toObject(), session)
  })
  const kept = await Application.findOne({ _id: application._id }).orFail().lean<ApplicationRecord>()
  await startCase(engine, kept, { opened })
  return kept
}

/** The case once its workflow waits for nothing but time and people. */
async function atRest({ engine, regency }: Stage, { _id, number }: ApplicationRecord): Promise<ApplicationRecord> {
  const handle = engine.client.workflow.getHandle(applicationWorkflowId(regency, number))
  const deadline = Date.now() + leapMs
  for (;;) {
    const { raw, status } = await handle.describe()
    const busy = (raw.pendingActivities ?? []).length > 0 || raw.pendingWorkflowTask
    if (!busy || status.name !== 'RUNNING') return Application.findOne({ _id }).orFail().lean<ApplicationRecord>()
    if (Date.now() > deadline) {
      const failing = raw.pendingActivities?.find(({ lastFailure }) => lastFailure)
      const where = `${failing?.activityType?.name ?? 'workflow'} ${failing?.lastFailure?.message ?? ''}`
      throw new RehearsalError(`Perkaranya tidak bergerak lagi: ${where}`, `The case moves no more: ${where}`)
    }
    await pause(30)
  }
}
