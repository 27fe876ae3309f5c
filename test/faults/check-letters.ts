import { createHash } from 'node:crypto'
import type { CaseState } from '../../domain/case/state.ts'
import type { ApplicationRecord } from '../../models/case/application.ts'
import { type DocumentRecord, IssuedDocument } from '../../models/case/document.ts'
import { GivenNumber, type NumberRecord } from '../../models/case/number.ts'
import { signedBytes } from '../../models/case/signed-bytes.ts'
import { TimelineEntry } from '../../models/case/timeline-entry.ts'

/** Documents and numbers of one case: each made, numbered and signed once, and as the timeline says. */
export async function checkLetters({ _id, state }: ApplicationRecord): Promise<string[]> {
  const documents = await IssuedDocument.find({ application: _id }).lean()
  const numbers = await GivenNumber.find({ key: new RegExp(`^${_id}/`) }).lean()
  const keys = documents.map(({ code, ordinal }) => `${code}/${ordinal}`)
  const faults = [
    ...(new Set(keys).size === keys.length ? [] : [`documents ${keys.join(', ')}`]),
    ...numbers.filter(({ key }) => !documents.some((each) => each.key === key)).map(unused(state.outcome)),
  ]
  const signed = Object.values(state.documents).filter(({ status }) => status === 'signed')
  for (const { id } of signed) {
    if (!documents.some(({ _id: known }) => known === id)) faults.push(`document ${id} is signed and not there`)
  }
  for (const document of documents) faults.push(...(await checkDocument(document, numbers, state)))
  const perCode = signed.map(({ code }) => code)
  if (new Set(perCode).size !== perCode.length) faults.push(`stands more than once: ${perCode.join(', ')}`)
  return faults.flat()
}

/** A number may wait for its document while the case is open; a closed case leaves none reserved. */
const unused =
  (outcome: string | null) =>
  ({ text, status }: NumberRecord): string[] =>
    outcome && status !== 'void' ? [`number ${text} is ${status} without a document`] : []

async function checkDocument(document: DocumentRecord, numbers: NumberRecord[], state: CaseState): Promise<string[]> {
  const { _id, key, kind, code, number, issuedAt } = document
  if (kind === 'external') return []
  const given = numbers.find((each) => each.key === key)
  const known = state.documents[_id]
  // Also one that a later version replaced, or that a reopening annulled, was signed once.
  const isSigned = (known?.signedAt ?? null) !== null
  const expected = isSigned ? 'issued' : state.outcome || known?.status === 'annulled' ? 'void' : 'reserved'
  return [
    ...(given?.text === number ? [] : [`document ${code} bears ${number}, given was ${given?.text}`]),
    ...(given?.status === expected ? [] : [`number ${number} of ${code} is ${given?.status}, not ${expected}`]),
    ...((issuedAt !== null) === isSigned ? [] : [`${number} is ${issuedAt ? '' : 'not '}issued against its timeline`]),
    ...(isSigned ? await checkSigned(document) : []),
  ]
}

async function checkSigned({ _id, number, digest }: DocumentRecord): Promise<string[]> {
  const bytes = await signedBytes(_id)
  if (!bytes) return [`document ${number} is signed without its bytes`]
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const signatures = bytes.toString('latin1').split('/ByteRange').length - 1
  const lines = await TimelineEntry.find({ type: 'document-signed', 'data.document': _id }).lean()
  return [
    ...(sha256 === digest ? [] : [`the bytes of ${number} are others than its digest says`]),
    ...(signatures === 1 ? [] : [`${number} holds ${signatures} signatures`]),
    ...(lines.length === 1 ? [] : [`the timeline says ${lines.length} times that ${number} was signed`]),
    ...(lines.every(({ data }) => data.digest === sha256) ? [] : [`the timeline has another digest of ${number}`]),
  ]
}
