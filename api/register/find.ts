import type { Request } from 'express'
import type { ActionsOf } from '../../domain/policy/index.ts'
import { RegisterEntry, type RegisterRecord } from '../../models/register/entry.ts'
import { forbidden, notFound } from '../errors/problems.ts'
import { allows, authorise } from '../middleware/ability.ts'

/** The licence, where the person may see it. Throws 404 for what is not there or not theirs to know of. */
export async function findEntry(request: Request, entry: string): Promise<RegisterRecord> {
  const may = authorise(request, 'read', 'register')
  const found = await RegisterEntry.findOne({ $and: [{ entry }, may] }).lean<RegisterRecord>()
  if (!found) throw notFound()
  return found
}

/** The licence, where the person may also do this to it. Throws 403 for those who only see it. */
export async function findEntryFor(
  request: Request,
  entry: string,
  action: ActionsOf['register'],
): Promise<RegisterRecord> {
  const found = await findEntry(request, entry)
  if (!allows(request.person, action, 'register', found)) throw forbidden()
  return found
}

export async function readEntry(entry: string): Promise<RegisterRecord> {
  return RegisterEntry.findOne({ entry }).orFail().lean<RegisterRecord>()
}
