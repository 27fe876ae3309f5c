import type { Request } from 'express'
import type { ApplicationDetail } from '../../contracts/applications.ts'
import type { Env } from '../../infra/env.ts'
import type { ApplicationRecord } from '../../models/case/application.ts'
import { filesById, presentFile } from '../../models/file.ts'
import { openFolder } from './folder.ts'
import { presentDetail } from './present-detail.ts'
import { readerOf } from './reader.ts'

/** The case's page for whoever asks, read afresh. */
export async function showDetail(
  request: Pick<Request, 'person' | 'language'>,
  application: ApplicationRecord,
  env: Pick<Env, 'PUBLIC_URL' | 'DEMO'>,
): Promise<ApplicationDetail> {
  const [folder, files] = await Promise.all([
    openFolder(application),
    filesById(application.attachments.map(({ file }) => file)),
  ])
  return presentDetail(folder, readerOf(request), {
    publicUrl: env.PUBLIC_URL,
    demo: env.DEMO,
    files: new Map([...files].map(([id, file]) => [id, presentFile(file)])),
  })
}
