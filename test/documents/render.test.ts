import { PNG } from 'pngjs'
import { describe, expect, it, vi } from 'vitest'
import { renderLetter } from '../../documents/render.ts'
import type { LetterTemplate } from '../../domain/letter.ts'
import { letterInput, licenceTemplate, rejectionTemplate, withAnswers } from './fixtures/letters.ts'
import { qrOn, read, textOf } from './pdf-reading.ts'

vi.setConfig({ testTimeout: 60_000 })

const sample = { watermark: 'CONTOH – tidak berlaku' }
const squeezed = (text: string) => text.replace(/\s+/g, ' ')

describe('a letter', () => {
  it('says what its template and data say', async () => {
    const text = squeezed(await textOf(await renderLetter(letterInput())))
    for (const words of [
      'PEMERINTAH KABUPATEN CONTOH',
      'SURAT IZIN PRAKTIK BIDAN',
      'Midwife Practice Licence',
      'Nomor: 503/0042/SIPB/XI/2026',
      'SIP-2026-000123 tanggal 16 November 2026, yang bertanda tangan',
      'NI LUH PUTU AYU WULANDARI KUSUMANINGTYAS BINTI',
      '3599••••••••0001',
      'Sidomulyo, 5 Juli 1990',
      'D-IV Kebidanan',
      'Desa Sidomulyo, Kecamatan',
      '22 November 2031',
      'pada tanggal 22 November 2026',
      'KEPALA DINAS PENANAMAN MODAL',
      'Dra. Hj. Sri Wahyuni, M.Si.',
      'NIP 197001011995032001',
      'Tembusan: Kepala Dinas Kesehatan.',
      'Halaman 1 dari 1',
      'UU ITE Pasal 5 ayat (1)',
    ]) {
      expect(text).toContain(words)
    }
    expect(text).not.toContain('CONTOH – tidak berlaku')
    expect(text).not.toContain('3599014507900001')
  })

  it('leaves out what its conditions leave out', async () => {
    const without = await textOf(await renderLetter(letterInput()))
    expect(without).not.toContain('Jadwal praktik')
    expect(without).not.toContain('Gelar')
    const withMore = await textOf(await renderLetter(withAnswers({ jadwal: 'Senin–Jumat', gelar: 'S.Tr.Keb.' })))
    expect(withMore).toContain('Jadwal praktik: Senin–Jumat.')
    expect(withMore).toMatch(/Gelar\s+: S\.Tr\.Keb\./)
  })

  it('of rejection is a surat dinas with subject, addressee, reasons and a row for each witness', async () => {
    const text = squeezed(await textOf(await renderLetter(letterInput({ template: rejectionTemplate }))))
    expect(text).toContain('Sidomulyo, 22 November 2026')
    expect(text).toContain('Hal : Penolakan permohonan Surat Izin Praktik Bidan')
    expect(text).toContain('Yth. Ni Luh Putu Ayu Wulandari')
    expect(text).toContain('Registrasi yang dilampirkan sudah tidak berlaku. Alamat praktik')
    expect(text).toContain('1 Sukarno Hadi 3599••••••••0001 Tetangga')
    expect(text).toContain('2 Siti Zulaikhah 3599••••••••0002 Saudara')
  })

  it('of a provider that binds nobody says so on every page', async () => {
    const text = squeezed(await textOf(await renderLetter(letterInput({ ...sample, template: longTemplate(60) }))))
    expect(text.match(/CONTOH – tidak berlaku/g)?.length).toBeGreaterThanOrEqual(2)
  })

  it('has the same bytes for the same input', async () => {
    const [one, other] = await Promise.all([renderLetter(letterInput(sample)), renderLetter(letterInput(sample))])
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true)
    const changed = await renderLetter(withAnswers({ nama: 'Orang Lain' }))
    expect(Buffer.from(one).equals(Buffer.from(changed))).toBe(false)
  })

  it('carries its fonts, title, author, language and date', async () => {
    const pdf = await renderLetter(letterInput())
    const info = await read('pdfinfo', pdf)
    expect(info).toMatch(/Title:\s+Surat Izin Praktik Bidan 503\/0042\/SIPB\/XI\/2026/)
    expect(info).toMatch(/Author:\s+Dinas Penanaman Modal/)
    expect(info).toMatch(/CreationDate:\s+Sun Nov 22 01:30:00 2026/)
    expect(info).toMatch(/Page size:.*A4/)
    expect(Buffer.from(pdf).toString('latin1')).toContain('/Lang (id)')
    const fonts = (await read('pdffonts', pdf)).trim().split('\n').slice(2)
    expect(fonts.length).toBeGreaterThanOrEqual(2)
    for (const font of fonts) expect(font).toMatch(/Arimo.*yes yes yes/)
  })

  it('opens its verification page by QR', async () => {
    expect(await qrOn(await renderLetter(letterInput(sample)))).toBe('https://contoh.go.id/verifikasi/7f3a2b90c1d4')
  })

  it('turns pages, numbers them, and never leaves the signature without text', async () => {
    // At these lengths the signature alone would fall on a new page.
    for (const paragraphs of [4, 7, 40]) {
      const text = await textOf(await renderLetter(letterInput({ template: longTemplate(paragraphs) })))
      const pages = text.split('\f').slice(0, -1)
      expect(pages.length).toBeGreaterThan(1)
      pages.forEach((page, index) => {
        expect(page).toContain(`Halaman ${index + 1} dari ${pages.length}`)
      })
      const last = pages.find((page) => page.includes('Dra. Hj. Sri Wahyuni'))
      expect(last).toContain('Demikian izin ini')
      expect(pages[1]).toContain('Surat Izin Praktik Bidan – 503/0042/SIPB/XI/2026')
    }
  })

  it('keeps a photo, in PNG here', async () => {
    const template: LetterTemplate = {
      ...licenceTemplate,
      blocks: licenceTemplate.blocks.map((block) =>
        block.kind === 'fields' ? { ...block, photo: 'documents.foto' } : block,
      ),
    }
    const photo = PNG.sync.write(new PNG({ width: 30, height: 40, fill: true }))
    const plain = await renderLetter(letterInput())
    const withPhoto = await renderLetter(letterInput({ template, images: { foto: photo } }))
    const again = await renderLetter(letterInput({ template, images: { foto: photo } }))
    expect(Buffer.from(withPhoto).toString('latin1')).toContain('/Subtype /Image')
    expect(Buffer.from(plain).toString('latin1')).not.toContain('/Subtype /Image')
    expect(Buffer.from(withPhoto).equals(Buffer.from(again))).toBe(true)
    await expect(renderLetter(letterInput({ template }))).rejects.toMatchObject({ code: 'missing-value' })
    await expect(
      renderLetter(letterInput({ template, images: { foto: Buffer.from('GIF89a') } })),
    ).rejects.toMatchObject({
      code: 'bad-value',
      path: 'documents.foto',
    })
  })
})

