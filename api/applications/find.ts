import type { Request } from 'express'
import type { ActionsOf } from '../../domain/policy/index.ts'
import { Application, type ApplicationRecord } from '../../models/case/application.ts'
import { forbidden, notFound } from '../errors/problems.ts'
import { allows, authorise } from '../middleware/ability.ts'

/** The case, where the person may see it. Throws 404 for what is not there or not theirs to know of. */
export async function findApplication(request: Request, id: string): Promise<ApplicationRecord> {
  const may = authorise(request, 'read', 'application')
  const found = await Application.findOne({ $and: [{ _id: id }, may] }).lean<ApplicationRecord>()
  if (!found) throw notFound()
  return found
}

/** The case, where the person may also do this to it. Throws 403 for those who only see it. */
export async function findApplicationFor(
  request: Request,
  id: string,
  action: ActionsOf['application'],
): Promise<ApplicationRecord> {
  const found = await findApplication(request, id)
  if (!allows(request.person, action, 'application', found)) throw forbidden()
  return found
}

export async function readAgain({ _id }: Pick<ApplicationRecord, '_id'>): Promise<ApplicationRecord> {
  return Application.findOne({ _id }).orFail().lean<ApplicationRecord>()
}
