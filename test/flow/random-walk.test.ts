import { afterAll, beforeAll, expect, test } from 'vitest'
import { rebuild } from '../../activities/record/rebuild.ts'
import { inParallel } from '../../infra/in-parallel.ts'
import { checkNumbers, wrongClocks } from '../faults/check-stories.ts'
import { openWalkHouse, type WalkHouse } from './walk/house.ts'
import { plansOf } from './walk/plan.ts'
import { howToRepeat, settings } from './walk/settings.ts'
import { type Walked, walkCase } from './walk/walk.ts'

/**
 * Cases of every service, walked as dice say through what is right and what is wrong to do, many side by side. After each
 * act everything that must hold is looked at (walk/check).
 */
let house: WalkHouse
const walked: Walked[] = []

beforeAll(async () => {
  house = await openWalkHouse()
})
afterAll(() => house?.close())

test('whatever people, time and outside systems do, in whatever order, every case stays one story', async () => {
  const plans = plansOf(settings).map((plan, index) => ({ plan, index }))
  const chosen = settings.only === null ? plans : plans.filter(({ index }) => index === settings.only)
  // Soon enough to come on a busy machine too: when the first have been walked, and some more.
  const restarts = [settings.lanes, settings.lanes * 3]
  let restarted = 0
  const deadline = Date.now() + settings.seconds * 1_000
  const isLate = () => Date.now() > deadline
  const told: string[] = []
  let restarting = Promise.resolve()
  await inParallel(chosen, settings.lanes, async ({ plan, index }, place) => {
    if (isLate()) return
    if (restarts.includes(place)) {
      restarted += 1
      restarting = restarting.then(house.restartWorker)
    }
    const one = await walkCase(house, plan, isLate)
    walked.push(one)
    if (one.faults.length > 0) told.push(story(index, one))
  })
  await restarting
  tellHowMuch()
  expect(told.join('\n\n'), `seed ${settings.seed}`).toBe('')
  if (settings.only === null) expect(restarted, 'the worker was restarted').toBeGreaterThan(0)
  const acts = walked.reduce((sum, { trace }) => sum + trace.length, 0)
  expect(acts, 'more was done than cases were filed').toBeGreaterThan(walked.length)
}, 3_600_000)

test('what is read is what the timelines say, and no number is missing or given twice', async () => {
  await house.tellAmended()
  const deps = await house.caseDeps()
  const { findings, orphans } = await house.inside(() => rebuild(deps, { check: true }))
  expect(findings).toEqual([])
  expect(orphans).toEqual([])
  expect(await house.inside(checkNumbers)).toEqual([])
  expect(await house.inside(wrongClocks)).toEqual([])
})

function story(index: number, { trace, faults }: Walked): string {
  return [
    howToRepeat(index),
    ...trace.map((line, at) => `  ${at}. ${line}`),
    ...faults.map((fault) => `  ! ${fault}`),
  ].join('\n')
}

function tellHowMuch(): void {
  const acts = walked.reduce((sum, { trace }) => sum + trace.length, 0)
  console.info(`seed ${settings.seed}: ${walked.length} cases, ${acts} acts`)
}
