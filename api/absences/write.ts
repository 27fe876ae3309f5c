import { randomUUID } from 'node:crypto'
import type { RecordAbsence } from '../../contracts/absences.ts'
import { longestAbsenceDays } from '../../domain/authority/absence.ts'
import { AbsenceModel, type AbsenceRecord, keepAbsence } from '../../models/authority/absence.ts'
import { membershipsOf } from '../../models/membership.ts'
import { type FieldError, forbidden, invalidFields } from '../errors/problems.ts'
import { allows } from '../middleware/ability.ts'
import { digestOf, keyReused } from '../middleware/idempotency.ts'
import type { SignedIn } from '../request.ts'

const dayMs = 86_400_000

/** Keeps that somebody is away; the same key again answers with the same. Throws 403 or 422. */
export async function write(person: SignedIn, key: string, asked: RecordAbsence): Promise<AbsenceRecord> {
  const digest = digestOf(asked)
  const known = await AbsenceModel.findOne({ by: person.account, key }).lean<AbsenceRecord>()
  if (known) return same(known, digest)
  const account = asked.account ?? person.account
  const held = await membershipsOf(account)
  const agencies = [...new Set(held.flatMap(({ agency }) => agency ?? []))]
  const villages = [...new Set(held.flatMap(({ village }) => village ?? []))]
  const errors = check(asked, agencies.length + villages.length, Date.now())
  if (errors.length > 0) throw invalidFields(errors, 422)
  if (!allows(person, 'record', 'absence', { account, agencies, villages })) throw forbidden()
  const { from, until, reason } = asked
  const days = { from: new Date(from), until: new Date(until), reason }
  const absence = { _id: randomUUID(), account, agencies, villages, ...days, by: person.account, key, digest }
  return same(await keepAbsence({ ...absence, at: new Date() }), digest)
}

function same(kept: AbsenceRecord, digest: string): AbsenceRecord {
  if (kept.digest !== digest) throw keyReused()
  return kept
}

function check({ from, until }: RecordAbsence, offices: number, now: number): FieldError[] {
  const [begins, ends] = [Date.parse(from), Date.parse(until)]
  return [
    ...(offices === 0 ? [notAnOfficer] : []),
    ...(begins < now - dayMs ? [past] : []),
    ...(ends <= begins || ends <= now ? [endsTooEarly] : []),
    ...(ends - begins > longestAbsenceDays * dayMs ? [tooLong] : []),
  ]
}

const error = (field: string, code: string, id: string, en: string): FieldError => ({
  field,
  code,
  message: { id, en },
})
const notAnOfficer = error(
  'account',
  'not-an-officer',
  'Orang ini tidak bertugas di kantor mana pun hari ini.',
  'This person sits at no office today.',
)
const past = error(
  'from',
  'in-the-past',
  'Ketidakhadiran tidak dapat dicatat mundur lebih dari satu hari.',
  'An absence cannot be recorded more than a day back.',
)
const endsTooEarly = error(
  'until',
  'before-start',
  'Akhirnya harus sesudah awalnya dan belum lewat.',
  'It must end after it begins, and in the future.',
)
const tooLong = error(
  'until',
  'too-long',
  `Paling lama ${longestAbsenceDays} hari.`,
  `${longestAbsenceDays} days at most.`,
)
