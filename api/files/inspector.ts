import { createHash } from 'node:crypto'
import { Transform, type TransformCallback } from 'node:stream'
import { fileTypeFromBuffer } from 'file-type'
import type { StoredFile } from '../../contracts/files.ts'
import { ApiProblem, invalidFields } from '../errors/problems.ts'

export type FileType = StoredFile['type']

/** What was learnt of the bytes while they passed. */
export type Inspected = { type: FileType; size: number; sha256: string }

/** As many bytes as any of the allowed types needs to be known by. */
const sniffBytes = 4_100

/** Lets bytes through once they are of an allowed type, counting and digesting them. */
export class Inspector extends Transform {
  private head: Buffer = Buffer.alloc(0)
  private type: FileType | undefined
  private size = 0
  private readonly hash = createHash('sha256')

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.size += chunk.length
    this.hash.update(chunk)
    if (this.type) {
      done(null, chunk)
      return
    }
    this.head = Buffer.concat([this.head, chunk])
    if (this.head.length < sniffBytes) done()
    else this.sniff(done)
  }

  override _flush(done: TransformCallback): void {
    if (this.type) done()
    else if (this.size === 0) done(emptyFile())
    else this.sniff(done)
  }

  /** Only after the last byte has passed. */
  result(): Inspected {
    if (!this.type) throw new Error('the file has not passed yet')
    return { type: this.type, size: this.size, sha256: this.hash.copy().digest('hex') }
  }

  private sniff(done: TransformCallback): void {
    fileTypeFromBuffer(this.head).then((found) => {
      const type = found && allowed.find((each) => each === found.mime)
      this.type = type
      if (type) done(null, this.head)
      else done(wrongType())
    }, done)
  }
}

const allowed = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp'] as const satisfies readonly FileType[]

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
