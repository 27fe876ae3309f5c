import { pipeline } from 'node:stream/promises'
import type { Response } from 'express'
import type { DocumentRecord } from '../../models/case/document.ts'
import { signedBytes } from '../../models/case/signed-bytes.ts'
import { readFile } from '../../models/file.ts'
import { notFound } from '../errors/problems.ts'

/**
 * Sends the signed PDF, or the one the owner's officer brought, to be saved: a sandboxed page may not show it. Throws 404
 * while there is none.
 */
export async function sendDocumentFile(response: Response, document: DocumentRecord): Promise<void> {
  const { _id, file, number, issuedAt } = document
  if (issuedAt === null) throw notFound()
  response.set({
    'Content-Disposition': `attachment; filename="${fileName(number)}"`,
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cache-Control': 'private, no-store',
  })
  if (file !== null) {
    const stored = await readFile(file)
    if (!stored) throw notFound()
    response.type(stored.record.type).set('Content-Length', String(stored.record.size))
    await pipeline(stored.bytes, response)
    return
  }
  const pdf = await signedBytes(_id)
  if (!pdf) throw notFound()
  response.type('application/pdf').send(pdf)
}

/** The document's number, fit for a file's name. */
const fileName = (number: string) => `${number.replace(/[^A-Za-z0-9.-]+/g, '-').slice(0, 80)}.pdf`
