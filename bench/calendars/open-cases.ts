import { randomUUID } from 'node:crypto'
import { caseDeps, caseEngine } from '../../engine/case-deps.ts'
import { openCase } from '../../engine/open-case.ts'
import { startCase } from '../../engine/start-case.ts'
import type { Env } from '../../infra/env.ts'
import { createLogger } from '../../infra/logger.ts'
import type { Temporal } from '../../infra/temporal.ts'
import { Application } from '../../models/case/application.ts'
import { currentVersion, flowOf } from '../../models/catalogue/catalogue.ts'
import { inRegency } from '../../models/tenancy.ts'
import { inTransaction } from '../../models/transaction.ts'
import { run } from '../load.ts'
import { benchService } from '../pack.ts'

/**
 * Cases as filing opens them, with a term and a task: timeline, row and inbox row are the real ones. The first `running` of
 * them have their workflow in Temporal, the others are asleep in MongoDB alone: a change that only puts ends off never asks it.
 */
export async function openCases(
  env: Env,
  temporal: Temporal,
  { cases, running }: { cases: number; running: number },
): Promise<void> {
  const regency = 'banyuwangi'
  const deps = await caseDeps(env, createLogger('bench', 'error'))
  const engine = { ...caseEngine(env, temporal.client), flow: flowOf }
  const version = await inRegency(regency, () => currentVersion(benchService))
  if (!version) throw new Error(`${benchService} was not loaded`)
  await run(cases, 8, (index) =>
    inRegency(regency, async () => {
      const application = {
        _id: randomUUID(),
        number: `UKUR-${index}`,
        filedWith: { by: 'ukur', key: randomUUID(), digest: 'd' },
        trackingCode: 'UKURUKUR',
        service: benchService,
        serviceVersion: version.version,
        channel: 'portal' as const,
        servicePoint: null,
        village: null,
        agencies: [version.definition.agency],
        applicant: { account: 'ukur', name: 'Sri Rahayu', nik: '3510135408910001' },
        proxy: null,
        filedBy: 'ukur',
        answers: { keterangan: 'ukur' },
        attachments: [],
        acceptedAt: new Date(),
      }
      const stored = await inTransaction(async (session) => {
        const [created] = await Application.insertMany([application], { session })
        if (!created) throw new Error('the application was not stored')
        await openCase(deps, engine, created.toObject(), session)
        return created.toObject()
      })
      if (index < running) await startCase(engine, stored)
    }),
  )
}
