import mongoose from 'mongoose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Kpi } from '../../catalogue/schema/kpis.ts'
import type { KpiRow } from '../../contracts/oversight-kpis.ts'
import { plainDay } from '../../domain/indonesian-time.ts'
import { lastBuckets } from '../../domain/oversight/buckets.ts'
import { Task } from '../../models/case/task.ts'
import { forgetCatalogue } from '../../models/catalogue/cache.ts'
import { RegencyModel } from '../../models/catalogue/regency.ts'
import { Membership } from '../../models/membership.ts'
import { type CaseApiHouse, openCaseApiHouse } from './case-api-house.ts'

const soon = { timeout: 20_000 }
let house: CaseApiHouse
const months = lastBuckets(plainDay(Date.now(), 420), 'month', 12)

const source = { document: 'Target contoh', illustrative: true as const }
const figures: Kpi[] = [
  {
    code: 'tepat',
    name: { id: 'Tepat waktu', en: 'In time' },
    measure: 'decided-in-time',
    by: 'office',
    period: { grain: 'month', last: 2 },
    target: { direction: 'at-least', value: 90, source },
  },
  {
    code: 'lewat',
    name: { id: 'Lewat waktu', en: 'Overdue' },
    measure: 'overdue-share-now',
    by: 'office',
    target: { direction: 'at-most', value: 5, source },
  },
  {
    code: 'masuk-dukcapil',
    name: { id: 'Masuk di Dispendukcapil', en: 'Received there' },
    measure: 'received',
    only: { agency: 'dispendukcapil' },
    period: { grain: 'month', last: 1 },
    target: { direction: 'at-most', value: 100, source },
  },
  {
    code: 'lama-akta',
    name: { id: 'Lama akta', en: 'Time of a certificate' },
    measure: 'mean-days',
    only: { service: 'akta-kelahiran' },
    period: { grain: 'month', last: 12 },
    target: { direction: 'at-most', value: 3, source },
  },
]

const raw = (name: string) => {
  const { db } = mongoose.connection
  if (!db) throw new Error('not connected')
  return db.collection(name)
}
const ask = async (person = 'admin', filter: object = {}) => {
  const path = `/api/oversight/kpis?filter=${encodeURIComponent(JSON.stringify(filter))}`
  const answer = await house.getAs(person, path)
  expect(answer.status, answer.text).toBe(200)
  return new Map((answer.json as KpiRow[]).map((row) => [row.id, row]))
}
const tally = (
  office: string,
  from: string | undefined,
  sums: object,
  of: { subject?: string; service?: string } = {},
) => {
  const { subject = 'task', service = null } = of
  const level = service === null ? 'office' : 'service'
  return {
    regency: 'banyuwangi',
    name: [subject, office, from, service].join('~'),
    subject,
    grain: 'month',
    from,
    level,
    agency: office,
    village: null,
    office,
    service,
    step: null,
    officer: null,
    ...sums,
  }
}

beforeAll(async () => {
  house = await openCaseApiHouse()
  // The demo's supervisor answers for many agencies; here for one.
  const others = { role: 'supervisor' as const, agency: { $ne: 'dpmptsp' } }
  await house.inside(() => Membership.updateMany(others, { $set: { until: new Date(0) } }))
  await raw('tallies').insertMany([
    tally('dpmptsp', months.at(-1), { decided: 10, timed: 10, late: 0 }),
    tally('dpmptsp', months.at(-2), { decided: 10, timed: 10, late: 1 }),
    tally('dispendukcapil', months.at(-1), { decided: 10, timed: 10, late: 6 }),
    tally('dispendukcapil', months.at(-3), { decided: 10, timed: 10, late: 10 }),
    tally('dispendukcapil', months.at(-1), { received: 3 }, { subject: 'case' }),
    tally(
      'dispendukcapil',
      months.at(-5),
      { closed: 2, officeMs: 2 * 86_400_000, applicantMs: 86_400_000, outsideMs: 0 },
      { subject: 'case', service: 'akta-kelahiran' },
    ),
  ])
})
afterAll(() => house.close())

