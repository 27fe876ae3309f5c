import { beforeAll, describe, expect, it } from 'vitest'
import { evaluateConditions } from '../../catalogue/compile/conditions.ts'
import { validateAnswers } from '../../catalogue/compile/validate-answers.ts'
import { loadRegions, type Regions } from '../../catalogue/regions.ts'
import { fixtureDefinition, type ServiceCode, serviceCodes } from './fixture.ts'
import { sampleAnswers } from './sample-answers.ts'

let regions: Regions
beforeAll(async () => {
  regions = await loadRegions()
})

async function check(code: ServiceCode, change: Record<string, unknown> | unknown[], language: 'id' | 'en' = 'en') {
  const answers = Array.isArray(change) ? change : { ...sampleAnswers[code], ...change }
  return validateAnswers(await fixtureDefinition(code), answers, language, { today: '2026-11-22', regions })
}

const errorsOf = async (code: ServiceCode, change: Record<string, unknown>, language?: 'id' | 'en') =>
  (await check(code, change, language)).errors

describe('answers', () => {
  it.each(serviceCodes)('of %s that are right are kept as they are', async (code) => {
    expect(await check(code, {})).toEqual({ answers: sampleAnswers[code], errors: [] })
  })

  it('name every field that is wrong, once, in plain words of the language', async () => {
    const change = { tanggalLahir: '1991-02-30', jenisStr: 'selamanya', sipKe: undefined, benar: false, nomorStr: 'ab' }
    const { sipKe: _gone, ...answers } = { ...sampleAnswers['sip-bidan'], ...change }
    const definition = await fixtureDefinition('sip-bidan')
    const said = (language: 'id' | 'en') =>
      Object.fromEntries(
        validateAnswers(definition, answers, language, { today: '2026-11-22', regions }).errors.map(
          ({ field, message }) => [field, message],
        ),
      )
    expect(said('id')).toEqual({
      sipKe: 'Ini SIP Anda yang ke berapa?: wajib diisi',
      tanggalLahir: 'Tanggal lahir: harus tanggal yang ada, ditulis tahun-bulan-hari, misalnya 2026-11-22',
      nomorStr: 'Nomor STR: paling sedikit 5 huruf',
      jenisStr: 'Masa berlaku STR: harus salah satu dari pilihan yang ada',
      benar: 'Saya menyatakan data dan dokumen ini benar, dan bersedia diperiksa di tempat praktik: harus disetujui',
    })
    expect(said('en').nomorStr).toBe('STR number: needs at least 5 characters')
    expect(said('en').sipKe).toBe('Which of your licences is this?: is required')
  })

  it('refuse what is no field of the form, by its name, at the top and inside a group', async () => {
    expect(await errorsOf('sip-bidan', { nomerStr: 'x' })).toEqual([
      { field: 'nomerStr', message: 'This service has no such field: nomerStr', code: 'unknown' },
    ])
    const [first] = sampleAnswers['akta-kelahiran'].saksi as object[]
    expect(await errorsOf('akta-kelahiran', { saksi: [first, { ...first, alamat: 'x' }] })).toEqual([
      { field: 'saksi.1.alamat', message: 'This service has no such field: alamat', code: 'unknown' },
    ])
    const hostile = JSON.parse('{"__proto__": {"jenisPermohonan": "baru"}, "constructor": 1}') as Record<
      string,
      unknown
    >
    const { errors } = await check(
      'ak-1',
      Object.fromEntries([...Object.entries(sampleAnswers['ak-1']), ...Object.entries(hostile)]),
    )
    expect(errors.map(({ field }) => field).sort()).toEqual(['__proto__', 'constructor'])
  })

  it('to fields that are not asked for are dropped, and asked for ones are needed', async () => {
    const stale = await check('sip-bidan', { nomorSipLama: '503/0001', strBerlakuSampai: 'not even a date' })
    expect(stale.errors).toEqual([])
    expect(stale.answers).not.toHaveProperty('nomorSipLama')
    expect(stale.answers).not.toHaveProperty('strBerlakuSampai')
    expect(await errorsOf('sip-bidan', { jenisPermohonan: 'perpanjangan' })).toMatchObject([
      { field: 'nomorSipLama', code: 'required' },
    ])
  })

  it('to a chain of conditions fall together', async () => {
    const { answers, errors } = await check('akta-kelahiran', { statusOrangTua: 'ibu' })
    expect(errors).toEqual([])
    expect(Object.keys(answers)).not.toContain('nikAyah')
  })

  it.each<[unknown, string]>([
    ['351013', 'too short'],
    ['3510134506950000', 'no serial'],
    ['3510133502950001', 'no such day'],
    [3510134506950001, 'a number'],
  ])('NIK %s is refused: %s', async (nikIbu) => {
    const [error, ...others] = await errorsOf('akta-kelahiran', { nikIbu }, 'id')
    expect(others).toEqual([])
    expect(error).toMatchObject({
      field: 'nikIbu',
      message: 'NIK ibu: harus 16 angka seperti pada KTP, dengan tanggal lahir yang benar',
    })
  })

  it('two witnesses are two, each whole', async () => {
    const [first, second] = sampleAnswers['akta-kelahiran'].saksi as Record<string, unknown>[]
    expect(await errorsOf('akta-kelahiran', { saksi: [first] })).toMatchObject([{ field: 'saksi', code: 'minItems' }])
    expect(await errorsOf('akta-kelahiran', { saksi: [first, second, first] })).toMatchObject([
      { field: 'saksi', code: 'maxItems' },
    ])
    expect(await errorsOf('akta-kelahiran', { saksi: [first, { ...second, nik: '1' }] })).toMatchObject([
      { field: 'saksi.1.nik', code: 'format' },
    ])
    expect(await errorsOf('akta-kelahiran', { saksi: [first, { nik: second?.nik }] })).toMatchObject([
      { field: 'saksi.1.nama', code: 'required' },
    ])
    expect(await errorsOf('akta-kelahiran', { saksi: ['x', second] })).toMatchObject([{ field: 'saksi.0' }])
  })

  it('money is whole rupiah, and counts are whole numbers', async () => {
    expect(await errorsOf('sktm', { penghasilan: 900_000.5 })).toMatchObject([
      { field: 'penghasilan', message: 'Household income a month: must be a whole number' },
    ])
    expect(await errorsOf('sktm', { penghasilan: '900000' })).toMatchObject([{ field: 'penghasilan', code: 'type' }])
    expect(await errorsOf('sktm', { tanggungan: -1 })).toMatchObject([{ field: 'tanggungan', code: 'minimum' }])
    expect(await errorsOf('akta-kelahiran', { berat: 3.125 })).toMatchObject([{ field: 'berat', code: 'multipleOf' }])
  })

  it('dates keep to the day they are given on', async () => {
    expect(await errorsOf('akta-kelahiran', { tanggalLahir: '2026-11-22' })).toEqual([])
    expect(await errorsOf('akta-kelahiran', { tanggalLahir: '2026-11-23' })).toMatchObject([
      { field: 'tanggalLahir', code: 'bounds', message: 'Date of birth: must not be after today' },
    ])
    expect(await errorsOf('sip-bidan', { jenisStr: 'berjangka', strBerlakuSampai: '2026-11-21' })).toMatchObject([
      { field: 'strBerlakuSampai', code: 'bounds' },
    ])
    expect(await errorsOf('sip-bidan', { tanggalLahir: '1900-01-01' })).toMatchObject([
      { message: 'Date of birth: must not be before 1930-01-01' },
    ])
  })

  it('regions exist, and lie where the field wants them', async () => {
    expect(await errorsOf('sip-bidan', { desaPraktik: '35.10.13.9999' })).toMatchObject([
      { field: 'desaPraktik', code: 'region' },
    ])
    expect(await errorsOf('sip-bidan', { desaPraktik: '35.09.13.2001' })).toMatchObject([
      { field: 'desaPraktik', code: 'pattern' },
    ])
    expect(await errorsOf('akta-kelahiran', { kabupatenLahir: '35.71' })).toEqual([])
    expect(await errorsOf('akta-kelahiran', { kabupatenLahir: '35.10.13' })).toMatchObject([
      { field: 'kabupatenLahir', code: 'pattern' },
    ])
  })

  it('that are blank, null, too long or no object at all are refused', async () => {
    expect(await errorsOf('sip-bidan', { tempatLahir: '   ' })).toMatchObject([
      { field: 'tempatLahir', message: 'Place of birth: must not be blank' },
    ])
    expect(await errorsOf('sip-bidan', { tempatLahir: null })).toMatchObject([{ field: 'tempatLahir', code: 'type' }])
    expect(await errorsOf('sip-bidan', { tempatLahir: 'x'.repeat(81) })).toMatchObject([
      { field: 'tempatLahir', code: 'maxLength' },
    ])
    expect(await errorsOf('akta-kelahiran', { pukul: '25.00' })).toMatchObject([
      { message: 'Time of birth: must be hour and minute, such as 04.30' },
    ])
    expect((await check('sktm', [])).errors).toMatchObject([{ field: '', code: 'type' }])
  })

  it('decide the conditions that documents and steps hang on', async () => {
    const definition = await fixtureDefinition('akta-kelahiran')
    const answers = sampleAnswers['akta-kelahiran']
    expect(evaluateConditions(definition, answers)).toMatchObject({
      'ada-surat-lahir': true,
      'tanpa-surat-lahir': false,
      'kawin-tercatat': true,
      'ada-ayah': true,
    })
    expect(evaluateConditions(definition, { ...answers, adaSuratLahir: false })).toMatchObject({
      'ada-surat-lahir': false,
      'tanpa-surat-lahir': true,
    })
    expect(evaluateConditions(definition, {})).toMatchObject({ 'ada-surat-lahir': false, 'tanpa-surat-lahir': false })
  })
})
