import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync, type Zippable, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Manifest } from '../../api/case-file/manifest.ts'
import type { ApplicationReceipt } from '../../contracts/applications.ts'
import type { KeyRecord } from '../../integrations/signing/local-ca/key-store.ts'
import { Audit } from '../../models/audit.ts'
import { Act } from '../../models/case/acts.ts'
import { newLocalCa } from '../setup/local-authority.ts'
import { verifyCaseFile } from '../setup/verify-case-file.ts'
import { type CaseApiHouse, openCaseApiHouse, signed } from './case-api-house.ts'

type Files = Record<string, Uint8Array<ArrayBuffer>>

let house: CaseApiHouse
let folder: string
let receipt: ApplicationReceipt
let archive: Buffer
const purpose = 'Permintaan Ombudsman, surat 12/2026'
const text = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString()

beforeAll(async () => {
  house = await openCaseApiHouse()
  folder = await mkdtemp(join(tmpdir(), 'lontar-case-file-'))
  receipt = await house.file('sip-bidan')
  const returned = {
    decision: 'return',
    note: 'Foto <b>buram</b>.',
    deficiencies: [{ target: 'document', name: 'foto', message: 'Latar harus merah.' }],
  }
  await house.walk(receipt, [['verifikator', 'kelengkapan', returned]])
  const { answers, documents } = await house.ready('sip-bidan')
  const corrected = await house.postAs('warga', `/api/applications/${receipt.id}/correct`, { answers, documents })
  expect(corrected.status, corrected.text).toBe(200)
  await house.postAs('verifikator', `/api/applications/${receipt.id}/unmask`, { purpose: 'Mencocokkan KTP' })
  await house.walk(receipt, [
    ['verifikator', 'kelengkapan'],
    ['verifikator', 'verifikasi'],
    ['teknis', 'rekomendasi'],
    ['kabid', 'validasi'],
    ['kadis', 'tanda-tangan', signed],
  ])
  await house.until(receipt.id, { status: 'approved' })
  archive = await download()
})
afterAll(async () => {
  await house.close()
  await rm(folder, { recursive: true })
})

async function download(): Promise<Buffer> {
  const response = await fetch(`${house.url}/api/applications/${receipt.id}/case-file`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${await house.as('supervisor')}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': crypto.randomUUID(),
    },
    body: JSON.stringify({ purpose }),
  })
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('application/zip')
  return Buffer.from(await response.arrayBuffer())
}

const changed = (change: (files: Files) => void, of: Uint8Array = archive): Uint8Array => {
  const files = unzipSync(of)
  change(files)
  return zipSync(files as Zippable)
}

const manifestOf = (bytes: Uint8Array): Manifest => JSON.parse(text(unzipSync(bytes)['manifest.json']))

/** As an office would that changes its own records and seals them again. */
async function sealedAgain(change: (files: Files, manifest: Manifest) => void, ca = seals()): Promise<Uint8Array> {
  const files = unzipSync(archive)
  const manifest = manifestOf(archive)
  change(files, manifest)
  manifest.files = manifest.files.flatMap(({ path }) => {
    const bytes = files[path]
    return bytes ? [{ path, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }] : []
  })
  files['manifest.json'] = Buffer.from(JSON.stringify(manifest))
  const agency = { id: `banyuwangi/${manifest.sealedBy?.agency}`, name: manifest.sealedBy?.name ?? '' }
  const sealed = await ca(Buffer.from(files['manifest.json']), agency)
  files['manifest.json.p7s'] = Uint8Array.from(sealed)
  return zipSync(files as Zippable)
}

const seals = () => async (data: Uint8Array, agency: { id: string; name: string }) => {
  const made = await house.inside(() => house.api.deps.cases.signing.seals.sealData({ data, agency }))
  return made?.signature ?? new Uint8Array()
}

const lines = (files: Files) => text(files['riwayat.jsonl']).trim().split('\n')

