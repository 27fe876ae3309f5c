import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkRow } from '../../importer/rows/check-row.ts'
import { readMoment } from '../../importer/rows/moment.ts'
import { nest } from '../../importer/rows/nest.ts'
import { RowRefused } from '../../importer/rows/problem.ts'
import { type RawRow, readRows } from '../../importer/rows/read-rows.ts'
import type { ImportWorld } from '../../importer/world.ts'
import { licenceRow, midwifeAnswers, wib } from './fixture.ts'
import { packWorld } from './pack-world.ts'

const now = wib('2026-11-20 10:00')
let world: ImportWorld
let dir: string
beforeAll(async () => {
  world = await packWorld(now)
  dir = await mkdtemp(join(tmpdir(), 'lontar-rows-'))
})
afterAll(() => rm(dir, { recursive: true }))

async function read(name: string, text: string) {
  const path = join(dir, name)
  await writeFile(path, text)
  return readRows(path)
}

describe('moments as offices write them', () => {
  const wibMinutes = 420
  test.each([
    ['2026-10-01', '2026-10-01 00:00', true],
    ['1/10/2026', '2026-10-01 00:00', true],
    ['01-10-2026 09.30', '2026-10-01 09:30', false],
    ['2026-10-01 09:30', '2026-10-01 09:30', false],
    ['2026-10-01T09:30:00+07:00', '2026-10-01 09:30', false],
    ['2026-10-01T02:30:00Z', '2026-10-01 09:30', false],
  ])('%s', (text, local, dayOnly) => {
    expect(readMoment(text, wibMinutes)).toEqual({ at: wib(local), dayOnly })
  })

  test.each(['31/02/2026', '2026-13-01', 'kemarin', '10/2026', '2026-10-01 25:00', ''])('%s is none', (text) => {
    expect(readMoment(text, wibMinutes)).toBeNull()
  })
})

describe('a file of rows', () => {
  test('CSV with Indonesian headings, semicolons and a byte order mark; lines are the file’s own', async () => {
    const text =
      '\uFEFFNomor Berkas;Nama;NIK;Tanggal Masuk;answers.lokasi\nA-1;"Siti;\nRahayu";3510135408910001;1/10/2026;a; b\n\nA-2;Budi;3510130101900002;2/10/2026;\n'
    const { rows, problems } = await read('a.csv', text.replace('a; b', '"a; b"'))
    expect(problems).toEqual([])
    expect(rows.map(({ line, value }) => [line, value])).toEqual([
      [
        3,
        {
          reference: 'A-1',
          applicant: { name: 'Siti;\nRahayu', nik: '3510135408910001' },
          filedAt: '1/10/2026',
          answers: { lokasi: 'a; b' },
        },
      ],
      [5, { reference: 'A-2', applicant: { name: 'Budi', nik: '3510130101900002' }, filedAt: '2/10/2026' }],
    ])
  })

  test('JSON lines; a broken one is named and the others are read', async () => {
    const { rows, problems } = await read('a.jsonl', '{"reference":"A"}\nnot json\n\n{"reference":"B"}\n')
    expect(rows.map(({ line }) => line)).toEqual([1, 4])
    expect(problems).toMatchObject([{ line: 2, severity: 'error' }])
  })

  test('a file that is not UTF-8, and one whose quotation mark stays open', async () => {
    const path = join(dir, 'latin.csv')
    await writeFile(path, Buffer.from([0x4e, 0xe9, 0x0a]))
    expect((await readRows(path)).problems).toMatchObject([{ what: 'the file is not UTF-8' }])
    expect((await read('open.csv', 'reference,nama\n"A,B\n')).problems).toMatchObject([
      { what: 'is not well-formed CSV' },
    ])
  })

  test('columns nest by their dots and refuse what contradicts', () => {
    expect(
      nest([
        ['steps.1.act', 'sign'],
        ['steps.0.act', 'approve'],
        ['empty', ' '],
      ]),
    ).toEqual({
      steps: [{ act: 'approve' }, { act: 'sign' }],
    })
    expect(
      nest([
        ['a', 'x'],
        ['a.b', 'y'],
      ]),
    ).toBeNull()
    expect(nest([['__proto__.admin', 'x']])).toBeNull()
  })
})

