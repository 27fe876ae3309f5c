import { open, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Readable } from 'node:stream'
import { fileTypeFromBuffer } from 'file-type'
import { maxFileBytes, type StoredFile } from '../contracts/files.ts'
import { type FileRecord, sha256 } from '../models/file.ts'
import { writeBytes } from '../models/file-bytes.ts'
import { isDuplicate } from '../models/transaction.ts'
import type { CheckedRow } from './rows/check-row.ts'
import type { Complaint } from './rows/problem.ts'
import { stableId } from './story/stable-id.ts'

type FileType = StoredFile['type']
const allowed: readonly FileType[] = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp']
/** Enough for every signature of the types above. */
const sniffBytes = 4_100

/** What is wrong with the files a row names, which lie beside the row file in `dir`. */
export async function checkFiles({ row, service }: CheckedRow, dir: string): Promise<Complaint[]> {
  const wishes = Object.entries(row.documents).map(([code, path]) => {
    const wanted = service.definition.requiredDocuments.find((each) => each.code === code)
    return {
      field: `documents.${code}`,
      path,
      types: wanted?.types ?? allowed,
      maxBytes: wanted?.maxBytes ?? maxFileBytes,
    }
  })
  const paper = row.document?.file
  if (paper) wishes.push({ field: 'document.file', path: paper, types: ['application/pdf'], maxBytes: maxFileBytes })
  const found = await Promise.all(wishes.map((wish) => complaintAbout(wish, dir)))
  return found.filter((complaint) => complaint !== null)
}

type Wish = { field: string; path: string; types: readonly FileType[]; maxBytes: number }

async function complaintAbout({ field, path, types, maxBytes }: Wish, dir: string): Promise<Complaint | null> {
  const seen = await look(join(dir, path))
  if (!seen) return { field, what: 'is not there or cannot be read', mend: 'put the file beside the row file' }
  if (!seen.type || !types.includes(seen.type)) {
    const wanted = types.map((type) => type.split('/')[1]).join(', ')
    return { field, what: `must be ${wanted} by its content`, mend: 'scan it again' }
  }
  const most = Math.floor(maxBytes / 1024 / 1024)
  return seen.size > maxBytes ? { field, what: `is larger than ${most} MB`, mend: 'scan it more coarsely' } : null
}

async function look(path: string): Promise<{ type: FileType | undefined; size: number } | null> {
  try {
    const handle = await open(path)
    try {
      const head = Buffer.alloc(sniffBytes)
      const { bytesRead } = await handle.read(head, 0, sniffBytes, 0)
      const { size } = await handle.stat()
      return { type: await typeOf(head.subarray(0, bytesRead)), size }
    } finally {
      await handle.close()
    }
  } catch {
    return null
  }
}

async function typeOf(head: Uint8Array): Promise<FileType | undefined> {
  const found = await fileTypeFromBuffer(head)
  return allowed.find((type) => type === found?.mime)
}

export type NewFile = Omit<FileRecord, 'regency'>

/**
 * Keeps a file's bytes; its record is the caller's to insert with the case. The same file of the same case has the same id,
 * so that a repeated run leaves nothing behind.
 */
export async function keepFile(
  path: string,
  { application, code, owner, at }: { application: string; code: string; owner: string; at: Date },
): Promise<NewFile> {
  const bytes = await readFile(path)
  const type = await typeOf(bytes.subarray(0, sniffBytes))
  if (!type) throw new Error(`the file for ${code} changed while the rows were taken over`)
  const id = stableId(application, 'file', code)
  const write = () => writeBytes(id, Readable.from([bytes]))
  await write().catch((error: unknown) => {
    // A run that died left them; the failed attempt has removed them.
    if (!isDuplicate(error)) throw error
    return write()
  })
  const { length: size } = bytes
  return { _id: id, owner, key: id, name: basename(path), type, size, sha256: sha256(bytes), application, at }
}
