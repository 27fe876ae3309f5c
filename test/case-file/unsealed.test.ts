import { expect, test } from 'vitest'
import { verifyCaseFile } from '../setup/verify-case-file.ts'
import { archiveOf, chained, handedOut, listed, smallCase } from './small-case.ts'

/** As an office hands it out whose provider seals PDFs and nothing else. */
function unsealed({ manifest, files } = smallCase()): Promise<Uint8Array> {
  const written = { ...manifest, sample: false, sealedBy: null, files: listed(files) }
  return archiveOf(JSON.stringify(written), files, { sealed: false })
}

test('an archive that was made without a seal is told to be so: what it holds agrees, where it is from is not shown', async () => {
  const { code, said } = await verifyCaseFile(await unsealed())
  expect(code).toBe(1)
  expect(said).toContain('tidak bersegel: siapa pun dapat membuat arsip seperti ini')
  expect(said).toContain('3 berkas, semuanya seperti dalam daftarnya; daftar itu tidak dijamin segel')
  expect(said).toContain('Tidak bersegel. Isinya cocok satu sama lain; dari mana asalnya tidak terbukti.')
  expect(said).not.toMatch(/Utuh\.|Tidak utuh|disegel/)
})

test('what does not agree in it is found all the same', async () => {
  const whole = smallCase()
  whole.files['riwayat.jsonl'] = Buffer.from(`${whole.files['riwayat.jsonl']}`.split('\n').slice(1).join('\n'))
  const { code, said } = await verifyCaseFile(await unsealed(whole))
  expect(code).toBe(1)
  expect(said).toContain('riwayat baris 1: hilang')
  expect(said).toMatch(/Tidak utuh: \d temuan\. Juga tidak bersegel\./)
})

test('a seal that was taken off is missed where the manifest names who sealed', async () => {
  const { manifest, files } = smallCase()
  const written = JSON.stringify({ ...manifest, files: listed(files) })
  const { code, said } = await verifyCaseFile(await archiveOf(written, files, { sealed: false }))
  expect(code).toBe(1)
  expect(said).toContain('segel Dinas Contoh hilang')
  expect(said).toContain('Tidak utuh: 1 temuan.')
})

test('a seal under a manifest that names nobody is somebody else\u2019s', async () => {
  const { manifest, files } = smallCase()
  const { code, said } = await verifyCaseFile(await handedOut({ manifest: { ...manifest, sealedBy: null }, files }))
  expect(code).toBe(1)
  expect(said).toContain('segel asing: atas nama Dinas Contoh, padahal menurut manifest.json tidak disegel')
})

test('files are said to be as they were sealed only where the seal holds', async () => {
  const { manifest, files } = smallCase()
  const other = { ...manifest, purpose: 'Keperluan lain', files: listed(files) }
  const sealed = await handedOut({ manifest, files })
  const { said } = await verifyCaseFile(await archiveOf(JSON.stringify(other), files, { sealOf: sealed }))
  expect(said).toContain('manifest.json diubah setelah disegel')
  expect(said).not.toContain('seperti saat disegel')
})

test('the chain shows who changed a line and left the rest; who counts it all anew is found by the last hash of an earlier archive', async () => {
  const { manifest, files } = smallCase()
  const before = await verifyCaseFile(await handedOut({ manifest, files }))
  const told = `${files['riwayat.jsonl']}`
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  const { lines, head } = chained(told.with(3, { type: 'closed', data: { outcome: 'rejected' } }))
  files['riwayat.jsonl'] = Buffer.from(lines.map((line) => `${line}\n`).join(''))
  const after = await verifyCaseFile(await handedOut({ manifest: { ...manifest, head }, files }))
  expect(after.code, after.said).toBe(0)
  expect(before.said).toContain(`baris 4 bersidik ${manifest.head.hash}`)
  expect(after.said).toContain(`baris 4 bersidik ${head.hash}`)
  expect(head.hash).not.toBe(manifest.head.hash)
})
