import { AsyncResource } from 'node:async_hooks'
import type { Readable } from 'node:stream'
import busboy from 'busboy'
import type { Request } from 'express'
import { maxFileBytes } from '../../contracts/files.ts'
import { badRequest, invalidFields, tooLarge } from '../errors/problems.ts'
import { Inspector } from './inspector.ts'

/**
 * Reads the one file of a multipart request and gives it to `store` as it comes: its name, its bytes, and the stage that
 * inspects them. Throws a problem, and stops reading, as soon as it is too large, of a type that is not taken, or not alone.
 */
export function receiveUpload<T>(
  request: Request,
  store: (name: string, bytes: Readable, inspector: Inspector) => Promise<T>,
): Promise<T> {
  const announced = Number(request.get('content-length'))
  if (announced > maxFileBytes + 64 * 1024) throw fileTooLarge()
  // The parser's events come in the connection's context, not in the request's with its regency.
  const keep = AsyncResource.bind(store)
  return new Promise((resolve, reject) => {
    const parser = parserOf(request)
    let stored: Promise<T> | undefined
    const fail = (error: unknown) => {
      request.unpipe(parser)
      request.resume()
      reject(error)
    }
    parser.on('file', (field, bytes, { filename }) => {
      if (field !== 'file' || stored) {
        bytes.resume()
        return fail(invalidFields([unknownField(field)]))
      }
      const inspector = new Inspector()
      bytes.once('limit', () => inspector.destroy(fileTooLarge()))
      stored = keep(filename ?? '', bytes, inspector)
      stored.catch(fail)
    })
    parser.on('field', (field) => fail(invalidFields([unknownField(field)])))
    parser.on('filesLimit', () => fail(invalidFields([unknownField('file')])))
    parser.on('error', () => fail(notMultipart()))
    parser.on('close', () => (stored ? stored.then(resolve, fail) : fail(noFile())))
    request.once('aborted', () => parser.destroy(new Error('the caller went away')))
    request.pipe(parser)
  })
}

function parserOf(request: Request) {
  try {
    return busboy({
      headers: request.headers,
      defParamCharset: 'utf8',
      limits: { fileSize: maxFileBytes + 1, files: 2, fields: 0, parts: 3, headerPairs: 50 },
    })
  } catch {
    throw notMultipart()
  }
}

const fileTooLarge = () => tooLarge({ id: 'Berkas melebihi 10 MB.', en: 'The file is over 10 MB.' })

const noFile = () =>
  invalidFields([{ field: 'file', code: 'required', message: { id: 'Berkas wajib diisi.', en: 'File is required.' } }])

const unknownField = (field: string) => ({
  field,
  code: 'unknown-field',
  message: {
    id: `Kirim satu berkas pada isian "file"; "${field.slice(0, 60)}" tidak dikenal atau berlebih.`,
    en: `Send one file in the field "file"; "${field.slice(0, 60)}" is not known or too many.`,
  },
})

const notMultipart = () =>
  badRequest('not-multipart', {
    id: 'Berkas dikirim sebagai multipart/form-data dengan isian "file".',
    en: 'A file is sent as multipart/form-data in the field "file".',
  })
