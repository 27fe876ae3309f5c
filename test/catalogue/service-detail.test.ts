import { beforeAll, describe, expect, it } from 'vitest'
import { serviceDetail, serviceSummary } from '../../catalogue/compile/service-detail.ts'
import { standardOf } from '../../catalogue/compile/standard.ts'
import { ServiceDetail, ServiceSummary } from '../../contracts/services.ts'
import { fixturePack, fixtureService, type ServiceCode, serviceCodes } from './fixture.ts'

let names: Map<string, { code: string; name: string; short: string }>
beforeAll(async () => {
  const { agencies, villages } = await fixturePack()
  names = new Map([...agencies, villages].map(({ code, name, short }) => [code, { code, name, short }]))
})

async function detailOf(code: ServiceCode) {
  const { definition } = await fixtureService(code)
  const agency = names.get(definition.agency)
  if (!agency) throw new Error(`no agency ${definition.agency}`)
  const officeName = (office: string) => names.get(office)?.name ?? ''
  return serviceDetail({ definition, version: 2 }, { agency, officeName, language: 'id', validator: `/v/${code}.js` })
}

describe('the public catalogue', () => {
  it.each(serviceCodes)('%s is told as the contract has it', async (code) => {
    const detail = await detailOf(code)
    expect(ServiceDetail.parse(detail)).toEqual(detail)
    expect(detail.form.pages.flatMap(({ fields }) => fields)).toEqual(detail.form.uiSchema['ui:order'])
  })

  it.each(serviceCodes)('%s has all fourteen components of the service standard, in both languages', async (code) => {
    const standard = standardOf((await fixtureService(code)).definition)
    expect(standard.map((component) => component.code)).toEqual([
      'requirements',
      'procedure',
      'term',
      'fee',
      'product',
      'complaints',
      'legal-basis',
      'facilities',
      'competence',
      'supervision',
      'staffing',
      'guarantee',
      'safety',
      'evaluation',
    ])
    for (const { text } of standard) expect(text.id.length && text.en.length).toBeGreaterThan(0)
  })

  it('says the term of the licence, where it is from, and that silence approves', async () => {
    const detail = await detailOf('sip-bidan')
    expect(detail.term).toEqual({ unit: 'working-days', amount: 5, startsOn: 'complete', deemed: true })
    expect(detail.termSource).toMatchObject({ document: expect.stringContaining('MPP Digital'), date: '2025-09-09' })
    expect(detail.fee).toBe(0)
    expect(detail.steps[2]).toMatchObject({
      desk: { role: 'technical', office: 'Dinas Kesehatan' },
      clock: { amount: 2 },
    })
    expect(detail.standard.find(({ code }) => code === 'term')?.text).toEqual({
      id: '5 hari kerja sejak berkas dinyatakan lengkap',
      en: '5 working days from complete receipt',
    })
  })

  it('owns up to what nobody confirmed', async () => {
    expect((await detailOf('sip-bidan')).feeSource?.document).toBe(
      'Standar pelayanan (data contoh) (ilustrasi, belum dipastikan)',
    )
    expect((await detailOf('akta-kelahiran')).termSource?.document).toMatch(/ilustrasi/)
  })

  it('tells the desks of villages in common', async () => {
    expect((await detailOf('sktm')).steps[0]?.desk).toEqual({
      role: 'village-head',
      office: 'Kantor desa atau kelurahan Anda',
    })
  })

  it('makes a row of it', async () => {
    const { definition } = await fixtureService('ak-1')
    const row = serviceSummary({ definition, version: 1 }, { code: 'disnaker', name: 'Dinas', short: 'Disnaker' })
    expect(ServiceSummary.parse(row)).toEqual(row)
    expect(row).toMatchObject({ code: 'ak-1', version: 1, fee: 0, term: { amount: 1, deemed: false } })
  })
})
