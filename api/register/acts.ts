import { randomUUID } from 'node:crypto'
import type { UpdateDefinition } from '@temporalio/common'
import type { EntryAction } from '../../domain/register/actions.ts'
import { requireEntry } from '../../domain/register/actions.ts'
import { sayEntry } from '../../engine/register/say.ts'
import type { AnyAct } from '../../models/case/acts.ts'
import { findAct, keepAct, type NewAct } from '../../models/case/keep-act.ts'
import type { RegisterRecord } from '../../models/register/entry.ts'
import type { Acted } from '../../workflows/register/messages.ts'
import { claimFor } from '../case/case-files.ts'
import { asOf } from '../case/present-row.ts'
import { sameAct } from '../case/same-act.ts'
import { kept } from '../case/say-kept.ts'
import type { CaseServices } from '../case/services.ts'
import { digestOf } from '../middleware/idempotency.ts'
import type { SignedIn } from '../request.ts'

export type Acting = { row: RegisterRecord; person: SignedIn; key: string }

type Content = Extract<NewAct, { kind: 'suspension' | 'reinstatement' | 'revocation' | 'report' }>
type Said = { action: EntryAction; files?: string[] } & Pick<Content, 'kind' | 'content'>

/** Keeps what the person says, never to be changed, before it is told to the licence (design rule 3). Throws 409 or 422. */
export async function keepSaid(
  { row, person, key }: Acting,
  { action, kind, content, files = [] }: Said,
): Promise<AnyAct> {
  const asked = { kind, application: row.application, digest: digestOf(content) }
  const known = await findAct(person.account, key)
  if (known) return sameAct(known, asked)
  requireEntry(row.state, action, asOf(row))
  const act = { ...asked, _id: randomUUID(), by: person.account, key, at: new Date(), content } as NewAct
  const act_ = await keepAct(act, (session) => claimFor(row.application, files, person, session))
  return sameAct(act_, asked)
}

/** Tells the licence; returns once it is kept and can be read. The same key again answers as the first did. */
export async function tellEntry<Act extends Acted>(
  { engine }: CaseServices,
  { row, person }: Acting,
  update: UpdateDefinition<unknown, [Act]>,
  act: AnyAct,
  more: Omit<Act, keyof Acted>,
  by: 'officer' | 'citizen' = 'officer',
): Promise<void> {
  if (row.state.heard.includes(act._id)) return
  const said = { actId: act._id, digest: act.digest, by: { kind: by, id: person.account }, ...more } as Act
  await kept(() => sayEntry(engine, row, update, { act: said, updateId: act._id, signing: 'signing' in more }))
}
