import type { AnyAct } from '../../models/case/acts.ts'
import { isSameAct } from '../../models/case/keep-act.ts'
import { keyReused } from '../middleware/idempotency.ts'

/** The kept act, when it is the one that is asked for again. Throws 422 where its key was used for something else. */
export function sameAct(kept: AnyAct, asked: Parameters<typeof isSameAct>[1]): AnyAct {
  if (!isSameAct(kept, asked)) throw keyReused()
  return kept
}
