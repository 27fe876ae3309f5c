import { isDeepStrictEqual } from 'node:util'
import mongoose from 'mongoose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rebuild } from '../../activities/record/rebuild.ts'
import type { ApplicationReceipt } from '../../contracts/applications.ts'
import type { AgeingRow, OvertakingRow, ResultRow, SpentRow, TrendRow } from '../../contracts/oversight-history.ts'
import type { PublicCompliance } from '../../contracts/public-compliance.ts'
import { bucketOf } from '../../domain/oversight/buckets.ts'
import { caseDeps } from '../../engine/case-deps.ts'
import { createLogger } from '../../infra/logger.ts'
import { up } from '../../migrations/2026-11-28-0100-oversight.ts'
import { Audit } from '../../models/audit.ts'
import { TimelineEntry } from '../../models/case/timeline-entry.ts'
import { countNext } from '../../models/oversight/count.ts'
import { MovementModel } from '../../models/oversight/movement.ts'
import { OvertakingReason } from '../../models/oversight/overtaking-reason.ts'
import { recount } from '../../models/oversight/recount.ts'
import { Tally } from '../../models/oversight/tally.ts'
import { type CaseApiHouse, openCaseApiHouse } from './case-api-house.ts'

const wib = 420
const soon = { timeout: 20_000 }
let house: CaseApiHouse

beforeAll(async () => {
  house = await openCaseApiHouse()
})
afterAll(() => house.close())

const count = async () => {
  while ((await countNext(async () => wib)) > 0);
}
const ask = async <Row>(list: string, filter: object = {}, person = 'admin') => {
  const path = `/api/oversight/${list}?filter=${encodeURIComponent(JSON.stringify(filter))}`
  const answer = await house.getAs(person, path)
  expect(answer.status, answer.text).toBe(200)
  return answer.json as Row[]
}
const raw = (name: string) => {
  const { db } = mongoose.connection
  if (!db) throw new Error('not connected')
  return db.collection(name)
}

