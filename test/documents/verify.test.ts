import { beforeAll, describe, expect, it, vi } from 'vitest'
import { renderLetter } from '../../documents/render.ts'
import { inspectSignature } from '../../documents/verify.ts'
import type { LocalCa } from '../../integrations/signing/local-ca/local-ca.ts'
import type { SignedPdf } from '../../integrations/signing/signing.ts'
import { head, newAuthority, passphrase, signedAt, signRequest } from '../integrations/signing/house.ts'
import { letterInput } from './fixtures/letters.ts'

vi.setConfig({ testTimeout: 60_000 })

let letter: Uint8Array

beforeAll(async () => {
  letter = await renderLetter(letterInput())
})

async function signed(): Promise<SignedPdf & { authority: LocalCa; roots: string[] }> {
  const authority = await newAuthority()
  await authority.enrol(head, passphrase)
  return { ...(await authority.sign(signRequest(letter))), authority, roots: [await authority.rootCertificate()] }
}

describe('looking at the signature of a PDF', () => {
  it('tells who signed, when, and that it holds', async () => {
    const { pdf, certificateSerial, roots } = await signed()
    expect(await inspectSignature(pdf, { roots })).toEqual({
      signed: true,
      signerName: head.name,
      signedAt,
      certificateSerial,
      integrity: true,
      trusted: true,
    })
  })

  it('trusts no authority it was not told of', async () => {
    const { pdf } = await signed()
    const other = await (await newAuthority()).rootCertificate()
    expect(await inspectSignature(pdf, { roots: [other] })).toMatchObject({ integrity: true, trusted: false })
    expect(await inspectSignature(pdf, { roots: [] })).toMatchObject({ integrity: true, trusted: false })
  })

  it('trusts no signature from before the certificate was good', async () => {
    const { authority, roots } = await signed()
    const early = await authority.sign(signRequest(letter, { signedAt: Date.parse('2020-01-01T00:00:00Z') }))
    expect(await inspectSignature(early.pdf, { roots })).toMatchObject({ integrity: true, trusted: false })
  })

  it.each([0.1, 0.3, 0.5, 0.9])(
    'sees one changed bit at %d of the letter, and still names the signer',
    async (part) => {
      const { pdf, roots } = await signed()
      const place = Math.floor(letter.length * part)
      pdf[place] = (pdf[place] ?? 0) ^ 1
      expect(await inspectSignature(pdf, { roots })).toMatchObject({
        signed: true,
        signerName: head.name,
        integrity: false,
        trusted: false,
      })
    },
  )

  it('sees what was added behind the signature, space excepted', async () => {
    const { pdf, roots } = await signed()
    const added = Buffer.concat([pdf, Buffer.from('1 0 obj\n<< >>\nendobj\n%%EOF\n')])
    expect(await inspectSignature(added, { roots })).toMatchObject({ signed: true, integrity: false, trusted: false })
    expect(await inspectSignature(Buffer.concat([pdf, Buffer.from('\n')]), { roots })).toMatchObject({
      integrity: true,
    })
  })

  it('sees a signature that was made over another file', async () => {
    const { pdf, authority, roots } = await signed()
    const { data } = letterInput()
    const other = await renderLetter(
      letterInput({ data: { ...data, document: { ...data.document, number: '503/9999' } } }),
    )
    const fresh = await authority.sign(signRequest(other))
    const stolen = contentsOf(pdf)
    const target = Buffer.from(fresh.pdf)
    const forged = target.toString('latin1').replace(contentsOf(target), stolen)
    expect(await inspectSignature(Buffer.from(forged, 'latin1'), { roots })).toMatchObject({
      signed: true,
      integrity: false,
    })
  })

  it('sees a range that leaves something out', async () => {
    const { pdf, roots } = await signed()
    const wider = Buffer.from(pdf)
      .toString('latin1')
      .replace(/\/ByteRange \[0 (\d+) (\d+) (\d+)\]/, (_, before, after, rest) => {
        const moved = `/ByteRange [0 ${Number(before) - 10} ${after} ${rest}]`
        return moved.padEnd(`/ByteRange [0 ${before} ${after} ${rest}]`.length)
      })
    expect(await inspectSignature(Buffer.from(wider, 'latin1'), { roots })).toMatchObject({
      signed: true,
      integrity: false,
    })
  })

  it('tells of the last of several, and needs all of them to hold', async () => {
    const { pdf, authority, roots } = await signed()
    const { signer: _, secret: __, ...work } = signRequest(pdf)
    const sealed = await authority.seal({ ...work, agency: { id: 'dpmptsp', name: 'DPMPTSP' } })
    expect(await inspectSignature(sealed.pdf, { roots })).toMatchObject({
      signerName: 'DPMPTSP',
      integrity: true,
      trusted: true,
    })
    const first = /\/Contents <([0-9a-f]+)>/.exec(Buffer.from(sealed.pdf).toString('latin1'))
    const inFirst = (first?.index ?? 0) + 600
    sealed.pdf[inFirst] = sealed.pdf[inFirst] === 0x30 ? 0x31 : 0x30
    expect(await inspectSignature(sealed.pdf, { roots })).toMatchObject({ integrity: false, trusted: false })
  })

  it('finds none in a letter that nobody signed, and none that holds in noise', async () => {
    const none = {
      signed: false,
      signerName: null,
      signedAt: null,
      certificateSerial: null,
      integrity: false,
      trusted: false,
    }
    expect(await inspectSignature(letter, { roots: [] })).toEqual(none)
    expect(await inspectSignature(Buffer.from('halo'), { roots: [] })).toEqual(none)
    const noise = Buffer.from('1 0 obj\n<< /ByteRange [0 10 20 999999] /Contents <00> >>\nendobj')
    expect(await inspectSignature(noise, { roots: [] })).toMatchObject({ signed: true, integrity: false })
  })
})

/** The signature's own string. */
function contentsOf(pdf: Uint8Array): string {
  const found = /\/Contents <[0-9a-f]+>/.exec(Buffer.from(pdf).toString('latin1'))?.[0]
  if (!found) throw new Error('The PDF is not signed')
  return found
}
