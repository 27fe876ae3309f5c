import { isDeepStrictEqual } from 'node:util'
import { MongoClient } from 'mongodb'
import type { BenchHouse } from '../house.ts'
import { signIn } from '../http-lifecycle.ts'
import { type Round, run } from '../load.ts'
import { type Question, questionsOf } from './questions.ts'
import { seedClosed, seedNames, seedOpen } from './seed.ts'

export type OversightFigures = {
  open: number
  closed: number
  /** First answer of a process: it reads all open tasks. */
  firstMs: number
  tallies: number
  lists: { name: string; lontar: Round; driver: Round }[]
}

/**
 * What an admin of the whole regency asks of oversight, among many open and closed tasks, over HTTP, against the bare driver
 * working out the same from the same collections. Both answers are compared before either is timed.
 */
export async function benchOversight(
  house: BenchHouse,
  { open, closed, requests, inFlight }: { open: number; closed: number; requests: number; inFlight: number },
): Promise<OversightFigures> {
  const mongo = await MongoClient.connect(house.mongodbUri, { maxPoolSize: inFlight })
  try {
    const db = mongo.db('lontar')
    const now = Date.now()
    await seedNames(db)
    await seedOpen(db, open, now)
    const tallies = await seedClosed(db, closed, now)
    const questions = questionsOf({ url: house.url, token: await signIn(house.url, 'admin@demo.test'), db })
    const started = performance.now()
    await questions[0]?.over()
    const firstMs = performance.now() - started
    const lists = []
    for (const question of questions) {
      await agree(question)
      const over = async () => void (await question.over())
      const bare = async () => void (await question.bare())
      await run(5, 2, over)
      await run(2, 1, bare)
      const driver = await run(Math.min(requests, 60), inFlight, bare)
      lists.push({ name: question.name, driver, lontar: await run(requests, inFlight, over) })
    }
    return { open, closed, firstMs, tallies, lists }
  } finally {
    await mongo.close()
  }
}

/** A clock may run out between both answers, so they may differ once; they do not every time. */
async function agree({ name, over, bare }: Question): Promise<void> {
  for (let round = 0; round < 5; round += 1) {
    const [lontar, driver] = [await over(), await bare()]
    if (isDeepStrictEqual(lontar, driver)) return
    if (round === 4) {
      const other = Object.keys({ ...lontar, ...driver }).find((key) => !isDeepStrictEqual(lontar[key], driver[key]))
      throw new Error(`${name}: Lontar and the driver answer differently, first of all ${other}`)
    }
  }
}
