import { buffer } from 'node:stream/consumers'
import { paidFor } from '../../domain/case/paid.ts'
import type { Filing, FilingDocument } from '../../integrations/outside/outside-system.ts'
import type { ApplicationRecord } from '../../models/case/application.ts'
import { filesById, readFile } from '../../models/file.ts'
import type { CallRequest } from '../../workflows/activities.ts'

/** What an outside system is handed of a case. Bytes are read only where they are sent. */
export async function filingOf(application: ApplicationRecord, { call, operation }: CallRequest): Promise<Filing> {
  const { number, service, applicant, answers, state } = application
  const { name, nik, phone, email } = applicant
  return {
    key: call,
    operation,
    number,
    service,
    applicant: { name, nik, ...(phone ? { phone } : {}), ...(email ? { email } : {}) },
    answers,
    documents: await documentsOf(application),
    paid: paidFor(state),
  }
}

async function documentsOf({ attachments }: ApplicationRecord): Promise<FilingDocument[]> {
  const files = await filesById(attachments.map(({ file }) => file))
  return attachments.flatMap(({ code, file }) => {
    const record = files.get(file)
    if (!record) return []
    const { name, type, sha256 } = record
    return [{ code, name, type, sha256, bytes: () => bytesOf(file) }]
  })
}

async function bytesOf(id: string): Promise<Uint8Array> {
  const found = await readFile(id)
  if (!found) throw new RangeError(`file ${id} is gone`)
  return buffer(found.bytes)
}