describe('a row', () => {
  const row = (value: unknown, text = false): RawRow => ({ line: 7, value, text })
  const refused = (value: unknown) => {
    try {
      checkRow(row(value), world)
    } catch (error) {
      if (error instanceof RowRefused) return error.complaints.filter(({ severity }) => severity !== 'warning')
      throw error
    }
    return []
  }

  test('that is in order becomes a story, its people accounts and its village a code', () => {
    const checked = checkRow(
      row(licenceRow({ applicant: { ...licenceRow().applicant, village: 'Desa Rogojampi' } })),
      world,
    )
    expect(checked.told.filed).toMatchObject({ at: wib('2026-11-02 09:00'), place: { village: '35.10.13.2013' } })
    expect(checked.told.acts).toHaveLength(5)
    expect(checked.told.acts[0]).toMatchObject({ kind: 'decide', officer: 'akun-verifikator' })
    expect(checked.key).toBe('sip-bidan/LAMA-1')
  })

  test('from a spreadsheet has its words read by the form', () => {
    const cells = { ...midwifeAnswers, benar: 'Ya', tanggalLahir: '14/8/1991' }
    expect(checkRow(row(licenceRow({ answers: cells }), true), world).told.answers).toMatchObject({
      benar: true,
      tanggalLahir: '1991-08-14',
    })
    const seeker = {
      service: 'ak-1',
      reference: 'K-1',
      applicant: licenceRow().applicant,
      filedAt: '2026-11-02',
      status: 'Disetujui',
      closedAt: '2026-11-02',
      answers: { lokasi: 'banyuwangi; luar-daerah', upah: 'Rp 2.500.000', tahunLulus: '2019' },
      document: { number: '560/00001/AK-1/XI/2026' },
    }
    expect(checkRow(row(seeker, true), world).told.answers).toEqual({
      lokasi: ['banyuwangi', 'luar-daerah'],
      upah: 2_500_000,
      tahunLulus: 2019,
    })
  })

  test('that is wrong says everything at once, and quotes nobody', () => {
    const wrong = licenceRow({
      applicant: { name: 'Sri Rahayu', nik: '3510135408910001', village: 'Desa Antah' },
      servicePoint: 'mal-lain',
      status: 'in-progress',
      steps: [],
      atStep: 'tidak-ada',
      answers: { ...midwifeAnswers, jenisStr: 'abadi', hobi: 'membaca', benar: undefined },
      documents: { ijazah: 'a.pdf' },
      document: undefined,
    })
    const complaints = refused(wrong)
    expect(complaints.map(({ field }) => field).sort()).toEqual([
      'answers.benar',
      'answers.hobi',
      'answers.jenisStr',
      'applicant.village',
      'atStep',
      'documents.foto',
      'documents.ijazah',
      'servicePoint',
    ])
    expect(JSON.stringify(complaints)).not.toMatch(/Antah|abadi|membaca|3510135408910001/)
  })

  test('that does not even parse is looked at for the rest too', () => {
    const wrong = licenceRow({
      applicant: { name: 'Sri', nik: '123', village: 'Desa Antah' },
      servicePoint: 'mal-lain',
    })
    expect(
      refused({ ...wrong, catatan: 'x' })
        .map(({ field }) => field)
        .toSorted(),
    ).toEqual(['applicant.nik', 'applicant.village', 'catatan', 'servicePoint'])
  })

  test.each([
    ['applicant.nik', licenceRow({ applicant: { name: 'Sri', nik: '3510137508910001' } })],
    ['filedAt', licenceRow({ filedAt: '2027-01-01' })],
    ['service', licenceRow({ service: 'sip-dukun' })],
    ['document.file', licenceRow({ document: { number: '1', file: '../rahasia.pdf' } })],
    ['closedAt', { ...licenceRow({ steps: [] }), document: { number: '1' } }],
    ['document.number', licenceRow({ steps: [], closedAt: '2026-11-05', document: undefined })],
    ['column', { ...licenceRow(), column: 'x' }],
  ])('is refused for its %s', (field, value) => {
    expect(refused(value).map((complaint) => complaint.field)).toContain(field)
  })

  test('a closed case may lack answers, an open one may not', () => {
    const closed = licenceRow({ steps: [], closedAt: '2026-11-05', answers: {} })
    expect(refused(closed)).toEqual([])
    const open = licenceRow({ steps: [], status: 'received', answers: {}, document: undefined })
    expect(refused(open).length).toBeGreaterThan(5)
  })
})
