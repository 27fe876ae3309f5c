import { proxyActivities } from '@temporalio/workflow'
import { type Proposal, system } from '../../domain/case/events.ts'
import { latestDocument } from '../../domain/case/open-step.ts'
import { stepKey } from '../../domain/case/state.ts'
import { tell } from '../../domain/case/tell.ts'
import type { IssueStep } from '../../domain/service.ts'
import type { CaseActivities } from '../activities.ts'
import type { CaseFile } from '../case-file.ts'

const { prepareDocument, sealDocument } = proxyActivities<Pick<CaseActivities, 'prepareDocument' | 'sealDocument'>>({
  startToCloseTimeout: '60s',
  heartbeatTimeout: '10s',
  retry: { initialInterval: '500ms', maximumInterval: '1 minute' },
})

/** Number, document and the agency's seal, without a person; repeated until it is done. */
export async function issue(file: CaseFile, step: IssueStep): Promise<void> {
  const { regency, application } = file
  const { track, basis } = file.state
  const code = step.document
  const at = Date.now()
  const ordinal = (latestDocument(file.state, code)?.ordinal ?? 0) + 1
  const { document, number, digest } = await prepareDocument({
    regency,
    application,
    code,
    ordinal,
    signer: null,
    basis,
    at,
  })
  const seal = await sealDocument({ regency, application, document })
  await file.record((_, now): Proposal[] => {
    if (!file.isUnderWay(step)) return []
    const by = system
    const { provider, serial } = seal
    return [
      { type: 'document-prepared', at: now, by, data: { document, code, ordinal, number, digest } },
      { type: 'document-signed', at: now, by, data: { document, provider, serial, digest: seal.digest, by: 'seal' } },
      {
        type: 'latch-released',
        at: now,
        by,
        data: { latch: 'issuing', ref: stepKey(track, step.code), reason: 'done' },
      },
      { type: 'step-ended', at: now, by, data: { track, step: step.code, outcome: 'done' } },
      ...(track === 'deemed' ? tell(file.context, 'deemed', now) : []),
    ]
  })
}
