import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkPack } from '../../catalogue/pack/read-pack.ts'
import { change, type JsonValue, problemsOf, withCopy } from './broken-pack.ts'
import { packDir } from './fixture.ts'

type Case = [what: string, spoil: (kpi: JsonValue, all: JsonValue[]) => void, path: string, message: RegExp]

/** What is done to `janji-layanan`, and where and how it is told. */
const cases: Case[] = [
  [
    'a measure nobody keeps',
    (kpi) => {
      kpi.measure = 'median-days'
    },
    'measure',
    /must be "decided-in-time" or .*, not "median-days"/,
  ],
  [
    'a dimension there is not',
    (kpi) => {
      kpi.by = 'village'
    },
    'by',
    /must be "office" or .*, not "village"/,
  ],
  [
    'a dimension that the measure does not tell apart',
    (kpi) => {
      kpi.by = 'officer'
    },
    'by',
    /"terms-kept" is not told apart by "officer"/,
  ],
  [
    'an agency that is not there',
    (kpi) => {
      kpi.only = { agency: 'dinsos' }
    },
    'only.agency',
    /"dinsos" is no agency/,
  ],
  [
    'a service that is not there',
    (kpi) => {
      kpi.only = { service: 'sip-dokter' }
    },
    'only.service',
    /"sip-dokter" is no service/,
  ],
  [
    'no period of what happened',
    (kpi) => {
      delete kpi.period
    },
    'period',
    /"terms-kept" is of a period/,
  ],
  [
    'a period of what stands so now',
    (kpi) => {
      kpi.measure = 'overdue-now'
    },
    'period',
    /"overdue-now" is told as it stands now/,
  ],
  [
    'more than all of it',
    (kpi) => {
      kpi.target.value = 950
    },
    'target.value',
    /950 is more than all/,
  ],
  [
    'a target from nowhere',
    (kpi) => {
      delete kpi.target.source
    },
    'target.source',
    /is missing/,
  ],
]

describe('malformed key figures', () => {
  it.each(cases)('%s is named with file and entry', async (_what, spoil, path, message) => {
    const problems = await problemsOf('kpis.json', ({ kpis }) => spoil(kpis[0], kpis))
    const told = problems.filter((problem) => problem.path === `kpis[janji-layanan].${path}`)
    expect(told, JSON.stringify(problems, null, 1)).toMatchObject([{ file: 'kpis.json' }])
    expect(told[0]?.message).toMatch(message)
  })

  it('a code twice is told once', async () => {
    const problems = await problemsOf('kpis.json', ({ kpis }) => {
      kpis[1].code = 'janji-layanan'
    })
    expect(problems).toMatchObject([
      { file: 'kpis.json', path: 'kpis', message: 'the KPI "janji-layanan" is there twice' },
    ])
  })

  it('of a service whose file cannot be read are not told to be of none', () =>
    withCopy(async (dir) => {
      await writeFile(join(dir, 'services/sip-bidan.json'), '{ "code": ')
      const { problems } = await checkPack(dir)
      expect(problems.filter(({ file }) => file === 'kpis.json')).toEqual([])
    }))
})

describe('a pack’s key figures', () => {
  it('are read as they are written, and a pack may do without', async () => {
    const { pack, problems } = await checkPack(packDir)
    expect(problems).toEqual([])
    expect(pack?.kpis.length).toBeGreaterThan(3)
    await withCopy(async (dir) => {
      await rm(join(dir, 'kpis.json'))
      const without = await checkPack(dir)
      expect(without.problems).toEqual([])
      expect(without.pack?.kpis).toEqual([])
    })
  })

  it('that are examples say so, and every one has its source', () =>
    withCopy(async (dir) => {
      await change(dir, 'kpis.json', ({ kpis }) => {
        expect(kpis.every(({ target }: JsonValue) => target.source.illustrative && target.source.document)).toBe(true)
      })
    }))
})
