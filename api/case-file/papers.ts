import type { DocumentRecord } from '../../models/case/document.ts'
import type { FileRecord } from '../../models/file.ts'
import type { WholeCase } from './read.ts'

const endings: Record<FileRecord['type'], string> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
}

/** Where an uploaded file lies in the archive: named by the document it was asked as. */
export function pathOfFile({ _id, type }: FileRecord, { application }: Pick<WholeCase, 'application'>): string {
  const code = application.attachments.find(({ file }) => file === _id)?.code ?? 'berkas'
  return `lampiran/${code}-${_id.slice(0, 8)}.${endings[type]}`
}

/** Where a document's PDF lies: the signed one, or the file its owner brought; null where only the number is known. */
export function pathOfDocument(
  { _id, number, signature, file, issuedAt }: DocumentRecord,
  whole: WholeCase,
): string | null {
  const brought = whole.files.find((each) => each._id === file)
  if (brought) return pathOfFile(brought, whole)
  if (issuedAt === null || signature === null || file !== null) return null
  return `surat/${number.replace(/[^A-Za-z0-9.-]+/g, '-').slice(0, 80)}-${_id.slice(0, 8)}.pdf`
}
