import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { verifyCaseFile } from '../setup/verify-case-file.ts'
import { archiveOf, handedOut, smallCase } from './small-case.ts'

/** Told in words, and never by a program that fell over. */
async function refused(archive: Uint8Array, expected: 1 | 2 = 1): Promise<string> {
  const { code, said } = await verifyCaseFile(archive)
  expect(said).not.toMatch(/^ {4}at |TypeError|RangeError|node:internal/m)
  expect(said).not.toContain('Utuh.')
  expect(code, said).toBe(expected)
  return said
}

test('a small case made by hand is whole', async () => {
  const { code, said } = await verifyCaseFile(await handedOut(smallCase()))
  expect(code, said).toBe(0)
  expect(said).toContain('Utuh.')
  expect(said).toContain('1 surat cocok')
})

test.each(['null', '{}', '[]', '"x"', '42', 'true', '[null]', '', '{"format":', 'tidak'])(
  'a manifest that is %s is told to be none, sealed or not',
  async (manifest) => {
    expect(await refused(await archiveOf(manifest))).toMatch(
      /✗ manifest\.json: (tidak ada atau tidak terbaca|bukan daftar berkas perkara)/,
    )
    expect(await refused(await archiveOf(manifest, {}, { sealed: false }))).toContain('manifest.json')
  },
)

test.each([
  ['files', { files: 'semua' }],
  ['files[0]', { files: [null] }],
  ['files[0].sha256', { files: [{ path: 'x', size: 1 }] }],
  ['texts', { texts: undefined }],
  ['texts[0].erased', { texts: [{ id: 'd-1', path: null }] }],
  ['documents', { documents: null }],
  ['documents[0].path', { documents: [{ id: 'surat-1', path: 7 }] }],
  ['head.seq', { head: { seq: '4', hash: '' } }],
  ['case', { case: undefined }],
  ['madeBy.name', { madeBy: {} }],
  ['madeAt', { madeAt: 'kemarin' }],
  ['sealedBy', { sealedBy: {} }],
])('a manifest whose %s is not as it should be is told so', async (place, written) => {
  const manifest = JSON.stringify({ ...smallCase().manifest, ...written })
  expect(await refused(await archiveOf(manifest))).toContain(`kurang atau salah: ${place}`)
})

test.each([
  ['null', 'riwayat baris 1: tidak terbaca'],
  ['7', 'riwayat baris 1: tidak terbaca'],
  ['{"seq":1}', 'riwayat baris 1'],
  ['{"seq":1,"type":"received","at":1,"by":{},"data":null,"hash":""}', 'riwayat baris 1'],
  ['', 'riwayat baris 1: hilang'],
])('a timeline of the line %s is told so', async (line, expected) => {
  const { manifest, files } = smallCase()
  files['riwayat.jsonl'] = Buffer.from(`${line}\n`)
  expect(await refused(await handedOut({ manifest, files }))).toContain(expected)
})

test('a file missing, one that is extra, and one listed but changed are each told by name', async () => {
  const { manifest, files } = smallCase()
  const { 'surat/503-1.pdf': letter, ...without } = files
  const whole = JSON.parse(JSON.stringify(manifest))
  const sealed = JSON.stringify({ ...whole, files: [{ path: 'surat/503-1.pdf', size: letter?.length, sha256: 'x' }] })
  expect(await refused(await archiveOf(sealed, without))).toContain('surat/503-1.pdf: hilang')
  const said = await refused(await archiveOf(sealed, files))
  expect(said).toContain('surat/503-1.pdf: isinya bukan yang ada dalam daftar')
  expect(said).toContain('riwayat.jsonl: tidak ada dalam daftar')
})

test.each(['../../.ssh/authorized_keys', '/etc/passwd', 'C:/windows/x', 'surat\\..\\..\\x', 'surat/../../x'])(
  'the path %s leads out of the archive, and is told even where the office has sealed it',
  async (path) => {
    const { manifest, files } = smallCase()
    expect(await refused(await handedOut({ manifest, files: { ...files, [path]: Buffer.from('x') } }))).toContain(
      `${path}: menunjuk ke luar arsip`,
    )
  },
)

test('a path that is there twice is told, whichever of them a reader would open', async () => {
  const { manifest, files } = smallCase()
  const archive = Buffer.from(
    await handedOut({ manifest, files: { ...files, 'surat/503-2.pdf': Buffer.from('%PDF') } }),
  )
  for (let at = archive.indexOf('surat/503-2.pdf'); at >= 0; at = archive.indexOf('surat/503-2.pdf', at))
    archive.write('surat/503-1.pdf', at)
  expect(await refused(archive, 2)).toContain('surat/503-1.pdf ada dua kali di dalam arsip')
})

test('an archive that was cut short anywhere, is empty or is none is not read', async () => {
  const archive = await handedOut(smallCase())
  for (const part of [0, 1, 20, 100, archive.length >> 1, archive.length - 60, archive.length - 1])
    expect(await refused(archive.subarray(0, part), 2), `${part} bytes`).toContain('bukan arsip ZIP, atau terpotong')
  expect(await refused(Buffer.from('%PDF-1.7 bukan arsip sama sekali, hanya surat'), 2)).toContain('bukan arsip ZIP')
  expect(await refused(zipSync({}))).toContain('manifest.json: tidak ada')
})

test('nothing lies behind, before or between what the directory of the archive names', async () => {
  const archive = Buffer.from(await handedOut(smallCase()))
  expect(await refused(Buffer.concat([archive, Buffer.from('%PDF-1.7 tambahan')]), 2)).toContain('terpotong')
  const end = archive.length - 22
  const fewer = Buffer.from(archive)
  fewer.writeUInt16LE(archive.readUInt16LE(end + 10) - 1, end + 10)
  expect(await refused(fewer, 2)).toContain('daftar isi ZIP rusak')
  const wild = Buffer.from(archive)
  wild.writeUInt32LE(archive.length - 4, end + 16)
  expect(await refused(wild, 2)).toContain('daftar isi ZIP rusak')
})

test('what somebody wrote cannot paint over what the verifier says', async () => {
  const screen = '\u001b[2J\u001b[H\u2713 Utuh\nUtuh!'
  const { manifest, files } = smallCase()
  const { said } = await verifyCaseFile(await handedOut({ manifest: { ...manifest, purpose: screen }, files }))
  expect(said).not.toContain('\u001b')
  expect(said.split('\n')).not.toContain('Utuh!')
  const named = await refused(await archiveOf(JSON.stringify(manifest), { ...files, [screen]: Buffer.from('x') }))
  expect(named).not.toContain('\u001b')
})

test('a root that is no certificate is told, before anything is checked', async () => {
  const { code, said } = await verifyCaseFile(await handedOut(smallCase()), '--root', import.meta.filename)
  expect(code).toBe(2)
  expect(said).toContain('bukan sertifikat')
})
