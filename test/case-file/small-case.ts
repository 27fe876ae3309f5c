import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { unzipSync, type Zippable, zipSync } from 'fflate'
import { format, type Manifest } from '../../api/case-file/manifest.ts'
import type { KeyRecord } from '../../integrations/signing/local-ca/key-store.ts'
import { newLocalCa } from '../setup/local-authority.ts'

export type SmallCase = { manifest: Manifest; files: Record<string, Buffer> }

const office = { agency: 'dpmptsp', name: 'Dinas Contoh' }
const kept = new Map<string, KeyRecord>()
const authority = newLocalCa('Kabupaten Contoh', {
  load: async (id) => kept.get(id),
  save: async (id, record) => kept.set(id, record).get(id) ?? record,
  replace: async (id, record) => void kept.set(id, record),
})

const sha256 = (content: string | Buffer) => createHash('sha256').update(content).digest('hex')

/** Lines as a timeline keeps them, each hash over the one before. */
export function chained(told: { type: string; data: unknown }[]): { lines: string[]; head: Manifest['head'] } {
  let hash = ''
  const lines = told.map(({ type, data }, index) => {
    const line = { seq: index + 1, type, at: 1_790_000_000_000 + index, by: { kind: 'officer', id: 'vera' }, data }
    hash = sha256(canonicalize({ previous: hash, ...line }) ?? '')
    return canonicalize({ ...line, hash }) ?? ''
  })
  return { lines, head: { seq: lines.length, hash } }
}

/** A case of four lines with one note and one letter, by hand: what the verifier is asked about without an office around it. */
export function smallCase(): SmallCase {
  const note = Buffer.from(canonicalize({ note: 'Lengkap.' }) ?? '')
  const letter = Buffer.from('%PDF-1.7 surat izin')
  const { lines, head } = chained([
    { type: 'received', data: { service: 'sip-bidan' } },
    { type: 'task-decided', data: { task: 'BWI-1:verifikasi', decisionId: 'd-1', digest: sha256(note) } },
    { type: 'document-signed', data: { document: 'surat-1', digest: sha256(letter) } },
    { type: 'closed', data: { outcome: 'approved' } },
  ])
  const manifest: Manifest = {
    format,
    sample: true,
    regency: { code: '35.10', name: 'Kabupaten Contoh' },
    case: { id: 'a-1', number: 'BWI-1', service: 'sip-bidan', serviceName: 'Izin bidan', serviceVersion: 1 },
    head,
    madeAt: new Date().toISOString(),
    madeBy: { account: 'pengawas', name: 'Putu Pengawas' },
    purpose: 'Permintaan Ombudsman',
    sealedBy: { ...office, provider: 'local-ca' },
    texts: [{ id: 'd-1', kind: 'decision', by: 'vera', at: null, path: 'keterangan/decision-d-1.json', erased: false }],
    documents: [{ id: 'surat-1', number: '503/1', path: 'surat/503-1.pdf' }],
    files: [],
  }
  const timeline = Buffer.from(lines.map((line) => `${line}\n`).join(''))
  const files = { 'riwayat.jsonl': timeline, 'keterangan/decision-d-1.json': note, 'surat/503-1.pdf': letter }
  return { manifest, files }
}

/** What a manifest says of its files. */
export const listed = (files: SmallCase['files']): Manifest['files'] =>
  Object.entries(files).map(([path, bytes]) => ({ path, size: bytes.length, sha256: sha256(bytes) }))

/** Its files listed and sealed, as an office hands it out. */
export function handedOut({ manifest, files }: SmallCase): Promise<Uint8Array> {
  return archiveOf(JSON.stringify({ ...manifest, files: listed(files) }), files)
}

type Sealing = { sealed?: boolean; sealOf?: Uint8Array }

/** An archive whose manifest is this very text, under the office's own seal, the one of another archive, or none. */
export async function archiveOf(
  manifest: string,
  files: Record<string, Uint8Array> = smallCase().files,
  { sealed = true, sealOf }: Sealing = {},
): Promise<Uint8Array> {
  const data = Buffer.from(manifest)
  const path = 'manifest.json.p7s'
  const seal = sealOf ? unzipSync(sealOf)[path] : sealed && (await sealOver(data))
  const all: Zippable = { ...files, 'manifest.json': data, ...(seal ? { [path]: seal } : {}) }
  return zipSync(all)
}

async function sealOver(data: Uint8Array): Promise<Uint8Array> {
  return (await authority.sealData({ data, agency: { id: 'x/dpmptsp', name: office.name } })).signature
}