/** Small and seeded: the same walk each time. */
function random(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

type Line = {
  application: string
  seq: number
  type: string
  at: number
  by: { id: string }
  data: Record<string, unknown>
}
type Span = { step: string; opened: number; ended: number; by: string; away: { from: number; until: number }[] }

/** What the timelines say, read in the plainest way there is. */
async function slowly() {
  const lines = (await house.inside(() =>
    TimelineEntry.find().sort({ application: 1, seq: 1 }).lean(),
  )) as unknown as Line[]
  const spans = new Map<string, Span>()
  const cases = { received: 0, closed: 0 }
  for (const { type, at, by, data } of lines) {
    const task = String(data.task)
    const span = spans.get(task)
    if (type === 'received') cases.received += 1
    if (type === 'closed') cases.closed += 1
    if (type === 'task-opened')
      spans.set(task, {
        step: `${(data.desk as { agency: string }).agency}/${data.step}`,
        opened: at,
        ended: Number.POSITIVE_INFINITY,
        by: '',
        away: [],
      })
    if (!span) continue
    if (type === 'task-decided' && data.decision === 'return')
      span.away.push({ from: at, until: Number.POSITIVE_INFINITY })
    else if (type === 'task-decided') Object.assign(span, { ended: at, by: by.id })
    if (type === 'corrected') for (const each of span.away) each.until = Math.min(each.until, at)
  }
  const all = [...spans.values()]
  const inLine = ({ opened, away }: Span, at: number) =>
    opened <= at && !away.some(({ from, until }) => from <= at && at < until)
      ? Math.max(opened, ...away.filter(({ until }) => until <= at).map(({ until }) => until))
      : null
  const decided = all.filter(({ ended }) => Number.isFinite(ended))
  const overtakings = decided.filter((one) =>
    all.some((other) => {
      const [own, its] = [inLine(one, one.ended), inLine(other, one.ended)]
      return (
        other !== one && other.step === one.step && other.ended > one.ended && own !== null && its !== null && its < own
      )
    }),
  )
  return { ...cases, decided: decided.length, overtakings: overtakings.length, tasks: all.length }
}

async function counted() {
  const [results, spent, ageing] = await Promise.all([
    ask<ResultRow>('results', { by: 'officer' }),
    ask<SpentRow>('time-spent', { by: 'service' }),
    ask<AgeingRow>('ageing'),
  ])
  const sum = <Row>(rows: Row[], of: (row: Row) => number) => rows.reduce((all, row) => all + of(row), 0)
  const received = sum(spent, (row) => row.received)
  return {
    received,
    closed: received - sum(ageing, ({ open }) => open),
    decided: sum(results, (row) => row.decided),
    overtakings: sum(results, (row) => row.overtakings),
  }
}

const tallies = async () =>
  (await house.inside(() => Tally.find().sort({ name: 1 }).lean())).map(
    ({ _id, ...row }) => row as Record<string, unknown>,
  )

describe('what happened', () => {
  test('after many acts in no order, the sums are what a slow recount of the timelines finds', async () => {
    const next = random(20_261_128)
    const filed: ApplicationReceipt[] = []
    for (let each = 0; each < 5; each += 1) filed.push(await house.file('sip-bidan'), await house.file('ak-1'))
    const ready = () =>
      filed.map((receipt, at) =>
        at % 2 === 0
          ? { receipt, by: 'verifikator', step: 'kelengkapan' }
          : { receipt, by: 'disnaker', step: 'pemeriksaan' },
      )
    const left = ready()
    while (left.length > 2) {
      const [one] = left.splice(next(left.length), 1)
      if (!one) break
      const task = `${one.receipt.number}:${one.step}`
      const body =
        next(4) === 0
          ? { decision: 'return', deficiencies: [{ target: 'document', name: 'ktp', message: 'Buram' }] }
          : { decision: 'approve' }
      const answer = await house.decide(one.by, task, body)
      expect(answer.status, answer.text).toBe(200)
      if (next(2) === 0) await count()
    }
    const going = filed.filter((_, at) => at % 2 === 0)
    for (const { id } of going.slice(0, 2)) {
      if ((await house.read(id)).status !== 'returned')
        await house.postAs('warga', `/api/applications/${id}/withdraw`, {})
    }
    await count()
    const { tasks, ...said } = await slowly()
    expect(tasks).toBeGreaterThan(10)
    expect(said.overtakings).toBeGreaterThan(0)
    const both = async () => {
      await count()
      const { tasks: _, ...again } = await slowly()
      return { counted: await counted(), slowly: again }
    }
    // Cases close a moment after their last decision.
    await expect
      .poll(async () => ((each) => isDeepStrictEqual(each.counted, each.slowly))(await both()), soon)
      .toBe(true)
    expect((await both()).counted).toEqual((await both()).slowly)
    expect(await house.inside(() => recount(wib, { check: true }))).toBe(0)
  })

  test('is shown by office, by officer and over time, and each overtaking by its number', async () => {
    const offices = await ask<ResultRow>('results')
    expect(offices.map(({ office }) => office).sort()).toEqual(expect.arrayContaining(['disnaker', 'dpmptsp']))
    const trend = await ask<TrendRow>('trend', { grain: 'week', last: 4 })
    expect(trend).toHaveLength(4)
    expect(trend.at(-1)?.decided).toBe(offices.reduce((sum, { decided }) => sum + decided, 0))
    expect(trend.at(-1)?.onTimeShare).toBe(1)
    const overtakings = await ask<OvertakingRow>('overtakings')
    const { overtakings: said } = await slowly()
    expect(overtakings).toHaveLength(said)
    expect(overtakings[0]).toMatchObject({ reason: null, overtookFree: overtakings[0]?.overtook })
    const [spent] = await ask<SpentRow>('time-spent', { by: 'office', office: 'disnaker' })
    expect(spent).toMatchObject({ office: 'disnaker', late: 0 })
  })

  test('out of turn is explained by whoever decided it and whoever answers for them; what is said stays', async () => {
    const all = await ask<OvertakingRow>('overtakings')
    const row = all.find(({ office }) => office === 'dpmptsp')
    if (!row) throw new Error('nobody at DPMPTSP went before anybody')
    expect(row).toMatchObject({ reasons: [], mayExplain: false })
    const path = `/api/oversight/overtakings/${row.application}/${encodeURIComponent(row.task)}/reasons`
    const explain = (person: string, reason: unknown, key?: string) =>
      house.postAs(person, path, { reason }, key ? { key } : {})

    expect((await house.post(path, { body: { reason: 'Kesalahan' } })).status).toBe(401)
    for (const person of ['warga', 'admin', 'katalog'])
      expect((await explain(person, 'Bukan urusannya')).status, person).toBe(403)
    // Not their office, nor their decision: nothing there for them.
    for (const person of ['disnaker', 'kades', 'teknis'])
      expect((await explain(person, 'Bukan urusannya')).status, person).toBe(404)
    const short = await explain('supervisor', ' a ')
    expect(short).toMatchObject({ status: 400, problem: { errors: [{ field: 'reason' }] } })
    expect((await explain('supervisor', 'x'.repeat(501))).status).toBe(400)
    expect((await house.postAs('supervisor', path, { reason: 'Mendesak', note: 'x' })).status).toBe(400)
    const elsewhere = path.replace(row.application, 'tiada')
    expect((await house.postAs('supervisor', elsewhere, { reason: 'Mendesak' })).status).toBe(404)

    const key = crypto.randomUUID()
    const own = await explain('verifikator', '  Berkas lain menunggu surat rekomendasi.  ', key)
    expect(own.status, own.text).toBe(201)
    expect((await explain('verifikator', 'Berkas lain menunggu surat rekomendasi.', key)).status).toBe(201)
    expect(await explain('verifikator', 'Alasan yang lain', key)).toMatchObject({ status: 422 })
    const line = { text: 'Berkas lain menunggu surat rekomendasi.', by: { name: 'Bagus Prasetyo' } }
    expect((own.json as OvertakingRow).reasons).toMatchObject([line])
    expect((await explain('supervisor', 'Sudah saya periksa.')).status).toBe(201)
    const seen = (await ask<OvertakingRow>('overtakings', {}, 'supervisor')).find(({ task }) => task === row.task)
    expect(seen).toMatchObject({ mayExplain: true, reasons: [line, { text: 'Sudah saya periksa.' }] })

    const filter = encodeURIComponent(JSON.stringify({ office: 'dpmptsp' }))
    const csv = await house.getAs('supervisor', `/api/oversight/export/overtakings?format=csv&filter=${filter}`)
    expect(csv.text).toMatch(/Bagus Prasetyo, [^:]+:\d\d:\S+: Berkas lain menunggu surat rekomendasi\.\n/)
    const kept = await house.inside(() => Audit.find({ act: 'explain-overtaking' }).lean())
    expect(kept.map(({ subject }) => subject.kind)).toEqual(['overtaking', 'overtaking'])
    expect(JSON.stringify(kept)).not.toContain('rekomendasi')
    const change = () => OvertakingReason.updateOne({ task: row.task }, { $set: { text: 'Lain' } })
    await expect(house.inside(change)).rejects.toThrow('append-only')
  })

  test('out of turn takes five lines, also from many at once, and then says so', async () => {
    const row = (await ask<OvertakingRow>('overtakings', {}, 'supervisor')).find(({ reasons }) => reasons.length === 2)
    const path = `/api/oversight/overtakings/${row?.application}/${encodeURIComponent(row?.task ?? '')}/reasons`
    const at = Array.from({ length: 5 }, (_, each) => house.postAs('supervisor', path, { reason: `Tambahan ${each}` }))
    const answers = await Promise.all(at)
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 201, 409, 409])
    expect(answers.find(({ status }) => status === 409)?.problem).toMatchObject({ code: 'reasons-full' })
  })

  test('of an office is for those who answer for it', async () => {
    for (const list of ['results', 'trend', 'time-spent', 'ageing', 'overtakings']) {
      expect((await house.getAs('verifikator', `/api/oversight/${list}`)).status, list).toBe(403)
      expect((await house.getAs('warga', `/api/oversight/${list}`)).status, list).toBe(403)
    }
    expect(await ask<ResultRow>('results', {}, 'kades')).toEqual([])
    expect(await ask<OvertakingRow>('overtakings', { office: 'disnaker' }, 'kades')).toEqual([])
    const trend = await ask<TrendRow>('trend', {}, 'kades')
    expect(trend.length).toBeGreaterThan(0)
    expect(trend.filter(({ decided }) => decided !== 0)).toEqual([])
  })

  test('is published by agency for whole months alone, and never of a few', async () => {
    const look = async () => (await house.get('/api/public-compliance')).json as PublicCompliance
    expect((await look()).agencies).toEqual([])
    const { from } = await look()
    const sums = (office: string, timed: number, grain: 'month' | 'quarter') => ({
      regency: 'banyuwangi',
      name: `x|${office}|${grain}`,
      subject: 'case',
      grain,
      from: bucketOf(from, grain),
      level: 'office',
      agency: office,
      village: null,
      office,
      service: null,
      step: null,
      officer: null,
      timed,
      late: 1,
    })
    const each = (grain: 'month' | 'quarter') => [sums('dpmptsp', 10, grain), sums('disnaker', 9, grain)]
    await raw('tallies').insertMany([...each('month'), ...each('quarter')])
    expect((await look()).agencies.map(({ code, kept }) => [code, kept])).toEqual([
      ['dpmptsp', { cases: 10, percent: 90 }],
      ['disnaker', null],
    ])
    await raw('tallies').deleteMany({ name: /^x/ })
  })

  test('is taken along as a file by whoever may, and the audit knows', async () => {
    const csv = await house.getAs('admin', '/api/oversight/export/results?format=csv')
    expect(csv.status, csv.text).toBe(200)
    expect(csv.headers.get('content-disposition')).toBe('attachment; filename="results.csv"')
    expect(csv.text).toContain('office,officeName,decided,timed,late')
    expect(csv.text).toMatch(/^dpmptsp,DPMPTSP,\d+/m)
    const token = await house.as('admin')
    const file = await fetch(`${house.url}/api/oversight/export/overtakings?format=xlsx`, {
      headers: { authorization: `Bearer ${token}` },
    })
    expect(
      Buffer.from(await file.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK')
    for (const table of ['standing', 'trend', 'time-spent'])
      expect((await house.getAs('supervisor', `/api/oversight/export/${table}?format=csv`)).status).toBe(200)
    expect((await house.getAs('verifikator', '/api/oversight/export/results')).status).toBe(403)
    expect((await house.getAs('admin', '/api/oversight/export/people')).status).toBe(404)
    expect((await house.getAs('admin', '/api/oversight/export/results?format=pdf')).status).toBe(400)
    const kept = await house.inside(() => Audit.find({ act: 'export' }).sort({ seq: 1 }).lean())
    expect(kept.map(({ subject }) => subject.id)).toEqual([
      'overtakings.csv',
      'results.csv',
      'overtakings.xlsx',
      'standing.csv',
      'trend.csv',
      'time-spent.csv',
    ])
  })

  test('damaged, is told by a check and mended by a rebuild; told of old cases by the migration, it comes out the same', async () => {
    const deps = await caseDeps(house.env, createLogger('test', 'silent'))
    const look = (check: boolean) => house.inside(() => rebuild(deps, { check }))
    const before = await tallies()
    await raw('tallies').updateOne({ subject: 'task', level: 'office' }, { $inc: { decided: 5 } })
    const gone = await house.inside(() => MovementModel.findOne({ kind: 'decided' }).orFail().lean())
    await raw('movements').deleteOne({ application: gone.application, seq: gone.seq })
    const checked = await look(true)
    expect(checked.tallies).toBeGreaterThan(0)
    expect(checked.findings).toEqual([{ kind: 'differs', number: gone.number, what: [`movement ${gone.seq}`] }])
    await look(false)
    expect(await tallies()).toEqual(before)
    expect(await look(true)).toMatchObject({ findings: [], tallies: 0 })

    const { db } = mongoose.connection
    if (!db) throw new Error('not connected')
    for (const name of ['tallies', 'movements']) await raw(name).deleteMany({})
    await up(db as never)
    await up(db as never)
    await count()
    expect(await tallies()).toEqual(before)
  })
})
