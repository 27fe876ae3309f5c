import type { ApplicationRecord } from '../../../models/case/application.ts'
import { TimelineEntry } from '../../../models/case/timeline-entry.ts'
import type { WalkHouse } from './house.ts'
import type { Act, Answered, Expected } from './scene.ts'

/** What is wrong with how an act was answered and what it changed. `before` and `after` are the case at rest. */
export async function judge(
  house: WalkHouse,
  { expects }: Act,
  answer: Answered,
  before: ApplicationRecord,
  after: ApplicationRecord,
): Promise<string[]> {
  const grew = await grewByPeople(house, before, after)
  const isTaken = answer.status < 300
  const said = `answered ${answer.status} ${answer.codes.join(' ')} ${isTaken ? '' : answer.text}`
  const wanted = `${said}, expected ${JSON.stringify(expects)}`
  if (expects === 'kept')
    return isTaken && after.state.seq > before.state.seq ? [] : [`${wanted}, it ${grew ? 'grew' : 'did not grow'}`]
  if (expects === 'nothing') return isTaken && !grew ? [] : [`${wanted}, it ${grew ? 'grew' : 'did not grow'}`]
  if (expects === 'given-back') return givenBack(answer, before, after) ? [] : [wanted]
  const isRefused = answer.status >= 400 && answer.status < 500 && refusesWith(expects, answer)
  if (isTaken && 'or' in expects) return []
  return isRefused && !grew ? [] : [`${wanted}${grew ? ', and it changed the case' : ''}`]
}

function refusesWith(expects: Exclude<Expected, string>, { codes }: Answered): boolean {
  const allowed = 'or' in expects ? expects.or : expects
  return codes.some((code) => allowed.includes(code))
}

/** A failed signature is told of, and the task lies open again as it was. */
function givenBack({ codes }: Answered, before: ApplicationRecord, after: ApplicationRecord): boolean {
  const decisions = ({ state }: ApplicationRecord) =>
    Object.values(state.tasks).flatMap(({ decided }) => decided).length
  return codes.includes('signing-wrong-secret') && after.state.latch === null && decisions(before) === decisions(after)
}

/** Whether anything was added but what a rung of a clock brought about by itself. */
async function grewByPeople(house: WalkHouse, before: ApplicationRecord, after: ApplicationRecord): Promise<boolean> {
  if (before.state.head === after.state.head) return false
  const next = await house.inside(() =>
    TimelineEntry.findOne({ application: after._id, seq: before.state.seq + 1 }).lean(),
  )
  return next?.type !== 'rung-reached'
}
