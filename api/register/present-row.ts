import type { RegisterRow } from '../../contracts/register.ts'
import { missingReports } from '../../domain/register/actions.ts'
import type { RegisterRecord } from '../../models/register/entry.ts'
import { maskNik } from '../case/mask.ts'
import { asOf } from '../case/present-row.ts'
import { standingToday } from './standing.ts'
import type { EntryWords } from './words.ts'

const dayMs = 86_400_000

/** A licence as lists show it; the NIK is masked for everybody. */
export function presentRegisterRow(row: RegisterRecord, words: EntryWords): RegisterRow {
  const missing = missingReports(row.state)[0]
  return {
    id: row.entry,
    register: row.register,
    registerName: words.register?.name ?? words.definition.name,
    service: row.service,
    serviceName: words.definition.name,
    application: row.application,
    document: row.document,
    documentTitle: words.title,
    number: row.number,
    agency: words.agency,
    holder: row.holder.name,
    holderNik: maskNik(row.holder.nik),
    validFrom: row.validFrom.toISOString(),
    validUntil: row.validUntil?.toISOString() ?? null,
    daysLeft: daysLeft(row),
    today: standingToday(row),
    reportMissingSince: missing ? new Date(missing.dueAt).toISOString() : null,
  }
}

function daysLeft(row: RegisterRecord): number | null {
  const { validUntil, revokedAt, supersededAt } = row
  if (!validUntil || revokedAt || supersededAt) return null
  const left = Math.floor((validUntil.getTime() - asOf(row)) / dayMs)
  return left < 0 ? null : left
}
