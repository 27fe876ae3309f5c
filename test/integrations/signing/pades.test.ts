import { beforeAll, describe, expect, it, vi } from 'vitest'
import { renderLetter } from '../../../documents/render.ts'
import { PdfFormatError } from '../../../integrations/signing/pades/pdf-file.ts'
import { letterInput } from '../../documents/fixtures/letters.ts'
import { read } from '../../documents/pdf-reading.ts'
import { head, newAuthority, passphrase, signRequest } from './house.ts'

vi.setConfig({ testTimeout: 60_000 })

let letter: Uint8Array

beforeAll(async () => {
  letter = await renderLetter(letterInput())
})

describe('a signed letter', () => {
  it('is valid in the eyes of pdfsig', async () => {
    const authority = await newAuthority()
    await authority.enrol(head, passphrase)
    const { pdf } = await authority.sign(signRequest(letter))
    const said = await read('pdfsig', pdf)
    expect(said).toContain('Signature Validation: Signature is Valid.')
    expect(said).toContain('Signature Type: ETSI.CAdES.detached')
    expect(said).toContain('Signing Hash Algorithm: SHA-256')
    expect(said).toContain('Signing Time: Nov 22 2026 01:30:00')
    expect(said).toContain(`Signer Certificate Common Name: ${head.name}`)
    expect(said).toContain('CN="Dra. Hj. Sri Wahyuni – é, M.Si.",OU=CONTOH - local CA,O=DPMPTSP,C=ID')
    expect(said).toContain('Total document signed')
  })

  it('begins with the very bytes that were rendered', async () => {
    const authority = await newAuthority()
    await authority.enrol(head, passphrase)
    const { pdf } = await authority.sign(signRequest(letter))
    expect(Buffer.from(pdf.subarray(0, letter.length)).equals(Buffer.from(letter))).toBe(true)
    expect(await read('pdftotext', pdf, [], ['-'])).toBe(await read('pdftotext', letter, [], ['-']))
  })

  it('bears reason and place in any script', async () => {
    const authority = await newAuthority()
    await authority.enrol(head, passphrase)
    const { pdf } = await authority.sign(signRequest(letter))
    const reason = /\/Reason <FEFF([0-9A-F]+)>/.exec(Buffer.from(pdf).toString('latin1'))?.[1] ?? ''
    expect(Buffer.from(reason, 'hex').swap16().toString('utf16le')).toBe('Penandatanganan izin (“SIPB”)')
  })

  it.each([
    ['in the letter', () => 5_000],
    ['in the appended field', (pdf: Buffer) => pdf.indexOf('/Reason <FEFF') + 20],
  ])('with one bit changed %s is valid no longer', async (_, placeIn) => {
    const authority = await newAuthority()
    await authority.enrol(head, passphrase)
    const { pdf } = await authority.sign(signRequest(letter))
    const place = placeIn(Buffer.from(pdf))
    pdf[place] = (pdf[place] ?? 0) ^ 1
    expect(await read('pdfsig', pdf)).toContain('Digest Mismatch')
  })

  it('may be sealed after it was signed: both hold', async () => {
    const authority = await newAuthority()
    await authority.enrol(head, passphrase)
    const { pdf: signed } = await authority.sign(signRequest(letter))
    const { signer: _, secret: __, ...work } = signRequest(signed)
    const { pdf } = await authority.seal({ ...work, agency: { id: 'dpmptsp', name: 'DPMPTSP' } })
    const said = await read('pdfsig', pdf)
    expect(said.match(/Signature is Valid\./g)).toHaveLength(2)
    expect(said).toContain('Signature Field Name: Signature2')
    expect(said).toContain('Signer Certificate Common Name: DPMPTSP')
  })
})

it.each([
  ['no PDF', Buffer.from('halo')],
  ['a PDF cut short', Buffer.from('%PDF-1.7\n1 0 obj\n<< >>\nendobj\nstartxref\n9\n%%EOF\n')],
])('%s is refused', async (_, pdf) => {
  const authority = await newAuthority()
  await authority.enrol(head, passphrase)
  await expect(authority.sign(signRequest(pdf))).rejects.toThrow(PdfFormatError)
})
