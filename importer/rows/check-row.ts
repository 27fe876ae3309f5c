import { digestOf } from '../../catalogue/digest.ts'
import type { Place } from '../../domain/case/events.ts'
import { type Channel, isHuman } from '../../domain/service.ts'
import type { ApplicantRecord, ProxyRecord } from '../../models/case/application.ts'
import { type Told, unnamed } from '../story/told.ts'
import type { ImportWorld, ServiceWorld } from '../world.ts'
import { actsUpTo, filedAt, momentAfter, toldActs } from './acts-of-row.ts'
import { checkAnswers, readAnswers } from './answers.ts'
import { checkDocuments } from './check-documents.ts'
import { endOfDay } from './moment.ts'
import { type Complaint, RowRefused } from './problem.ts'
import type { RawRow } from './read-rows.ts'
import { type ImportRow, rowSchema } from './row.ts'
import { complaintOf } from './row-words.ts'
import { withoutRefused } from './second-look.ts'
import { villageOf } from './village.ts'

/** A row that says a case, as far as can be told without its number and files. */
export type CheckedRow = {
  line: number
  /** Of the case: the same row is the same case. */
  key: string
  reference: string
  digest: string
  service: ServiceWorld
  row: ImportRow
  applicant: ApplicantRecord
  filedBy: string
  proxy: ProxyRecord | null
  /** All of the story but what is given to a case when it is taken over. */
  told: Pick<Told, 'filed' | 'answers' | 'acts' | 'external' | 'silence' | 'closed' | 'ending' | 'now'>
  /** As the row says; null where the term of the document decides. */
  validUntil: number | null
  warnings: Complaint[]
}

/**
 * Checks a row against the regency. @throws RowRefused with everything that is wrong about it, the story aside
 * @param service of rows that name none
 */
export function checkRow(raw: RawRow, world: ImportWorld, service?: string): CheckedRow {
  const named = isObject(raw.value) && service !== undefined ? { service, ...raw.value } : raw.value
  const schema = rowSchema(world.regency.utcOffsetMinutes)
  const parsed = schema.safeParse(named)
  if (parsed.success) return check(raw, parsed.data, world)
  const complaints = parsed.error.issues.map((issue) => complaintOf(issue, named))
  const rest = schema.safeParse(withoutRefused(named, parsed.error.issues))
  throw new RowRefused([...complaints, ...(rest.success ? others(raw, rest.data, world, complaints) : [])])
}

function check(raw: RawRow, row: ImportRow, world: ImportWorld): CheckedRow {
  const known = world.services.get(row.service)
  if (!known) throw new RowRefused([unknownService(world)])
  return new RowCheck(raw, row, known, world).checked()
}