describe('what the regency holds itself to', () => {
  test('is what the pack says, in its order, with its source', async () => {
    const rows = [...(await ask()).values()]
    expect(rows.map(({ id }) => id)).toEqual([
      'janji-layanan',
      'tugas-tepat-waktu',
      'tugas-lewat-waktu',
      'waktu-kantor',
      'di-luar-urutan',
      'lama-sip-bidan',
    ])
    expect(rows[0]?.target.source).toMatchObject({ article: 'Pasal 15 huruf f', illustrative: true })
    await house.inside(() => RegencyModel.updateOne({}, { $set: { kpis: figures } }))
    forgetCatalogue()
  })

  test('is told with value, target, trend, and who falls short, the worst first', async () => {
    const rows = await ask()
    const inTime = rows.get('tepat')
    expect(inTime).toMatchObject({
      value: 76.7,
      met: false,
      unit: 'percent',
      period: { grain: 'month', last: 2 },
      target: { direction: 'at-least', value: 90 },
      groups: {
        told: 2,
        met: 1,
        worst: [{ office: 'dispendukcapil', value: 40, names: { office: 'Dispendukcapil' } }],
      },
    })
    expect(inTime?.trend).toHaveLength(12)
    expect(inTime?.trend.slice(-3)).toEqual([
      { from: months.at(-3), value: 0 },
      { from: months.at(-2), value: 90 },
      { from: months.at(-1), value: 70 },
    ])
    expect(inTime?.trend[0]?.value).toBeNull()
    expect(rows.get('masuk-dukcapil')).toMatchObject({ value: 3, met: true, office: 'dispendukcapil' })
    expect(rows.get('lama-akta')).toMatchObject({ value: 1.5, met: true, service: 'akta-kelahiran', unit: 'days' })
  })

  test('now changes as tasks do, and has no trend', async () => {
    expect((await ask()).get('lewat')).toMatchObject({ value: null, met: null, trend: [], period: null })
    const made = await house.file('sip-bidan')
    await house.file('sip-bidan')
    const lewat = async () => (({ value, met }) => ({ value, met }))((await ask()).get('lewat') as KpiRow)
    await expect.poll(lewat, soon).toEqual({ value: 0, met: true })
    const past = { dueAt: new Date(Date.now() - 1_000), warnAt: new Date(0) }
    await house.inside(() => Task.updateOne({ number: made.number, status: 'open' }, { $set: past }))
    await expect.poll(lewat, soon).toEqual({ value: 50, met: false })
  })

  test('is of the part that is asked for, and what is of another part is left out', async () => {
    const rows = await ask('admin', { office: 'dpmptsp' })
    expect(rows.get('tepat')).toMatchObject({ value: 95, met: true, groups: { told: 1, met: 1, worst: [] } })
    expect([...rows.keys()]).toEqual(['tepat', 'lewat', 'lama-akta'])
    expect([...(await ask('admin', { service: 'sip-bidan' })).keys()]).toEqual(['tepat', 'lewat', 'masuk-dukcapil'])
  })

  test('of an office is for those who answer for it', async () => {
    const rows = await ask('supervisor')
    expect([...rows.keys()]).toEqual(['tepat', 'lewat'])
    expect(rows.get('tepat')).toMatchObject({ value: 95, groups: { told: 1, worst: [] } })
    expect((await ask('supervisor', { office: 'dispendukcapil' })).get('tepat')).toMatchObject({ value: null })
    expect((await ask('kades')).get('tepat')).toMatchObject({ value: null, met: null })
    for (const person of ['verifikator', 'warga', 'katalog'])
      expect((await house.getAs(person, '/api/oversight/kpis')).status, person).toBe(403)
    expect((await house.get('/api/oversight/kpis')).status).toBe(401)
  })

  test('is taken along as a file, trend and groups with it', async () => {
    const csv = await house.getAs('admin', '/api/oversight/export/kpis?format=csv')
    expect(csv.status, csv.text).toBe(200)
    const lines = csv.text.split('\r\n')
    expect(lines[0]).toContain('kpi,name,measure,unit,direction,target,source,row,from,office,officeName')
    const own = lines.filter((line) => line.startsWith('tepat,'))
    expect(own).toHaveLength(1 + 12 + 2)
    expect(own[0]).toBe(
      'tepat,Tepat waktu,decided-in-time,percent,at-least,90,"Target contoh, angka contoh",value,,,,,,,,,,76.7,missed',
    )
    expect(own.at(-1)).toMatch(/,group,,dpmptsp,DPMPTSP,.*,95,met$/)
    const mine = await house.getAs('supervisor', '/api/oversight/export/kpis?format=csv')
    expect(mine.text).not.toContain('ispendukcapil')
    expect((await house.getAs('verifikator', '/api/oversight/export/kpis')).status).toBe(403)
  })

  test('asked for in a way that is not known is refused, and named', async () => {
    const filter = encodeURIComponent(JSON.stringify({ officer: 'nobody' }))
    const refused = await house.getAs('admin', `/api/oversight/kpis?filter=${filter}`)
    expect(refused.status).toBe(400)
    expect(refused.text).toContain('officer')
  })
})
