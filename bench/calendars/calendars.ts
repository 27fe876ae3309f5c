import { setTimeout as pause } from 'node:timers/promises'
import { MongoClient } from 'mongodb'
import type { CalendarDetail } from '../../contracts/calendars.ts'
import { readEnv } from '../../infra/env.ts'
import { connectMongo, disconnectMongo } from '../../infra/mongo.ts'
import { connectTemporal } from '../../infra/temporal.ts'
import { cpuMeter } from '../cpu.ts'
import type { BenchHouse } from '../house.ts'
import { signIn } from '../http-lifecycle.ts'
import { bareWrites } from './bare-writes.ts'
import { openCases } from './open-cases.ts'

const lanes = 6

export type CalendarFigures = {
  cases: number
  running: number
  /** Until no open case was left that an older version counts, from the moment the announcement was sent. */
  rounds: { what: string; previewMs: number; seconds: number; perSecond: number; cpu: Record<string, number> }[]
  barePerSecond: number
}

/**
 * A day off announced over HTTP while so many cases are open, and taken back: how long until every clock counts by the new
 * calendar. Against the bare driver writing as much, in the same run.
 */
export async function benchCalendars(
  house: BenchHouse,
  { cases, running }: { cases: number; running: number },
): Promise<CalendarFigures> {
  const env = readEnv({ ...process.env, ...house.env })
  await connectMongo(house.mongodbUri)
  const temporal = connectTemporal(env)
  const mongo = await MongoClient.connect(house.mongodbUri)
  try {
    await openCases(env, temporal, { cases, running })
    const token = await signIn(house.url, 'katalog@demo.test')
    const bare = await bareWrites(house.mongodbUri, Math.min(cases, 1_000), lanes)
    const date = dayAhead((await call(token, `${house.url}/api/calendars/banyuwangi`)) as CalendarDetail)
    const rounds = [await measure('announced', date), await measure('taken back', date)]
    return { cases, running, rounds, barePerSecond: bare.perSecond }

    async function measure(what: 'announced' | 'taken back', date: string) {
      const path = `${house.url}/api/calendars/banyuwangi`
      const calendar = (await call(token, path)) as CalendarDetail
      const name = { id: 'Cuti bersama', en: 'Joint leave' }
      const body = {
        version: calendar.version,
        ...(what === 'announced' ? { closures: [{ date, kind: 'cuti-bersama', name }] } : { withdraws: [date] }),
        reason: 'Untuk pengukuran',
        source: 'Surat contoh nomor 1',
      }
      let from = performance.now()
      await call(token, `${path}/preview`, body)
      const previewMs = performance.now() - from
      const cpu = cpuMeter(house.pids)
      from = performance.now()
      await call(token, `${path}/changes`, body)
      const older = { calendar: 'banyuwangi', version: { $lt: calendar.version + 1 } }
      const left = () =>
        mongo
          .db('lontar')
          .collection('applications')
          .countDocuments({ regency: 'banyuwangi', $or: [{ clocked: { $elemMatch: older } }, { unwoken: true }] })
      while ((await left()) > 0) await pause(250)
      const seconds = (performance.now() - from) / 1_000
      const used = Object.fromEntries(Object.entries(cpu()).map(([part, ms]) => [part, ms / cases]))
      return { what, previewMs, seconds, perSecond: cases / seconds, cpu: used }
    }
  } finally {
    await mongo.close()
    await temporal.close()
    await disconnectMongo()
  }
}

/** The next day of work, which falls into every clock of the cases just opened. */
function dayAhead({ closures }: CalendarDetail): string {
  for (let day = Date.now() + 86_400_000; ; day += 86_400_000) {
    const date = new Date(day).toISOString().slice(0, 10)
    const isWeekend = [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay())
    if (!isWeekend && !closures.some((closure) => closure.date === date)) return date
  }
}

async function call(token: string, url: string, body?: object): Promise<unknown> {
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'idempotency-key': crypto.randomUUID(),
  }
  const response = await fetch(url, body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers })
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`)
  return response.json()
}
