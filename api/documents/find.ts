import type { Request } from 'express'
import { Application, type ApplicationRecord } from '../../models/case/application.ts'
import { type DocumentRecord, IssuedDocument } from '../../models/case/document.ts'
import { mayReadDocument } from '../case/allowed.ts'
import { notFound } from '../errors/problems.ts'
import { signedIn } from '../middleware/ability.ts'

export type FoundDocument = { document: DocumentRecord; application: ApplicationRecord }

/** A document of a case that the person may see. Throws 404 for what is not there or not theirs to know of. */
export async function findDocument(request: Request, id: string): Promise<FoundDocument> {
  const person = signedIn(request)
  const found = await documentAndCase(id)
  if (!found || !mayReadDocument(person, found.application)) throw notFound()
  return found
}

export async function documentAndCase(id: string): Promise<FoundDocument | null> {
  const document = await IssuedDocument.findOne({ _id: id }).lean<DocumentRecord>()
  const application = document && (await Application.findOne({ _id: document.application }).lean<ApplicationRecord>())
  return document && application ? { document, application } : null
}