describe('what a citizen wrote', () => {
  it('is never read as marks or placeholders', async () => {
    const text = await textOf(await renderLetter(withAnswers({ tempatPraktik: '**Klinik** {{signer.nip}} __A__' })))
    expect(text).toContain('**Klinik** {{signer.nip}} __A__')
  })

  it('may hold any Latin letter, typed in any form', async () => {
    const text = await textOf(await renderLetter(withAnswers({ tempatPraktik: 'Osing Klinic\u0327 é ḥ ş\u200b' })))
    expect(text).toContain('Osing Kliniç é ḥ ş')
  })

  it('that the font cannot show is refused, by path and code point', async () => {
    const rendering = renderLetter(withAnswers({ tempatPraktik: 'Klinik ꦲ' }))
    await expect(rendering).rejects.toMatchObject({ code: 'unprintable', path: 'answers.tempatPraktik' })
    await expect(rendering).rejects.toThrow(/U\+A9B2/)
    await expect(rendering).rejects.not.toThrow(/Klinik/)
  })

  it('and did not, shows as a dash; another missing value stops the letter', async () => {
    expect(await textOf(await renderLetter(withAnswers({ nomorStr: '' })))).toMatch(/Nomor STR\s+: –/)
    const { data } = letterInput()
    const unsigned = letterInput({ data: { ...data, signer: null } })
    await expect(renderLetter(unsigned)).rejects.toMatchObject({ code: 'missing-value', path: 'signer.position' })
  })
})

/** The licence with lines put in after its first paragraph. */
function longTemplate(lines: number): LetterTemplate {
  const filling = Array.from({ length: lines }, () => ({ kind: 'paragraph' as const, text: 'Satu baris.' }))
  return { ...licenceTemplate, blocks: licenceTemplate.blocks.toSpliced(1, 0, ...filling) }
}
