import type { z } from 'zod'
import type { ReinstateEntry, ReportEntry, RevokeEntry, SuspendEntry } from '../../contracts/register.ts'
import { regencyFacts } from '../../models/catalogue/catalogue.ts'
import { reinstateEntry, reportEntry, revokeEntry, suspendEntry } from '../../workflows/register/messages.ts'
import { usableFiles } from '../case/case-files.ts'
import { asOf } from '../case/present-row.ts'
import type { CaseServices } from '../case/services.ts'
import { conflict, invalidField } from '../errors/problems.ts'
import { type Acting, keepSaid, tellEntry } from './acts.ts'
import { entryWordBook } from './words.ts'

const dayMs = 86_400_000

/** Until the end of the local day that is named, or until it is lifted. Throws 409, 422 or 503. */
export async function suspend(services: CaseServices, acting: Acting, body: SuspendEntry): Promise<void> {
  const { row } = acting
  const until = body.until ? await endOfDay(body.until) : null
  if (until !== null && until <= asOf(row)) throw invalidField('until', 'in-the-past', untilPassed)
  const content = { entry: row.entry, reason: body.reason, basis: body.basis, until: body.until ?? null }
  const act = await keepSaid(acting, { action: 'suspend', kind: 'suspension', content })
  await tellEntry(services, acting, suspendEntry, act, { until })
}

export async function reinstate(
  services: CaseServices,
  acting: Acting,
  { reason }: z.infer<typeof ReinstateEntry>,
): Promise<void> {
  const content = { entry: acting.row.entry, reason }
  const act = await keepSaid(acting, { action: 'reinstate', kind: 'reinstatement', content })
  await tellEntry(services, acting, reinstateEntry, act, {})
}

/** With a letter, signed in this request; the passphrase is forgotten whatever happens (design rule 5). */
export async function revoke(services: CaseServices, acting: Acting, body: RevokeEntry): Promise<void> {
  const { row, person } = acting
  const { register } = await entryWordBook()(row)
  if (!register?.revocation) throw conflict('not-revocable', notRevocable)
  const content = { entry: row.entry, reason: body.reason, basis: body.basis }
  const act = await keepSaid(acting, { action: 'revoke', kind: 'revocation', content })
  const { desk } = services.signing
  const request = desk.leave(body.signing.passphrase)
  try {
    const signing = { queue: desk.queue, request }
    await tellEntry(services, acting, revokeEntry, act, { officer: person.account, signing })
  } finally {
    desk.forget(request)
  }
}

/** The holder hands in the report that is awaited, or the counter takes it for them. */
export async function report(services: CaseServices, acting: Acting, body: ReportEntry): Promise<void> {
  const { row, person } = acting
  const files = body.file ? [body.file] : []
  const usable = await usableFiles(person, row.application, files)
  if (body.file && !usable.has(body.file)) throw invalidField('file', 'file-unknown', unknownFile)
  const content = { entry: row.entry, text: body.text, file: body.file ?? null }
  const act = await keepSaid(acting, { action: 'report', kind: 'report', content, files })
  const by = row.holder.account === person.account ? 'citizen' : 'officer'
  await tellEntry(services, acting, reportEntry, act, {}, by)
}

async function endOfDay(date: string): Promise<number> {
  const { utcOffsetMinutes } = await regencyFacts()
  return Date.parse(`${date}T00:00:00Z`) + dayMs - utcOffsetMinutes * 60_000
}

const untilPassed = { id: 'Tanggal ini sudah lewat.', en: 'This date is past.' }
const notRevocable = {
  id: 'Register ini tidak mengenal pencabutan dengan surat.',
  en: 'This register knows no revocation by letter.',
}
const unknownFile = {
  id: 'Berkas ini tidak ada atau bukan unggahan Anda.',
  en: 'This file is not one of your uploads.',
}
