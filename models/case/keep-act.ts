import type { ClientSession } from '../database.ts'
import { currentRegency } from '../tenancy.ts'
import { inTransaction, isDuplicate } from '../transaction.ts'
import { Act, type AnyAct } from './acts.ts'

export type NewAct = AnyAct extends infer Each ? (Each extends AnyAct ? Omit<Each, 'regency'> : never) : never

/** What the person did under this key, whatever it was; null where the key is new. */
export async function findAct(by: string, key: string): Promise<AnyAct | null> {
  return Act.findOne({ by, key }).lean<AnyAct>()
}

/** The acts of a case, by their ids. */
export async function actsOf(application: string): Promise<Map<string, AnyAct>> {
  const acts = await Act.find({ application }).lean<AnyAct[]>()
  return new Map(acts.map((act) => [act._id, act]))
}

/** The same intention as one that is kept: same kind, same case, same content. */
export function isSameAct(kept: AnyAct, asked: Pick<NewAct, 'kind' | 'application' | 'digest'>): boolean {
  return kept.kind === asked.kind && kept.application === asked.application && kept.digest === asked.digest
}

/**
 * Keeps an act, never to be changed, and what belongs to it in the same transaction. Answers with the act that is kept
 * under its person and key: another one where a parallel request was quicker.
 */
export async function keepAct(act: NewAct, alongside?: (session: ClientSession) => Promise<void>): Promise<AnyAct> {
  const regency = currentRegency()
  try {
    if (!alongside) await Act.insertMany([act])
    else
      await inTransaction(async (session) => {
        await Act.insertMany([act], { session })
        await alongside(session)
      })
    return { ...act, regency }
  } catch (error) {
    if (!isDuplicate(error)) throw error
    return Act.findOne({ by: act.by, key: act.key }).orFail().lean<AnyAct>()
  }
}
