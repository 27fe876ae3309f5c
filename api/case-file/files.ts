import { Readable } from 'node:stream'
import canonicalize from 'canonicalize'
import type { Clock } from '../../contracts/clock.ts'
import type { ZipFile } from '../../documents/case-file/zip.ts'
import { signedBytes } from '../../models/case/signed-bytes.ts'
import { openBytes } from '../../models/file-bytes.ts'
import { pathOfText } from './manifest.ts'
import { pathOfDocument, pathOfFile } from './papers.ts'
import type { WholeCase } from './read.ts'
import type { KeptText } from './texts.ts'

/** The case's own content as files of the archive: what machines read first, papers last. */
export function filesOf(whole: WholeCase, { texts, clocks }: { texts: KeptText[]; clocks: Clock[] }): ZipFile[] {
  return [
    { path: 'riwayat.jsonl', content: linesOf(whole) },
    ...texts.flatMap((text) => (text.bytes ? [{ path: pathOfText(text), content: text.bytes }] : [])),
    json('jangka-waktu.json', clocks),
    json('permohonan.json', applicationOf(whole)),
    json('pesan.json', whole.messages.map(messageOf)),
    json('pembacaan.json', whole.looks.map(withoutInnards)),
    json('orang.json', Object.fromEntries(whole.names)),
    ...(whole.billLines.length > 0 ? [json('tagihan.json', whole.billLines.map(withoutInnards))] : []),
    ...documentFiles(whole),
    ...whole.files.map((file) => ({ path: pathOfFile(file, whole), content: () => openBytes(file._id), packed: true })),
  ]
}

/** A line each, as it is hashed: canonical JSON with its own hash. */
function linesOf({ lines }: WholeCase): Buffer {
  const texts = lines.map(({ seq, type, at, by, data, hash }) => canonicalize({ seq, type, at, by, data, hash }) ?? '')
  return Buffer.from(texts.map((text) => `${text}\n`).join(''))
}

function documentFiles(whole: WholeCase): ZipFile[] {
  return whole.documents.flatMap((document) => {
    const path = pathOfDocument(document, whole)
    if (path === null || document.file !== null) return []
    return [{ path, content: () => Readable.from(signed(document._id)), packed: true }]
  })
}

async function* signed(document: string): AsyncGenerator<Buffer> {
  const pdf = await signedBytes(document)
  if (!pdf) throw new RangeError(`document ${document} has no signed file`)
  yield pdf
}

function applicationOf({ application }: WholeCase) {
  const { applicant, proxy, answers, attachments, channel, servicePoint, village, filedBy, acceptedAt, status } =
    application
  return { applicant, proxy, answers, attachments, channel, servicePoint, village, filedBy, acceptedAt, status }
}

function messageOf({
  trigger,
  way,
  to,
  subject,
  text,
  status,
  queuedAt,
  sentAt,
  readBy,
}: WholeCase['messages'][number]) {
  return { trigger, way, to, subject, text, status, queuedAt, sentAt, readBy }
}

function withoutInnards<Row extends { regency: string }>(row: Row) {
  const { regency: _regency, _id: _innards, ...rest } = row as Row & { _id?: unknown }
  return rest
}

const json = (path: string, content: unknown): ZipFile => ({
  path,
  content: Buffer.from(`${JSON.stringify(content, null, 2)}\n`),
})
