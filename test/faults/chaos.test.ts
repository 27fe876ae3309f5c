import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { inParallel } from '../../infra/in-parallel.ts'
import { openWalkHouse, type WalkHouse } from '../flow/walk/house.ts'
import { plansOf } from '../flow/walk/plan.ts'
import { type Walked, walkCase } from '../flow/walk/walk.ts'
import { openWorkerProcess, type WorkerProcess } from './chaos/worker-process.ts'
import { openWorld } from './chaos/world.ts'
import { checkNumbers, wrongClocks } from './check-stories.ts'
import { until } from './until.ts'

/**
 * Cases of every service in the hands of people who do what the dice say, while days off are announced and taken back,
 * stand-ins come and go, officers are away, and the worker is killed again and again. Afterwards a checker that shares no
 * code with the product counts every clock anew from the raw timelines (test/clocks). `CHAOS_CASES`, `CHAOS_SEED`,
 * `CHAOS_SECONDS`.
 */
const seed = Number(process.env.CHAOS_SEED ?? Date.now() % 2 ** 31)
const cases = Number(process.env.CHAOS_CASES ?? 60)
const seconds = process.env.CHAOS_CASES
  ? Number(process.env.CHAOS_SECONDS ?? 7_200)
  : Number(process.env.CHAOS_SECONDS ?? 35)
const lanes = 10
/**
 * Between two happenings, and between two deaths. A long run is given time to live in: at the short one's pace calendars
 * change some five hundred times in twenty minutes, each for every open case, and the worker does little else.
 */
const pace = process.env.CHAOS_CASES ? { happeningMs: 3_000, killMs: 15_000 } : { happeningMs: 1_500, killMs: 15_000 }

let house: WalkHouse
let worker: WorkerProcess

beforeAll(async () => {
  house = await openWalkHouse({ worker: false })
  worker = await openWorkerProcess(house.env)
})
afterAll(async () => {
  await worker?.stop()
  await house?.close()
})

test('whoever meddles and whatever dies, every case stays one story', async () => {
  const deadline = Date.now() + seconds * 1_000
  const isLate = () => Date.now() > deadline
  const world = openWorld(house)
  await world.begin()
  const walked: Walked[] = []
  const stories: string[] = []
  let kills = 0
  let isOver = false
  // When time is up they are left in peace, or what waits would wait for a worker that dies again and again.
  const isQuiet = () => isOver || isLate()
  const meddling = repeat(pace.happeningMs, isQuiet, () => world.next(dice()))
  const killing = repeat(pace.killMs, isQuiet, async () => {
    await worker.kill()
    kills += 1
  })
  await inParallel(plansOf({ seed, cases }), lanes, async (plan) => {
    if (isLate()) return
    const one = await walkCase(house, plan, isLate, { judges: false })
    walked.push(one)
    if (one.faults.length > 0) stories.push([...one.trace, ...one.faults.map((fault) => `! ${fault}`)].join('\n'))
  })
  isOver = true
  await Promise.all([meddling, killing])
  const acts = walked.reduce((sum, { trace }) => sum + trace.length, 0)
  console.info(`seed ${seed}: ${walked.length} cases, ${acts} acts, ${world.told.length} happenings, ${kills} kills`)
  expect(stories.join('\n\n'), `seed ${seed}\n${world.told.join('\n')}`).toBe('')
  expect(kills).toBeGreaterThan(0)
  expect(acts, 'more was done than cases were filed').toBeGreaterThan(walked.length)
  await until('every calendar is with every case', async () => ((await world.settled()) ? true : null), 120_000)
}, 7_200_000)

test('every clock, counted anew from the raw timeline, agrees to the minute; numbers are whole', async () => {
  // The last worker to be killed left something to its successor: a rung that is due comes late, or is missed for good.
  await vi.waitFor(async () => expect(await house.inside(wrongClocks)).toEqual([]), {
    timeout: 120_000,
    interval: 2_000,
  })
  expect(await house.inside(checkNumbers)).toEqual([])
}, 1_800_000)

/** Runs until it is over, with a breath between; what goes wrong ends it. */
async function repeat(everyMs: number, isOver: () => boolean, work: () => Promise<void>): Promise<void> {
  while (!isOver()) {
    await new Promise((resolve) => setTimeout(resolve, everyMs))
    if (!isOver()) await work()
  }
}

let thrown = seed
/** A linear congruential step (Numerical Recipes), so that a seed repeats the happenings. */
function dice(): number {
  thrown = (Math.imul(thrown, 1_664_525) + 1_013_904_223) >>> 0
  return thrown >>> 8
}
