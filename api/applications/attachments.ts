import { evaluateConditions } from '../../catalogue/compile/conditions.ts'
import type { RequiredDocument } from '../../catalogue/schema/documents.ts'
import type { ServiceDefinition } from '../../catalogue/service-schema.ts'
import type { Attachment } from '../../models/case/application.ts'
import type { FieldError } from '../errors/problems.ts'

/** The documents that are asked for with these answers. */
export function dueDocuments(definition: ServiceDefinition, answers: Record<string, unknown>): RequiredDocument[] {
  const holds = evaluateConditions(definition, answers)
  return definition.requiredDocuments.filter(({ when }) => when === undefined || holds[when] === true)
}

/** What is kept of what was sent: like answers, documents that are no longer asked for are left behind, not refused. */
export function keptAttachments(due: RequiredDocument[], sent: Attachment[]): Attachment[] {
  const codes = new Set(due.map(({ code }) => code))
  return sent.filter(({ code }) => codes.has(code)).map(({ code, file }) => ({ code, file }))
}

/** Codes nobody asks for, the same one twice, and what is missing; files themselves are looked at elsewhere. */
export function attachmentErrors(
  definition: ServiceDefinition,
  due: RequiredDocument[],
  sent: Attachment[],
): FieldError[] {
  const known = new Set(definition.requiredDocuments.map(({ code }) => code))
  const seen = new Set<string>()
  const errors: FieldError[] = []
  for (const [index, { code }] of sent.entries()) {
    if (!known.has(code)) errors.push(unknownCode(index))
    else if (seen.has(code)) errors.push(sentTwice(index))
    seen.add(code)
  }
  const missing = due.filter(({ code, optional }) => !optional && !seen.has(code))
  return [...errors, ...missing.map(missingDocument)]
}

const unknownCode = (index: number): FieldError => ({
  field: `documents.${index}.code`,
  code: 'unknown-document',
  message: { id: 'Layanan ini tidak meminta dokumen tersebut.', en: 'This service asks for no such document.' },
})
const sentTwice = (index: number): FieldError => ({
  field: `documents.${index}.code`,
  code: 'sent-twice',
  message: { id: 'Dokumen ini dikirim dua kali.', en: 'This document was sent twice.' },
})
const missingDocument = ({ code, name }: RequiredDocument): FieldError => ({
  field: `documents.${code}`,
  code: 'required',
  message: { id: `${name.id} wajib dilampirkan.`, en: `${name.en} is required.` },
})