/** What else is wrong with a row whose refused columns were taken out. */
function others(raw: RawRow, row: ImportRow, world: ImportWorld, said: Complaint[]): Complaint[] {
  try {
    check(raw, row, world)
    return []
  } catch (error) {
    if (!(error instanceof RowRefused)) throw error
    return error.complaints.filter(({ field }) => !said.some((complaint) => complaint.field === field))
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const unknownService = ({ services }: ImportWorld): Complaint => ({
  field: 'service',
  what: 'is no service that takes applications',
  mend: `write one of ${[...services.keys()].join(', ')}`,
})

class RowCheck {
  private readonly raw: RawRow
  private readonly row: ImportRow
  private readonly service: ServiceWorld
  private readonly world: ImportWorld
  private readonly complaints: Complaint[] = []
  private readonly filed: number

  constructor(raw: RawRow, row: ImportRow, service: ServiceWorld, world: ImportWorld) {
    this.raw = raw
    this.row = row
    this.service = service
    this.world = world
    this.filed = filedAt(row.filedAt)
  }

  checked(): CheckedRow {
    const { row, service, world } = this
    const { reference } = row
    const place = this.place()
    const account = this.account('applicant.account', row.applicant.account)
    const filedBy = this.account('filedBy', row.filedBy) ?? account ?? unnamed
    const { answers, acts, ending } = this.whatHappened()
    this.checkTimes(acts)
    this.complaints.push(...checkDocuments(row, service, { answers, closed: this.isClosed }))
    const errors = this.complaints.filter(({ severity }) => severity !== 'warning')
    if (errors.length > 0) throw new RowRefused(this.complaints)
    const { account: _account, village: _village, ...person } = row.applicant
    return {
      line: this.raw.line,
      key: `${row.service}/${reference}`,
      reference,
      digest: digestOf(this.raw.value),
      service,
      row,
      applicant: { account, ...person, ...(place.village ? { village: place.village } : {}) },
      filedBy,
      proxy: row.proxy ? { consent: true, ...row.proxy } : null,
      told: {
        filed: { channel: row.channel as Channel, place, by: { kind: 'citizen', id: filedBy }, at: this.filed },
        answers,
        acts,
        ending,
        external: service.external,
        silence: row.overdue ?? null,
        closed: this.isClosed,
        now: world.now,
      },
      validUntil: row.document?.validUntil ? endOfDay(row.document.validUntil, world.regency.utcOffsetMinutes) : null,
      warnings: this.complaints,
    }
  }

  /** The row says that it is over; one that was deemed may still be under supervision. */
  private get isClosed(): boolean {
    const { status, closedAt, steps } = this.row
    if (status === 'deemed-approved') return closedAt !== undefined || steps.length === 0
    return status === 'approved' || status === 'rejected' || status === 'withdrawn'
  }

  private place(): Place {
    const { applicant, servicePoint = null } = this.row
    if (servicePoint && !this.world.points.has(servicePoint))
      this.complain(
        'servicePoint',
        'is no service point of this regency',
        `write one of ${[...this.world.points].join(', ')}`,
      )
    if (!applicant.village) {
      if (needsVillage(this.service))
        this.complain('applicant.village', 'is missing', 'this service is decided in the village')
      return { village: null, servicePoint }
    }
    const found = villageOf(applicant.village, this.world.regency.region, this.world.regions)
    if ('complaint' in found) this.complaints.push(found.complaint)
    return { village: 'code' in found ? found.code : null, servicePoint }
  }

  private account(field: string, email: string | undefined): string | null {
    if (!email) return null
    const account = this.world.accounts.get(email)
    if (!account) this.complain(field, 'is no account that is known', 'make the account first, or leave it empty')
    return account ?? null
  }

  private whatHappened(): Pick<Told, 'answers' | 'acts' | 'ending'> {
    const { row } = this
    const answers = this.answers('answers', row.answers)
    for (const [index, step] of row.steps.entries()) this.account(`steps.${index}.officer`, step.officer)
    const around = {
      filed: this.filed,
      now: this.world.now,
      account: (email: string | undefined) => (email ? (this.world.accounts.get(email) ?? null) : null),
    }
    if (row.steps.length > 0) {
      const told = toldActs(row, around)
      this.complaints.push(...told.complaints)
      const acts = told.acts.map((act, index) =>
        act.kind === 'correct' && act.answers
          ? { ...act, answers: this.answers(`steps.${index}.answers`, act.answers) }
          : act,
      )
      return { answers, acts, ending: null }
    }
    if (this.isClosed) return { answers, acts: [], ending: this.ending() }
    const told = actsUpTo(row, this.service.silent, around)
    this.complaints.push(...told.complaints)
    return { answers, acts: told.acts, ending: null }
  }

  private answers(field: string, given: Record<string, unknown>): Record<string, unknown> {
    const { definition } = this.service
    const { regions, regency } = this.world
    const today = new Date(this.filed + regency.utcOffsetMinutes * 60_000).toISOString().slice(0, 10)
    const read = this.raw.text ? readAnswers(definition, given) : given
    const { answers, complaints } = checkAnswers(definition, read, { field, today, regions, closed: this.isClosed })
    this.complaints.push(...complaints)
    return answers
  }

  private ending(): Told['ending'] {
    const { status, closedAt, document } = this.row
    if (status !== 'approved' && status !== 'rejected' && status !== 'withdrawn' && status !== 'deemed-approved')
      return null
    const day = closedAt ?? document?.issuedAt
    if (!day) this.complain('closedAt', 'is missing', 'write the day the case ended')
    const issues = this.service.definition.documents.length > 0
    if (!document && issues && (status === 'approved' || status === 'deemed-approved'))
      this.complain('document.number', 'is missing', 'an approved case has the number of what it brought')
    const issued = document?.issuedAt ? momentAfter(document.issuedAt, this.filed, this.world.now) : 0
    const at = day ? momentAfter(day, this.filed, this.world.now) : this.filed
    return { outcome: status, at: Math.max(at, issued), reason: '' }
  }

  private checkTimes(acts: Told['acts']): void {
    const { now } = this.world
    const { row, filed } = this
    if (filed > now) this.complain('filedAt', 'lies ahead of now', null)
    for (const [index, { at }] of acts.entries())
      if (at > now) this.complain(row.steps.length > 0 ? `steps.${index}.at` : 'since', 'lies ahead of now', null)
    for (const field of ['closedAt', 'completeAt', 'since'] as const)
      this.checkMoment(field, row[field]?.at, row[field]?.dayOnly)
    this.checkMoment('document.issuedAt', row.document?.issuedAt?.at, row.document?.issuedAt?.dayOnly)
  }

  private checkMoment(field: string, at: number | undefined, dayOnly = false): void {
    if (at === undefined) return
    if (at > this.world.now) this.complain(field, 'lies ahead of now', null)
    if (at + (dayOnly ? 86_400_000 : 0) < this.filed) this.complain(field, 'lies before filedAt', null)
  }

  private complain(field: string, what: string, mend: string | null): void {
    this.complaints.push({ field, what, mend })
  }
}

function needsVillage({ silent }: ServiceWorld): boolean {
  return Object.values(silent.tracks)
    .flat()
    .some(
      (step) =>
        (isHuman(step) && 'village' in step.desk) ||
        (step.kind === 'issue' && step.agency === 'village-of-application'),
    )
}
