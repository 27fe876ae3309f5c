import { type Request, Router } from 'express'
import { z } from 'zod'
import { Id } from '../../contracts/common.ts'
import { Verification } from '../../contracts/documents.ts'
import { versionOf } from '../../models/catalogue/catalogue.ts'
import { documentAndCase, type FoundDocument } from '../documents/find.ts'
import { ApiProblem, notFound } from '../errors/problems.ts'
import { operation } from '../openapi/operation.ts'
import type { ApiResource } from '../resource.ts'
import { inspector } from './inspect.ts'
import { isSigned, presentVerification } from './present.ts'

export const verify: ApiResource = {
  name: 'verify',
  routes({ cases, limits }) {
    const router = Router()
    const inspect = inspector(cases.signing.trustedRoots)
    router.get('/verify/:id', limits.verify, async (request: Request<{ id: string }>, response) => {
      const found = await documentAndCase(request.params.id)
      if (!found) throw notFound()
      if (found.document.kind === 'external') throw await verifiedElsewhere(found)
      if (!isSigned(found.document)) throw notFound()
      const inspection = await inspect(found.document)
      response.json(await presentVerification(found.document, found.application, inspection))
    })
    return router
  },
  paths: {
    '/api/verify/{id}': {
      get: operation({
        tag: 'Verify',
        summary: 'Whether a document is genuine and still stands: what its QR opens',
        open: true,
        path: z.object({ id: Id }),
        answer: Verification,
      }),
    },
  },
}

/** What another system issued, that system answers for. */
async function verifiedElsewhere({ document, application }: FoundDocument): Promise<ApiProblem> {
  const { definition } = await versionOf(application.service, application.serviceVersion)
  const named = definition.documents.find(({ code }) => code === document.code)
  const owner = named?.kind === 'external' ? named.owner : document.title.id
  return new ApiProblem({
    status: 404,
    code: 'verified-elsewhere',
    title: { id: 'Diperiksa di tempat lain', en: 'Verified elsewhere' },
    detail: {
      id: `Dokumen ini diterbitkan ${owner}; keasliannya diperiksa di sana.`,
      en: `This document was issued by ${owner}; its authenticity is checked there.`,
    },
  })
}