describe('a case file', () => {
  test('holds the whole case, sealed, and is found whole by a program that knows nothing of Lontar', async () => {
    const { code, said } = await verifyCaseFile(archive)
    expect(said).toContain('Utuh.')
    expect(code, said).toBe(0)
    expect(said).toContain(receipt.number)
    expect(said).toContain('CONTOH')
    expect(said).toContain('rantai riwayat utuh')
    expect(said).toMatch(/1 surat cocok/)
    expect(said).toMatch(/[5-9] keterangan cocok/)
    const files = unzipSync(archive)
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining([
        'indeks.html',
        'pesan.json',
        'permohonan.json',
        'pemeriksa/verify.mjs',
        'manifest.json.p7s',
      ]),
    )
    expect(Object.keys(files).some((path) => path.startsWith('surat/') && path.endsWith('.pdf'))).toBe(true)
    expect(Object.keys(files).filter((path) => path.startsWith('lampiran/')).length).toBeGreaterThan(1)
    expect(manifestOf(archive)).toMatchObject({ purpose, sample: true, madeBy: { name: expect.any(String) } })
  })

  test('is read as a page: the story, what was said, who looked; nothing that was written becomes markup', () => {
    const page = text(unzipSync(archive)['indeks.html'])
    expect(page).toContain('Foto &#60;b&#62;buram&#60;/b&#62;.')
    expect(page).toContain('Latar harus merah.')
    expect(page).toContain('Mencocokkan KTP')
    expect(page).toContain('Berkas perkara seluruhnya, diunduh')
    expect(page).toContain('Permohonan selesai: disetujui.')
    expect(page).toMatch(/hari kerja/)
  })

  test('is in the audit chain with its purpose before it is handed over', async () => {
    const kept = await house.inside(() => Audit.find({ act: 'export', 'subject.id': receipt.id }).lean())
    expect(kept).toMatchObject([{ purpose, subject: { kind: 'application' } }])
  })

  test('is not had without a purpose', async () => {
    const answer = await house.postAs('supervisor', `/api/applications/${receipt.id}/case-file`, {})
    expect(answer.status).toBe(400)
    expect(answer.problem.errors).toMatchObject([{ field: 'purpose' }])
  })

  test('trusts the authority it is told to trust', async () => {
    const own = join(folder, 'own.pem')
    const other = join(folder, 'other.pem')
    const [root] = await house.api.deps.cases.signing.trustedRoots()
    await writeFile(own, root ?? '')
    await writeFile(other, await house.inside(() => newLocalCaElsewhere().rootCertificate()))
    expect(await verifyCaseFile(archive, '--root', own)).toMatchObject({ code: 0 })
    const { code, said } = await verifyCaseFile(archive, '--root', other)
    expect(code).toBe(1)
    expect(said).toContain('segel asing')
  })
})

/** Another authority of the same name, as anybody can make one. */
function newLocalCaElsewhere() {
  const kept = new Map<string, KeyRecord>()
  const store = {
    load: async (id: string) => kept.get(id),
    save: async (id: string, record: KeyRecord) => kept.set(id, record).get(id) ?? record,
    replace: async (id: string, record: KeyRecord) => void kept.set(id, record),
  }
  return newLocalCa('banyuwangi', store)
}

describe('what was changed after the seal is caught and named', () => {
  test('a byte of any file', async () => {
    for (const path of Object.keys(unzipSync(archive))) {
      const bytes = changed((files) => {
        const file = files[path]
        if (file) files[path] = Uint8Array.from(file, (byte, index) => (index === file.length >> 1 ? byte ^ 1 : byte))
      })
      const { code, said } = await verifyCaseFile(bytes)
      expect(code, `${path}: ${said}`).toBe(1)
      // A byte of the manifest breaks either its seal or what it says.
      const named = path.startsWith('manifest.json') ? /segel|manifest\.json: / : path
      expect(said, path).toMatch(named)
    }
  })

  test('a name in the archive itself', async () => {
    const bytes = Buffer.from(archive)
    bytes[35] = (bytes[35] ?? 0) ^ 1
    const { code, said } = await verifyCaseFile(bytes)
    expect(code).toBe(1)
    expect(said).toContain('indeks.html')
  })

  test('a file left out, and one put in', async () => {
    const without = await verifyCaseFile(changed((files) => void delete files['pesan.json']))
    expect(without).toMatchObject({ code: 1, said: expect.stringContaining('pesan.json: hilang') })
    const withMore = await verifyCaseFile(
      changed((files) => void Object.assign(files, { 'surat/palsu.pdf': Buffer.from('%PDF') })),
    )
    expect(withMore).toMatchObject({
      code: 1,
      said: expect.stringContaining('surat/palsu.pdf: tidak ada dalam daftar'),
    })
  })

  test('no seal at all', async () => {
    const { code, said } = await verifyCaseFile(changed((files) => void delete files['manifest.json.p7s']))
    expect(code).toBe(1)
    expect(said).toContain('tidak bersegel')
  })
})

