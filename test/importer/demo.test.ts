import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rebuild } from '../../activities/record/rebuild.ts'
import { readPack } from '../../catalogue/pack/read-pack.ts'
import { loadRegions } from '../../catalogue/regions.ts'
import { readDemoCases } from '../../importer/demo/demo-cases.ts'
import { demoRows } from '../../importer/demo/generate.ts'
import { type Outlook, outlookOf } from '../../importer/outlook.ts'
import { planImport, toldOf } from '../../importer/plan.ts'
import { checkRow } from '../../importer/rows/check-row.ts'
import type { ImportRowInput } from '../../importer/rows/row.ts'
import { tellStory } from '../../importer/story/tell-story.ts'
import { storyAround } from '../../importer/story-around.ts'
import { takeOver } from '../../importer/take-over.ts'
import { Application } from '../../models/case/application.ts'
import { wib } from './fixture.ts'
import { type House, openImportHouse } from './import-house.ts'
import { packWorld } from './pack-world.ts'

const folder = 'packs/banyuwangi'

async function rowsAt(now: number): Promise<ImportRowInput[]> {
  const demo = await readDemoCases(folder)
  if (!demo) throw new Error('no demonstration')
  return demoRows(await readPack(folder), demo, await loadRegions(), now)
}

/** Every row checked and told, without a database. */
async function outlooksAt(now: number): Promise<{ row: ImportRowInput; outlook: Outlook }[]> {
  const world = await packWorld(now)
  return (await rowsAt(now)).map((row, index) => {
    const checked = checkRow({ line: index + 1, value: row, text: false }, world)
    const given = { application: 'a', number: '?', attachments: [], files: null }
    return { row, outlook: outlookOf(tellStory(toldOf(checked, given), storyAround(checked, world)).state) }
  })
}

describe('the made-up cases', () => {
  test('are the same for the same moment', async () => {
    const now = wib('2026-11-25 10:12')
    expect(await rowsAt(now)).toEqual(await rowsAt(now))
  })

  test.each(['2026-11-22 16:00', '2026-11-25 10:12', '2027-01-02 07:00', '2027-02-20 12:00', '2027-03-12 09:00'])(
    'fit the services at %s: on a Sunday, at work, at New Year, in Ramadan and on Idul Fitri',
    async (moment) => {
      const all = await outlooksAt(wib(moment))
      const open = all.filter(({ outlook }) => !outlook.closed)
      expect(all.length - open.length).toBeGreaterThanOrEqual(2_000)
      expect(open.length).toBeGreaterThanOrEqual(150)
      expect(open.filter(({ outlook }) => outlook.isLate).length).toBeGreaterThan(10)
      expect(open.filter(({ outlook }) => outlook.issuesAtOnce)).toEqual([])
    },
    60_000,
  )

  test('stand at every desk of the demo, several at each, and end in every way', async () => {
    const all = await outlooksAt(wib('2026-11-25 10:12'))
    const waiting = Map.groupBy(
      all.filter(({ outlook }) => outlook.waitsAt),
      ({ row, outlook }) => `${row.service} ${outlook.waitsAt}`,
    )
    const desks = [
      'sip-bidan kelengkapan (verifier, dpmptsp)',
      'sip-bidan verifikasi (verifier, dpmptsp)',
      'sip-bidan rekomendasi (technical, dinkes)',
      'sip-bidan validasi (section-head, dpmptsp)',
      'sip-bidan tanda-tangan (signer, dpmptsp)',
      'sip-bidan tanda-tangan-penolakan (signer, dpmptsp)',
      'sip-bidan pengawasan (supervisor, dpmptsp)',
      'sip-bidan the applicant',
      'sktm tanda-tangan (village-head, village)',
      'ak-1 pemeriksaan (counter, disnaker)',
      'akta-kelahiran verifikasi (verifier, dispendukcapil)',
      'akta-kelahiran pencatatan (verifier, dispendukcapil)',
    ]
    for (const desk of desks) expect(waiting.get(desk)?.length ?? 0, desk).toBeGreaterThan(2)
    const villageHead = all.filter(
      ({ row, outlook }) => row.applicant.village === '35.10.13.2013' && outlook.waitsAt?.includes('village-head'),
    )
    expect(villageHead.length).toBeGreaterThan(3)
    const statuses = new Set(all.filter(({ outlook }) => outlook.closed).map(({ outlook }) => outlook.status))
    expect([...statuses].sort()).toEqual(['approved', 'deemed-approved', 'rejected', 'withdrawn'])
    expect(new Set(all.map(({ row }) => row.channel))).toEqual(new Set(['portal', 'counter', 'village', 'kiosk']))
    expect(all.filter(({ row }) => row.applicant.account === 'warga@demo.test').length).toBeGreaterThan(4)
  })

  test('are numbered without gaps, each number once', async () => {
    const numbers = (await rowsAt(wib('2026-11-25 10:12'))).flatMap(({ service, document }) =>
      service === 'sip-bidan' && document && !document.number.includes('PENOLAKAN') ? [document.number] : [],
    )
    const sequences = numbers.map((number) => Number(number.split('/')[1])).toSorted((a, b) => a - b)
    expect(sequences).toEqual(sequences.map((_, index) => index + 1))
  })
})

describe('taken over', () => {
  let house: House
  beforeAll(async () => {
    house = await openImportHouse()
  })
  afterAll(() => house.close())

  test('they are cases like any others, and their read model is what their timelines say', async () => {
    const now = Date.now()
    const all = await rowsAt(now)
    const sample = all.filter((row, index) => index % 24 === 0 || row.status === undefined)
    const read = { rows: sample.map((value, index) => ({ line: index + 1, value, text: false })), problems: [] }
    const dir = `${folder}/demo`
    const outcome = await house.inside(async () => {
      const plan = await planImport(house.house, read, { dir, now })
      expect(plan.problems.filter(({ severity }) => severity === 'error')).toEqual([])
      return takeOver(house.house, plan, { dir, at: new Date(now) })
    })
    expect(outcome).toMatchObject({ failed: [], notStarted: 0 })
    expect(outcome.taken).toHaveLength(sample.length)
    const open = await house.inside(() => Application.countDocuments({ closedAt: null }))
    expect(open).toBe(outcome.started)
    const report = await house.inside(() => rebuild(house.house.deps, { check: true }))
    expect(report).toMatchObject({ cases: sample.length, findings: [], orphans: [] })
  }, 180_000)
})
