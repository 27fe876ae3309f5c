import { expect, test } from 'vitest'
import { verifyCaseFile } from '../setup/verify-case-file.ts'
import { chained, handedOut, smallCase } from './small-case.ts'

test('a signed letter that is not handed over is no letter that matches', async () => {
  const { manifest, files } = smallCase()
  const { 'surat/503-1.pdf': _letter, ...others } = files
  const documents = manifest.documents.map((document) => ({ ...document, path: null }))
  for (const without of [documents, []]) {
    const { code, said } = await verifyCaseFile(
      await handedOut({ manifest: { ...manifest, documents: without }, files: others }),
    )
    expect(code, said).toBe(1)
    expect(said).toContain('dokumen surat-1: surat yang disebut riwayat baris 3 tidak disertakan')
    expect(said).not.toContain('surat cocok')
  }
})

test('a letter from before Lontar, of which only the number is known, is not asked for', async () => {
  const { manifest, files } = smallCase()
  const { lines, head } = chained([
    { type: 'received', data: { service: 'sip-bidan' } },
    { type: 'document-signed', data: { document: 'surat-lama', provider: 'arsip', digest: '' } },
  ])
  const old = { id: 'surat-lama', number: '503/1/2019', path: null }
  const archive = await handedOut({
    manifest: { ...manifest, head, texts: [], documents: [old] },
    files: {
      'riwayat.jsonl': Buffer.from(`${lines.join('\n')}\n`),
      'orang.json': files['riwayat.jsonl'] ?? Buffer.of(),
    },
  })
  const { code, said } = await verifyCaseFile(archive)
  expect(code, said).toBe(0)
})
