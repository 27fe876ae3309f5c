import { Router } from 'express'
import { z } from 'zod'
import { Id } from '../../contracts/common.ts'
import { IssuedDocument } from '../../contracts/documents.ts'
import { audit } from '../../models/audit.ts'
import { mayCorrect } from '../case/allowed.ts'
import { presentDocument } from '../case/present-document.ts'
import { notFound } from '../errors/problems.ts'
import { signedIn } from '../middleware/ability.ts'
import { operation } from '../openapi/operation.ts'
import type { ApiResource } from '../resource.ts'
import { opensFile } from './file-token.ts'
import { documentAndCase, findDocument } from './find.ts'
import { sendDocumentFile } from './send-file.ts'

const path = z.object({ id: Id })

export const documents: ApiResource = {
  name: 'documents',
  routes({ env }) {
    const router = Router()
    router.get('/documents/:id', async (request, response) => {
      const { document, application } = await findDocument(request, request.params.id)
      const file = `/api/documents/${document._id}/file`
      response.json(presentDocument(document, { file, publicUrl: env.PUBLIC_URL, state: application.state }))
    })

    router.get('/documents/:id/file', async (request, response) => {
      const { document, application } = await findDocument(request, request.params.id)
      const person = signedIn(request)
      if (!mayCorrect(person, application)) {
        const subject = { kind: 'document', id: document._id }
        await audit({ act: 'read-file', by: person.account, subject, purpose: null })
      }
      await sendDocumentFile(response, document)
    })

    router.get('/documents/:id/file/:token', async (request, response) => {
      const { id, token } = request.params
      if (!opensFile(token, { secret: env.AUTH_SECRET, regency: request.regency, document: id })) throw notFound()
      const found = await documentAndCase(id)
      if (!found) throw notFound()
      await sendDocumentFile(response, found.document)
    })
    return router
  },
  paths: {
    '/api/documents/{id}': {
      get: operation({ tag: 'Documents', summary: 'What a case brought forth', path, answer: IssuedDocument }),
    },
    '/api/documents/{id}/file': {
      get: operation({
        tag: 'Documents',
        summary: 'The signed PDF, for whoever may see the case',
        path,
        media: 'application/pdf',
      }),
    },
    '/api/documents/{id}/file/{token}': {
      get: operation({
        tag: 'Documents',
        summary: 'The signed PDF, by the link that the tracking answer gave; it opens for 15 minutes',
        open: true,
        path: path.extend({ token: z.string() }),
        media: 'application/pdf',
      }),
    },
  },
}
