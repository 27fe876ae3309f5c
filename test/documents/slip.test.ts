import { describe, expect, it, vi } from 'vitest'
import { type ReceiptInput, renderReceipt } from '../../documents/receipt.ts'
import { renderSlip, type SlipInput } from '../../documents/slip.ts'
import { letterInput } from './fixtures/letters.ts'
import { qrOn, read, textOf } from './pdf-reading.ts'

vi.setConfig({ testTimeout: 60_000 })

const { letterhead } = letterInput()
const shared = {
  language: 'id' as const,
  number: 'SKTM-2026-000123',
  trackingCode: 'K7PM-4Q2X',
  trackUrl: 'https://contoh.go.id/lacak',
  service: 'Surat Keterangan Tidak Mampu',
  next: ['Kepala Desa memeriksa dan menandatangani.', 'Surat dapat diambil hari ini sebelum pukul 15.00.'],
  ask: ['Loket 2 Kantor Desa, Senin–Jumat 08.00–15.00', 'Telepon (0333) 000000'],
  timeZone: 'Asia/Jakarta',
}
const slip: SlipInput = {
  ...shared,
  paper: 'a5',
  office: { name: 'Kantor Desa Sidomulyo', crest: letterhead.crest },
  printedAt: '2026-11-22T01:30:00Z',
}
const receipt: ReceiptInput = {
  ...shared,
  letterhead,
  applicant: 'Ni Luh Putu Ayu Wulandari 😀',
  receivedAt: '2026-11-22T06:59:00Z',
  receivedBy: 'Loket 3',
  due: '5 hari kerja sejak berkas lengkap',
  documents: ['Surat Tanda Registrasi', 'Pas foto'],
}

/** Heights of the text's letters in points, from the words' boxes. */
async function smallestPrint(pdf: Uint8Array): Promise<number> {
  const boxes = await read('pdftotext', pdf, ['-bbox'], ['-'])
  const heights = [...boxes.matchAll(/yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)"/g)].map(
    ([, top, bottom]) => Number(bottom) - Number(top),
  )
  expect(heights.length).toBeGreaterThan(20)
  return Math.min(...heights)
}

describe.each(['a5', 'thermal-80'] as const)('a slip on %s', (paper) => {
  it('says what is needed, in large print, on one page', async () => {
    const pdf = await renderSlip({ ...slip, paper })
    const text = (await textOf(pdf)).replace(/\s+/g, ' ')
    for (const words of [
      'Kantor Desa Sidomulyo',
      'SKTM-2026-000123',
      'K7PM-4Q2X',
      'Surat Keterangan Tidak',
      'Telepon (0333) 000000',
      '22 November',
    ]) {
      expect(text).toContain(words)
    }
    expect(await read('pdfinfo', pdf)).toMatch(/Pages:\s+1\n/)
    // A word of Arimo at 18 points is 18 × 1.117 high.
    expect(await smallestPrint(pdf)).toBeGreaterThan(20.1)
  })

  it('leads a camera to the tracking page', async () => {
    expect(await qrOn(await renderSlip({ ...slip, paper }))).toBe('https://contoh.go.id/lacak')
  })
})

it('the roll is 80 mm wide and as long as it needs', async () => {
  const length = async (next: string[]) =>
    /Page size:\s+226\.7\d+ x ([\d.]+) pts/.exec(
      await read('pdfinfo', await renderSlip({ ...slip, paper: 'thermal-80', next })),
    )?.[1]
  expect(Number(await length([...slip.next, ...slip.next]))).toBeGreaterThan(Number(await length(slip.next)) + 100)
})

it('a slip in English is English', async () => {
  const text = await textOf(await renderSlip({ ...slip, language: 'en' }))
  expect(text).toContain('Tracking code')
  expect(text).not.toContain('Kode lacak')
})

describe('a receipt', () => {
  it('says what was handed in, when and to whom, and bends on a smiley', async () => {
    const text = (await textOf(await renderReceipt(receipt))).replace(/\s+/g, ' ')
    for (const words of [
      'TANDA TERIMA PERMOHONAN',
      'Pemohon Ni Luh Putu Ayu Wulandari ?',
      'Diterima 22 November 2026 pukul 13.59 WIB',
      'Petugas penerima Loket 3',
      '1. Surat Tanda Registrasi 2. Pas foto',
      'Halaman 1 dari 1',
    ]) {
      expect(text).toContain(words)
    }
    expect(text).not.toContain('Diajukan melalui')
  })

  it('leads to the tracking page, and has the same bytes again', async () => {
    const pdf = await renderReceipt(receipt)
    expect(await qrOn(pdf)).toBe('https://contoh.go.id/lacak')
    expect(Buffer.from(pdf).equals(Buffer.from(await renderReceipt(receipt)))).toBe(true)
  })
})
