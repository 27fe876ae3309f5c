import { directActs, repeatedActs } from './acts/again.ts'
import { appealActs } from './acts/appeal.ts'
import { applicantActs } from './acts/applicant.ts'
import { decisionActs } from './acts/decide.ts'
import { deskActs } from './acts/desk.ts'
import { moneyActs } from './acts/money.ts'
import { outsideActs } from './acts/outside.ts'
import { timeActs } from './acts/time.ts'
import { turnActs } from './acts/turns.ts'
import { visitActs } from './acts/visit.ts'
import type { Act, Scene } from './scene.ts'

/** Everything that somebody might do with the case now, rightly or not. */
export async function offersOf(scene: Scene): Promise<Act[]> {
  return [
    ...deskActs(scene),
    ...decisionActs(scene),
    ...visitActs(scene),
    ...applicantActs(scene),
    ...turnActs(scene),
    ...appealActs(scene),
    ...(await moneyActs(scene)),
    ...outsideActs(scene),
    ...timeActs(scene),
    ...repeatedActs(scene),
    ...directActs(scene),
  ]
}

/** The act that a throw of the dice falls on, by weight. */
export function pick(acts: readonly Act[], thrown: number): Act {
  const total = acts.reduce((sum, { weight }) => sum + weight, 0)
  let left = (thrown / 2 ** 30) * total
  for (const act of acts) {
    left -= act.weight
    if (left < 0) return act
  }
  throw new RangeError('there is nothing to do')
}
