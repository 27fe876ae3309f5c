import { randomUUID } from 'node:crypto'
import type { RecordAbsence } from '../../contracts/absences.ts'
import { longestAbsenceDays } from '../../domain/authority/absence.ts'
import { AbsenceModel, type AbsenceRecord, keepAbsence } from '../../models/authority/absence.ts'
import { membershipsOf } from '../../models/membership.ts'
import { fieldError, forbidden, invalidFields } from '../errors/problems.ts'
import { checkDays } from '../mandates/days.ts'
import { allows } from '../middleware/ability.ts'
import { digestOf, keyReused } from '../middleware/idempotency.ts'
import type { SignedIn } from '../request.ts'

/** Keeps that somebody is away; the same key again answers with the same. Throws 403 or 422. */
export async function write(person: SignedIn, key: string, asked: RecordAbsence): Promise<AbsenceRecord> {
  const digest = digestOf(asked)
  const known = await AbsenceModel.findOne({ by: person.account, key }).lean<AbsenceRecord>()
  if (known) return same(known, digest)
  const account = asked.account ?? person.account
  const held = await membershipsOf(account)
  const agencies = [...new Set(held.flatMap(({ agency }) => agency ?? []))]
  const villages = [...new Set(held.flatMap(({ village }) => village ?? []))]
  if (!allows(person, 'record', 'absence', { account, agencies, villages })) throw forbidden()
  const wrongDays = checkDays(asked, { longest: longestAbsenceDays, words: daysWords, now: Date.now() })
  const errors = [...(held.length === 0 ? [notAnOfficer] : []), ...wrongDays]
  if (errors.length > 0) throw invalidFields(errors, 422)
  const days = { from: new Date(asked.from), until: new Date(asked.until), reason: asked.reason }
  const absence = { _id: randomUUID(), account, agencies, villages, ...days, by: person.account, key, digest }
  return same(await keepAbsence({ ...absence, at: new Date() }), digest)
}

function same(kept: AbsenceRecord, digest: string): AbsenceRecord {
  if (kept.digest !== digest) throw keyReused()
  return kept
}

const notAnOfficer = fieldError(
  'account',
  'not-an-officer',
  'Orang ini tidak bertugas di kantor mana pun hari ini.',
  'This person sits at no office today.',
)
const past = fieldError(
  'from',
  'in-the-past',
  'Ketidakhadiran tidak dapat dicatat mundur lebih dari satu hari.',
  'An absence cannot be recorded more than a day back.',
)
const tooLong = fieldError(
  'until',
  'too-long',
  `Paling lama ${longestAbsenceDays} hari.`,
  `${longestAbsenceDays} days at most.`,
)
const daysWords = { 'in-the-past': past, 'too-long': tooLong }
