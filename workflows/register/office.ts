import { setHandler } from '@temporalio/workflow'
import { Refusal } from '../../domain/case/actions.ts'
import { requireEntry } from '../../domain/register/actions.ts'
import * as acts from '../../domain/register/acts.ts'
import type { EntryState } from '../../domain/register/state.ts'
import { keep, validator } from '../answers.ts'
import type { Seen } from '../messages.ts'
import type { EntryFile, ProposeEntry } from './entry-file.ts'
import {
  type Acted,
  type Amended,
  amendEntry,
  type Renewed,
  type Revoked,
  reinstateEntry,
  renewEntry,
  reportEntry,
  revokeEntry,
  type Suspended,
  suspendEntry,
} from './messages.ts'
import { revoke } from './revoke.ts'

/** What office and holder say to a licence: refused before it enters the history, and judged again when its turn has come. */
export function receiveOffice(file: EntryFile): void {
  const say = <Act extends Seen>(propose: (state: EntryState, act: Act, at: number) => ReturnType<ProposeEntry>) =>
    [
      (act: Act) => keep(file, act, (state: EntryState, at: number) => propose(free(file, state), act, at)),
      { validator: validator<Act>(file, (act) => propose(free(file, file.state), act, Date.now())) },
    ] as const
  setHandler(suspendEntry, ...say<Suspended>((state, act, at) => acts.suspend(state, { ...act, at })))
  setHandler(reinstateEntry, ...say<Acted>((state, act, at) => acts.reinstate(state, { ...act, at })))
  setHandler(reportEntry, ...say<Acted>((state, act, at) => acts.receiveReport(state, { ...act, at })))
  setHandler(amendEntry, ...say<Amended>((state, act, at) => acts.amend(state, { ...act, at })))
  setHandler(renewEntry, ...say<Renewed & Seen>((state, act, at) => acts.renew(state, { ...act, at })))
  setHandler(revokeEntry, (act) => revoke(file, act), {
    validator: validator<Revoked>(file, ({ actId }) => {
      if (!file.state.heard.includes(actId)) requireEntry(free(file, file.state), 'revoke', Date.now())
    }),
  })
}

/** While a revocation is being signed nothing else is decided: one latch holds the outcome (design rule 5). */
function free(file: EntryFile, state: EntryState): EntryState {
  if (file.revoking !== null) throw new Refusal('entry-busy')
  return state
}
