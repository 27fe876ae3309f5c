import { randomUUID } from 'node:crypto'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Router } from 'express'
import { z } from 'zod'
import { Id } from '../../contracts/common.ts'
import { StoredFile } from '../../contracts/files.ts'
import { audit } from '../../models/audit.ts'
import { Application } from '../../models/case/application.ts'
import { File, type FileRecord, presentFile } from '../../models/file.ts'
import { deleteBytes, openBytes, writeBytes } from '../../models/file-bytes.ts'
import { isDuplicate } from '../../models/transaction.ts'
import { notFound } from '../errors/problems.ts'
import { allows, authorise, signedIn } from '../middleware/ability.ts'
import { keyReused } from '../middleware/idempotency.ts'
import { operation } from '../openapi/operation.ts'
import type { SignedIn } from '../request.ts'
import type { ApiResource } from '../resource.ts'
import { safeFileName } from './file-name.ts'
import type { Inspected } from './inspector.ts'
import { receiveUpload } from './receive-upload.ts'

export const files: ApiResource = {
  name: 'files',
  routes({ limits }) {
    const router = Router()
    router.post('/files', limits.upload, async (request, response) => {
      authorise(request, 'create', 'file')
      const { account } = signedIn(request)
      const known = await File.findOne({ owner: account, key: request.idempotencyKey }).lean<FileRecord>()
      const record = await receiveUpload(request, async (given, bytes, inspector) => {
        const id = randomUUID()
        if (known) {
          await pipeline(bytes, inspector, discard())
          return sameFile(known, inspector.result())
        }
        await writeBytes(id, bytes, inspector)
        const inspected = inspector.result()
        const name = safeFileName(given, inspected.type)
        return keep({ ...inspected, _id: id, owner: account, key: request.idempotencyKey, name })
      })
      response.status(201).json(presentFile(record))
    })

    router.get('/files/:id', async (request, response) => {
      const person = signedIn(request)
      const record = await File.findById(request.params.id).lean<FileRecord>()
      if (!record || !(await mayRead(person, record))) throw notFound()
      if (record.owner !== person.account) {
        const subject = { kind: 'file', id: record._id }
        await audit({ act: 'read-file', by: person.account, subject, purpose: null })
      }
      response.set({
        'Content-Type': record.type,
        'Content-Length': String(record.size),
        'Content-Disposition': disposition(record),
        'Content-Security-Policy': "default-src 'none'; sandbox",
        'Cache-Control': 'private, no-store',
        ETag: `"${record.sha256}"`,
      })
      await pipeline(openBytes(record._id), response)
    })
    return router
  },
  paths: {
    '/api/files': {
      post: operation({
        tag: 'Files',
        summary: 'Upload one file, up to 10 MB; its type is what its content says',
        keyed: true,
        upload: true,
        status: 201,
        answer: StoredFile,
        refusals: { 415: 'Neither PDF, JPEG, PNG nor WebP.' },
      }),
    },
    '/api/files/{id}': {
      get: operation({
        tag: 'Files',
        summary: 'The file, for its owner and for whoever may see the case it belongs to',
        path: z.object({ id: Id }),
        media: 'application/octet-stream',
      }),
    },
  },
}

/** Another request under the same key may have been quicker: then its file stands and these bytes go. */
async function keep(made: Omit<FileRecord, 'regency' | 'application' | 'at'>): Promise<FileRecord> {
  try {
    return (await File.create({ ...made, application: null, at: new Date() })).toObject()
  } catch (error) {
    await deleteBytes(made._id)
    if (!isDuplicate(error)) throw error
    return sameFile(await File.findOne({ owner: made.owner, key: made.key }).orFail().lean<FileRecord>(), made)
  }
}

function sameFile(known: FileRecord, { sha256 }: Pick<Inspected, 'sha256'>): FileRecord {
  if (known.sha256 !== sha256) throw keyReused()
  return known
}

async function mayRead(person: SignedIn, record: FileRecord): Promise<boolean> {
  if (allows(person, 'read', 'file', { owner: record.owner })) return true
  if (record.application === null) return false
  const application = await Application.findById(record.application)
    .select('agencies village servicePoint channel applicant.account filedBy')
    .lean<object>()
  return application !== null && allows(person, 'read', 'file', { case: application })
}

/** Images are shown in place; a PDF opened by itself is saved, because a sandboxed page may not show it. */
function disposition({ name, type }: FileRecord): string {
  const kind = type === 'application/pdf' ? 'attachment' : 'inline'
  const ascii = name.replace(/[^\x20-\x7e]|["\\]/g, '_')
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`
}

const discard = () => new Writable({ write: (_chunk, _encoding, done) => done() })
