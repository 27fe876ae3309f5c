import type { CaseDeps } from '../activities/deps.ts'
import { letterOf } from '../activities/documents/letter.ts'
import { basisText } from '../activities/documents/prepare.ts'
import type { DocumentRecord } from '../models/case/document.ts'
import { type Placed, placeOf } from './numbers.ts'
import type { CheckedRow } from './rows/check-row.ts'
import type { StoryDocument } from './story/told.ts'

/** A document that was issued before, as it will be kept; `placed` where its number belongs to a series. */
export type OwnPaper = { record: Omit<DocumentRecord, 'regency'>; key: string; placed: Placed | null }

/** The old document by the service's definition: its office, its title, until when it stands. No signature is vouched for. */
export async function describeDocument(
  deps: CaseDeps,
  application: string,
  row: CheckedRow,
  { id, code, at, basis, told }: StoryDocument,
  { utcOffsetMinutes }: { utcOffsetMinutes: number },
): Promise<OwnPaper> {
  const { definition, version } = row.service
  const pinned = await deps.catalogue.service(definition.code, version)
  const { answers } = row.told
  const { village } = row.told.filed.place
  const { document, office, validUntil } = await letterOf(deps, pinned, { answers, village }, code, at)
  const until = row.validUntil ?? validUntil
  const service = definition.code
  const around = { agency: office.short, village, service, issuedAt: at, utcOffsetMinutes }
  const key = `${application}/${code}/1`
  return {
    key,
    placed: placeOf(told.number, document.numbering, around),
    record: {
      _id: id,
      application,
      key,
      code,
      ordinal: 1,
      kind: document.kind,
      agency: office.code,
      title: document.name,
      number: told.number,
      signer: null,
      basis: basisText(pinned, basis),
      preparedAt: new Date(at),
      issuedAt: new Date(at),
      validUntil: until === null ? null : new Date(until),
      prepared: null,
      signed: null,
      digest: told.digest || null,
      signature: null,
      file: told.file,
    },
  }
}
