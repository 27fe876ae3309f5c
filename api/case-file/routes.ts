import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Request, Router } from 'express'
import { z } from 'zod'
import { CaseFileRequest } from '../../contracts/case-file.ts'
import { Id } from '../../contracts/common.ts'
import { findApplicationFor } from '../applications/find.ts'
import { signedIn } from '../middleware/ability.ts'
import { parse } from '../middleware/parse.ts'
import { operation } from '../openapi/operation.ts'
import type { ApiResource } from '../resource.ts'
import { makeCaseFile } from './make.ts'

export const caseFiles: ApiResource = {
  name: 'case-file',
  routes({ cases, limits }) {
    const router = Router()
    router.post('/applications/:id/case-file', limits.export, async (request: Request<{ id: string }>, response) => {
      const application = await findApplicationFor(request, request.params.id, 'export')
      const { purpose } = parse(CaseFileRequest, request.body)
      const archive = await makeCaseFile({ application, person: signedIn(request), purpose }, cases.signing.seals)
      response.set({
        'Content-Type': 'application/zip',
        'Content-Disposition': `attachment; filename="berkas-perkara-${application.number.replace(/[^A-Za-z0-9.-]+/g, '-')}.zip"`,
        'Content-Security-Policy': "default-src 'none'; sandbox",
        'Cache-Control': 'private, no-store',
      })
      await pipeline(Readable.from(archive), response)
    })
    return router
  },
  paths: {
    '/api/applications/{id}/case-file': {
      post: operation({
        tag: 'Applications',
        summary: 'The whole case as a sealed archive that is checked without Lontar',
        description:
          'Names and numbers are not masked, so a purpose is asked for and kept in the audit chain. Asked again, it is made and kept again.',
        keyed: true,
        path: z.object({ id: Id }),
        body: CaseFileRequest,
        media: 'application/zip',
      }),
    },
  },
}
