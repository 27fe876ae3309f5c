import { beforeAll, describe, expect, it } from 'vitest'
import { toFlow } from '../../catalogue/compile/flow.ts'
import { clocksIn, type Flow, type Step } from '../../domain/service.ts'
import { fixtureFlow, fixturePack, serviceCodes } from './fixture.ts'

const flows = {} as Record<(typeof serviceCodes)[number], Flow>
beforeAll(async () => {
  for (const code of serviceCodes) flows[code] = await fixtureFlow(code, 3)
})

const desks = (steps: Step[]) =>
  steps.flatMap((step) =>
    'desk' in step
      ? [`${step.code}: ${step.desk.role}@${'agency' in step.desk ? step.desk.agency : 'village'}`]
      : [step.kind],
  )

describe('services as flows', () => {
  it('carry code and version, and no texts', () => {
    for (const code of serviceCodes) {
      expect(flows[code]).toMatchObject({ service: code, version: 3 })
      expect(JSON.stringify(flows[code])).not.toMatch(/"(name|description|label)"/)
    }
  })

  it('sip-bidan: complete, verify, recommend, validate, sign, register; silence approves on the fifth day', () => {
    const { term, tracks, issuer } = flows['sip-bidan']
    expect(issuer).toBe('own')
    expect(desks(tracks.main)).toEqual([
      'kelengkapan: verifier@dpmptsp',
      'verifikasi: verifier@dpmptsp',
      'rekomendasi: technical@dinkes',
      'validasi: section-head@dpmptsp',
      'tanda-tangan: signer@dpmptsp',
      'register',
    ])
    expect(tracks.main[0]).toMatchObject({
      completesReceipt: true,
      clock: { budget: { unit: 'working-days', amount: 1 } },
    })
    expect(term).toMatchObject({
      budget: { unit: 'working-days', amount: 5 },
      startsOn: 'complete',
      calendar: 'banyuwangi',
    })
    expect(term?.rungs.map(({ percent }) => percent)).toEqual([50, 80, 100])
    expect(term?.rungs.at(-1)?.actions).toEqual([{ kind: 'deem', basis: 'skb-mpp-digital' }])
    expect(tracks.deemed.map(({ kind }) => kind)).toEqual(['issue', 'register', 'review'])
    expect(tracks.deemed[2]).toMatchObject({ desk: { role: 'supervisor' }, decisions: ['acknowledge'] })
    expect(tracks.rejection).toMatchObject([{ kind: 'sign', document: 'penolakan', decisions: ['sign'] }])
    expect(flows['sip-bidan'].messages).toContain('deemed')
  })

  it("sktm: the village head of the application's village signs, within minutes", () => {
    const { term, tracks } = flows.sktm
    expect(tracks.main).toMatchObject([
      {
        kind: 'sign',
        desk: { role: 'village-head', village: 'of-application' },
        document: 'sktm',
        clock: { calendar: 'desa' },
      },
    ])
    expect(term).toMatchObject({ budget: { unit: 'working-minutes', amount: 15 }, startsOn: 'receipt' })
    expect(tracks.deemed).toEqual([])
  })

  it('ak-1: one person at a counter, then a sealed card', () => {
    const { tracks } = flows['ak-1']
    expect(desks(tracks.main)).toEqual(['pemeriksaan: counter@disnaker', 'issue', 'register'])
    expect(tracks.main[1]).toMatchObject({ document: 'ak-1', agency: 'disnaker' })
    expect(tracks.rejection).toMatchObject([{ kind: 'issue', document: 'penolakan' }])
  })

  it("akta-kelahiran: verified, then the officer brings SIAK's document; Lontar makes no certificate", () => {
    const { tracks, issuer } = flows['akta-kelahiran']
    expect(issuer).toBe('external')
    expect(desks(tracks.main)).toEqual(['verifikasi: verifier@dispendukcapil', 'pencatatan: verifier@dispendukcapil'])
    expect(tracks.main[1]).toMatchObject({ brings: 'external-document' })
    expect(tracks.main.some(({ kind }) => kind === 'issue' || kind === 'sign')).toBe(false)
  })

  it('the clocks of a service are all of them: of the term first, in branches, of seats, at last of the applicant', async () => {
    const slhs = (await fixturePack()).services.find(({ code }) => code === 'slhs')
    if (!slhs) throw new RangeError('the pack has no slhs')
    const flow = toFlow(slhs, 1)
    const clocks = clocksIn(flow)
    expect([clocks.at(0), clocks.at(-1)]).toEqual([flow.term, flow.correction])
    // The inspection in one branch, the laboratory's seat in the other.
    expect(clocks.filter(({ budget: { amount } }) => amount === 7)).toHaveLength(2)
  })

  it('every clock has its rungs in order, and only the licence deems', () => {
    for (const code of serviceCodes) {
      const { term } = flows[code]
      for (const { rungs } of clocksIn(flows[code])) expect(rungs.map(({ percent }) => percent)).toEqual([50, 80, 100])
      const deems = term?.rungs.some(({ actions }) => actions.some(({ kind }) => kind === 'deem'))
      expect(deems).toBe(code === 'sip-bidan')
    }
  })
})