describe('what an office changes and seals again is caught by the chain', () => {
  test('a line dropped', async () => {
    const { code, said } = await verifyCaseFile(
      await sealedAgain((files) => {
        files['riwayat.jsonl'] = Buffer.from(`${lines(files).toSpliced(6, 1).join('\n')}\n`)
      }),
    )
    expect(code).toBe(1)
    expect(said).toContain('riwayat baris 7: hilang')
    expect(said).toContain('segel Dinas')
  })

  test('two lines in the other order', async () => {
    const { code, said } = await verifyCaseFile(
      await sealedAgain((files) => {
        const all = lines(files)
        files['riwayat.jsonl'] = Buffer.from(
          `${all
            .with(4, all[5] ?? '')
            .with(5, all[4] ?? '')
            .join('\n')}\n`,
        )
      }),
    )
    expect(code).toBe(1)
    expect(said).toContain('riwayat baris 5: tidak pada tempatnya, di situ ada baris 6')
  })

  test('a line told differently', async () => {
    const { said } = await verifyCaseFile(
      await sealedAgain((files) => {
        const all = lines(files)
        const line = JSON.parse(all[3] ?? '')
        files['riwayat.jsonl'] = Buffer.from(
          `${all.with(3, JSON.stringify({ ...line, at: line.at - 1 })).join('\n')}\n`,
        )
      }),
    )
    expect(said).toContain('riwayat baris 4: diubah')
  })

  test('the last line cut off', async () => {
    const { said } = await verifyCaseFile(
      await sealedAgain((files) => {
        files['riwayat.jsonl'] = Buffer.from(`${lines(files).slice(0, -1).join('\n')}\n`)
      }),
    )
    expect(said).toMatch(/riwayat baris \d+: hilang, riwayat seharusnya/)
  })

  test('a note put right', async () => {
    const { code, said } = await verifyCaseFile(
      await sealedAgain((files, { texts }) => {
        const path = texts.find(
          ({ kind, path }) => kind === 'decision' && text(files[path ?? '']).includes('buram'),
        )?.path
        files[path ?? ''] = Buffer.from(text(files[path ?? '']).replace('buram', 'bagus'))
      }),
    )
    expect(code).toBe(1)
    expect(said).toMatch(/keterangan\/decision-.*bukan keterangan yang disebut riwayat baris/)
  })

  test('another letter in the place of the signed one', async () => {
    const { code, said } = await verifyCaseFile(
      await sealedAgain(
        (files, { documents }) =>
          void Object.assign(files, { [documents[0]?.path ?? '']: Buffer.from('%PDF-1.7 palsu') }),
      ),
    )
    expect(code).toBe(1)
    expect(said).toMatch(/surat\/.*bukan surat yang disebut riwayat baris/)
  })

  test('a seal of somebody else', async () => {
    const stranger = newLocalCaElsewhere()
    const foreign = async (data: Uint8Array) =>
      (await stranger.sealData({ data, agency: { id: 'x/lain', name: 'Kantor Lain' } })).signature
    const { code, said } = await verifyCaseFile(await sealedAgain(() => undefined, foreign))
    expect(code).toBe(1)
    expect(said).toContain('segel asing: atas nama Kantor Lain')
  })
})

describe('somebody whose words were erased', () => {
  test('leaves the chain whole, and the file says how many texts are gone', async () => {
    const before = await verifyCaseFile(archive)
    const held = Number(/(\d+) keterangan cocok/.exec(before.said)?.[1])
    await house.inside(() => Act.deleteMany({ application: receipt.id, kind: 'correction' }))
    const { code, said } = await verifyCaseFile(await download())
    expect(code, said).toBe(0)
    expect(said).toContain('1 keterangan sudah dihapus')
    expect(said).toContain(`${held - 1} keterangan cocok`)
    expect(said).toContain('rantai riwayat utuh')
  })
})
