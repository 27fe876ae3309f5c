import type { ServiceDefinition } from '../../catalogue/service-schema.ts'
import type { RenewalDraft } from '../../contracts/register.ts'
import { allowsEntry } from '../../domain/register/actions.ts'
import { renewalOpensAt } from '../../domain/register/upkeep.ts'
import { Application } from '../../models/case/application.ts'
import { currentVersion } from '../../models/catalogue/catalogue.ts'
import { RegisterEntry, type RegisterRecord } from '../../models/register/entry.ts'
import { asOf } from '../case/present-row.ts'
import { conflict, invalidField } from '../errors/problems.ts'
import { allows } from '../middleware/ability.ts'
import type { SignedIn } from '../request.ts'

/** When renewal opens (UTC epoch ms); null for a licence without end. */
export function opensAt({ state }: RegisterRecord): number | null {
  return state.validUntil === null ? null : renewalOpensAt(state.upkeep, state.validUntil)
}

/** Number of the application that already asks for its renewal and is not decided; null where none does. */
export async function pendingRenewal(entry: string): Promise<string | null> {
  const open = await Application.findOne({ renews: entry, closedAt: null }).select({ number: 1 }).lean()
  return open?.number ?? null
}

/** What the renewal's form begins with: what was answered before, without files and declarations, which are given anew. */
export async function renewalDraft(row: RegisterRecord): Promise<RenewalDraft> {
  const current = await currentVersion(row.service)
  const register = current?.definition.registers.find(({ code }) => code === row.register)
  if (!current || !register?.renewal) throw conflict('not-renewable', notRenewable)
  const { answers } = await Application.findOne({ _id: row.application }).orFail().select({ answers: 1 }).lean()
  const { answers: set, number } = register.renewal
  return {
    entry: row.entry,
    service: row.service,
    number: row.number,
    answers: { ...keptAnswers(current.definition, answers), ...set, ...(number ? { [number]: row.number } : {}) },
  }
}

function keptAnswers({ form }: ServiceDefinition, answers: Record<string, unknown>): Record<string, unknown> {
  const fields = form.flatMap((page) => page.fields)
  const kept = fields.filter(
    (field) => field.type !== 'file' && !(field.type === 'yes-no' && field.mustBe !== undefined),
  )
  return Object.fromEntries(kept.flatMap(({ name }) => (name in answers ? [[name, answers[name]]] : [])))
}

type Renewing = { person: SignedIn; service: string; nik: string; renews: string }

/**
 * Whether this filing may renew that licence: the same service and holder, within its window, and nobody else at it.
 * Throws 422 naming `renews`.
 */
export async function checkRenewal({ person, service, nik, renews }: Renewing): Promise<void> {
  const row = await RegisterEntry.findOne({ entry: renews }).lean<RegisterRecord>()
  const isTheirs = row && (allows(person, 'renew', 'register', row) || row.holder.nik === nik)
  if (!row || !isTheirs || row.service !== service) throw invalidField('renews', 'unknown-licence', unknown)
  const opens = opensAt(row)
  if (!allowsEntry(row.state, 'renew', asOf(row)) || opens === null)
    throw invalidField('renews', 'not-renewable', notRenewable)
  if (opens > asOf(row)) throw invalidField('renews', 'renewal-not-open', tooEarly)
  if (await pendingRenewal(renews)) throw invalidField('renews', 'renewal-pending', pending)
}

const unknown = {
  id: 'Izin ini tidak ada, atau bukan atas nama pemohon.',
  en: 'There is no such licence in the name of the applicant.',
}
const notRenewable = { id: 'Izin ini tidak dapat diperpanjang.', en: 'This licence cannot be renewed.' }
const tooEarly = { id: 'Izin ini belum dapat diperpanjang.', en: 'This licence cannot be renewed yet.' }
const pending = {
  id: 'Perpanjangan izin ini sudah diajukan dan sedang diproses.',
  en: 'A renewal of this licence has been applied for and is being handled.',
}
