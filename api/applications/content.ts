import type { Regions } from '../../catalogue/regions.ts'
import type { ServiceDefinition } from '../../catalogue/service-schema.ts'
import type { Attachment } from '../../models/case/application.ts'
import { invalidFields } from '../errors/problems.ts'
import { checkAnswers } from './answers.ts'
import { attachmentErrors, dueDocuments, keptAttachments } from './attachments.ts'
import { type FileFacts, fileErrors, fileWishes } from './files.ts'

export type Sent = { answers: Record<string, unknown>; documents: Attachment[] }

export type Content = {
  answers: Record<string, unknown>
  attachments: Attachment[]
  /** Every file among them, to be claimed for the case. */
  files: string[]
}

export type Checks = {
  regions: Regions
  /** The office's local date, `2026-11-22`. */
  today: string
  /** The files among these ids that the person may use for this case. */
  usableFiles(ids: string[]): Promise<Map<string, FileFacts>>
}

/**
 * What is kept of an application's answers and documents. Throws 422 with every error at once, each naming its field:
 * `answers.saksi.0.nik`, `documents.ktp`.
 */
export async function checkContent(definition: ServiceDefinition, sent: Sent, checks: Checks): Promise<Content> {
  const { answers, errors } = checkAnswers(definition, sent.answers, checks)
  const due = dueDocuments(definition, answers)
  const attachments = keptAttachments(due, sent.documents)
  const wishes = fileWishes(definition, answers, due, attachments)
  const known = await checks.usableFiles(wishes.map(({ file }) => file))
  const all = [...errors, ...attachmentErrors(definition, due, sent.documents), ...fileErrors(wishes, known)]
  if (all.length > 0) throw invalidFields(all, 422)
  return { answers, attachments, files: [...new Set(wishes.map(({ file }) => file))] }
}
