import { AsyncResource } from 'node:async_hooks'
import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { Transform, type TransformCallback } from 'node:stream'
import busboy from 'busboy'
import type { Request } from 'express'
import { fileTypeFromBuffer } from 'file-type'
import { maxFileBytes, type StoredFile } from '../../contracts/files.ts'
import { ApiProblem, badRequest, invalidFields, tooLarge } from '../errors/problems.ts'

export type FileType = StoredFile['type']

/** What was learnt of the bytes while they passed. */
export type Inspected = { type: FileType; size: number; sha256: string }

/** As many bytes as any of the allowed types needs to be known by. */
const sniffBytes = 4_100

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

/** Lets bytes through once they are of an allowed type, counting and digesting them. */
export class Inspector extends Transform {
  private head: Buffer = Buffer.alloc(0)
  private type: FileType | undefined
  private size = 0
  private readonly hash = createHash('sha256')

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.size += chunk.length
    this.hash.update(chunk)
    if (this.type) return done(null, chunk)
    this.head = Buffer.concat([this.head, chunk])
    if (this.head.length < sniffBytes) return done()
    this.sniff(done)
  }

  override _flush(done: TransformCallback): void {
    if (this.type) return done()
    if (this.size === 0) return done(emptyFile())
    this.sniff(done)
  }

  /** Only after the last byte has passed. */
  result(): Inspected {
    if (!this.type) throw new Error('the file has not passed yet')
    return { type: this.type, size: this.size, sha256: this.hash.copy().digest('hex') }
  }

  private sniff(done: TransformCallback): void {
    fileTypeFromBuffer(this.head).then((found) => {
      const type = found && allowed.find((each) => each === found.mime)
      if (!type) return done(wrongType())
      this.type = type
      done(null, this.head)
    }, done)
  }
}

const allowed = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp'] as const satisfies readonly FileType[]

const fileTooLarge = () => tooLarge({ id: 'Berkas melebihi 10 MB.', en: 'The file is over 10 MB.' })

function wrongType(): ApiProblem {
  const message = {
    id: 'Berkas harus berupa PDF, JPEG, PNG atau WebP; isinya bukan salah satunya.',
    en: 'File must be PDF, JPEG, PNG or WebP; its content is none of them.',
  }
  return new ApiProblem({
    status: 415,
    code: 'wrong-file-type',
    title: { id: 'Jenis berkas tidak diterima', en: 'File type not accepted' },
    detail: message,
    errors: [{ field: 'file', code: 'wrong-type', message }],
  })
}

const emptyFile = () =>
  invalidFields([{ field: 'file', code: 'empty', message: { id: 'Berkas kosong.', en: 'File is empty.' } }])

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
