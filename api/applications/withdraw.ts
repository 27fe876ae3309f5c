import { randomUUID } from 'node:crypto'
import { requireCase } from '../../domain/case/actions.ts'
import type { AnyAct } from '../../models/case/acts.ts'
import type { ApplicationRecord } from '../../models/case/application.ts'
import { findAct, keepAct } from '../../models/case/keep-act.ts'
import { withdrawApplication } from '../../workflows/messages.ts'
import { sameAct } from '../case/same-act.ts'
import { sayKept } from '../case/say-kept.ts'
import type { CaseServices } from '../case/services.ts'
import { digestOf } from '../middleware/idempotency.ts'
import type { SignedIn } from '../request.ts'

export type Withdrawing = { application: ApplicationRecord; person: SignedIn; key: string; reason: string }

/** The applicant takes the application back; the reason is kept first. Throws 409 or 503. */
export async function withdraw({ engine }: CaseServices, withdrawing: Withdrawing): Promise<void> {
  const { application, person } = withdrawing
  const act = await keptWithdrawal(withdrawing)
  if (application.state.heard.includes(act._id)) return
  const said = { withdrawalId: act._id, by: { kind: 'citizen' as const, id: person.account } }
  await sayKept(engine, application, withdrawApplication, { act: said, updateId: act._id })
}

async function keptWithdrawal({ application, person, key, reason }: Withdrawing): Promise<AnyAct> {
  const content = { reason }
  const asked = { kind: 'withdrawal' as const, application: application._id, digest: digestOf(content) }
  const known = await findAct(person.account, key)
  if (!known) requireCase(application.state, 'withdraw')
  const act = { ...asked, _id: randomUUID(), by: person.account, key, at: new Date(), content }
  return sameAct(known ?? (await keepAct(act)), asked)
}
