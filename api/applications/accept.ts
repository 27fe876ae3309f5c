import { randomUUID } from 'node:crypto'
import type { CreateApplication } from '../../contracts/applications.ts'
import type { TimelineEvent } from '../../domain/case/events.ts'
import { foldCase } from '../../domain/case/reduce.ts'
import { startCase } from '../../engine/start-case.ts'
import { type About, Application, type ApplicationRecord } from '../../models/case/application.ts'
import { currentVersion, regencyFacts, servicePoints } from '../../models/catalogue/catalogue.ts'
import { profileOf } from '../../models/person-profile.ts'
import { currentRegency } from '../../models/tenancy.ts'
import { inTransaction, isDuplicate } from '../../models/transaction.ts'
import { claimFor } from '../case/case-files.ts'
import type { CaseServices } from '../case/services.ts'
import { newTrackingCode } from '../case/tracking-code.ts'
import { conflict, invalidField } from '../errors/problems.ts'
import { digestOf, keyReused } from '../middleware/idempotency.ts'
import { checkRenewal } from '../register/renewal.ts'
import type { SignedIn } from '../request.ts'
import { agenciesOf } from './agencies.ts'
import { contentChecks } from './checks.ts'
import { checkContent } from './content.ts'
import { filingOf } from './filing.ts'
import { nextApplicationNumber } from './number.ts'

export type Receipt = Pick<ApplicationRecord, '_id' | 'number' | 'trackingCode' | 'status'>
export type Filed = {
  person: SignedIn
  key: string
  body: CreateApplication
  /** The case whose decision is objected to. */
  about?: About
}

/**
 * Accepts an application (design rule 6): storing it with its files is the acceptance, the workflow follows. The same key
 * by the same person answers with the same application. Throws 422 naming every field, or 403.
 */
export async function acceptApplication(services: CaseServices, filed: Filed): Promise<Receipt> {
  const kept = await filedBefore(filed)
  if (kept) return kept
  const { application, files } = await compose(filed)
  try {
    const opened = await insert(services, application, files, filed)
    await startSoon(services, application, opened)
    return { ...application, status: foldCase(opened).status }
  } catch (error) {
    const other = isDuplicate(error) ? await filedBefore(filed) : null
    if (other) return other
    throw isDuplicate(error) && filed.about ? appealedAlready() : error
  }
}

/** What this person filed under this key. Throws 422 where that was something else. */
export async function filedBefore({ person, key, body }: Filed): Promise<ApplicationRecord | null> {
  const by = person.account
  const kept = await Application.findOne({ 'filedWith.by': by, 'filedWith.key': key }).lean<ApplicationRecord>()
  if (kept && kept.filedWith.digest !== digestOf(body)) throw keyReused()
  return kept
}

type New = { application: Omit<ApplicationRecord, 'regency' | 'state' | 'status' | 'waiting'>; files: string[] }

async function compose({ person, key, body, about }: Filed): Promise<New> {
  const current = await currentVersion(body.service)
  if (!current) throw noSuchService()
  const { definition, version } = current
  if (definition.filedFrom === 'decision' && !about) throw filedFromDecision()
  const filing = filingOf(person, await profileOf(person.account), definition, body)
  if (filing.servicePoint && !(await isServicePoint(filing.servicePoint))) throw noSuchPoint()
  const regency = await regencyFacts()
  const at = new Date()
  const checks = await contentChecks({ person, application: null, regency, at })
  const home = filing.applicant.village
  if (home && !checks.regions.has(home)) throw noSuchVillage()
  if (filing.village && !filing.village.startsWith(`${regency.region}.`)) throw villageElsewhere()
  const content = await checkContent(definition, body, checks)
  const { renews } = body
  if (renews) await checkRenewal({ person, service: definition.code, nik: filing.applicant.nik, renews })
  const application = {
    _id: randomUUID(),
    number: await nextApplicationNumber(regency, at),
    filedWith: { by: person.account, key, digest: digestOf(body) },
    trackingCode: newTrackingCode(),
    ...(about ? { about } : {}),
    service: definition.code,
    serviceVersion: version,
    channel: body.channel,
    ...filing,
    renews: body.renews ?? null,
    agencies: agenciesOf(definition),
    filedBy: person.account,
    answers: content.answers,
    attachments: content.attachments,
    acceptedAt: at,
    unstarted: true as const,
    dueAt: null,
    closedAt: null,
    alsoWaiting: [],
    clocked: [],
    shift: 0,
  }
  return { application, files: content.files }
}

/** The case and its files, with its first task: what is accepted is already under way. */
function insert(
  services: CaseServices,
  application: New['application'],
  files: string[],
  { person }: Filed,
): Promise<TimelineEvent[]> {
  return inTransaction(async (session) => {
    const [stored] = await Application.insertMany([application], { session })
    if (!stored) throw new Error('the application was not stored')
    if (files.length > 0) await claimFor(application._id, files, person, session)
    return services.open(stored.toObject(), session)
  })
}

/** It is accepted whether or not Temporal answers: what is not started now, the sweeper starts. */
async function startSoon(
  { engine, log }: CaseServices,
  application: New['application'],
  opened: TimelineEvent[],
): Promise<void> {
  try {
    await startCase(engine, { ...application, regency: currentRegency() }, { withinMs: 2_000, opened })
  } catch (error) {
    log.warn({ error, application: application._id }, 'an accepted application waits for the sweeper to start it')
  }
}

const isServicePoint = async (code: string) => (await servicePoints()).some((point) => point.code === code)

const appealedAlready = () =>
  conflict('appealed-already', {
    id: 'Keberatan atas keputusan ini sudah diajukan.',
    en: 'This decision has been objected to already.',
  })
const filedFromDecision = () =>
  invalidField('service', 'filed-from-decision', {
    id: 'Ajukan keberatan dari halaman permohonan yang diputus.',
    en: 'File the objection from the page of the application that was decided.',
  })
const noSuchService = () =>
  invalidField('service', 'unknown-service', { id: 'Layanan ini tidak ada.', en: 'There is no such service.' })
const noSuchPoint = () =>
  invalidField('servicePoint', 'unknown-service-point', {
    id: 'Titik layanan ini tidak ada.',
    en: 'There is no such service point.',
  })
const villageElsewhere = () =>
  invalidField('applicant.village', 'not-in-this-regency', {
    id: 'Surat desa hanya untuk warga desa/kelurahan di kabupaten ini.',
    en: "A village's letter is for people of this regency's villages.",
  })
const noSuchVillage = () =>
  invalidField('applicant.village', 'unknown-village', {
    id: 'Kode desa/kelurahan ini tidak ada.',
    en: 'There is no village of this code.',
  })
