import { allSteps } from '../../catalogue/steps-of.ts'
import type { Asked } from '../../domain/authority/authority-at.ts'
import type { Role } from '../../domain/service.ts'
import { Application, type ApplicationRecord } from '../../models/case/application.ts'
import type { DocumentRecord } from '../../models/case/document.ts'
import type { CaseDeps, PinnedService } from '../deps.ts'
import type { Letter } from './letter.ts'

/** Offices whose heads may take a licence away for good. */
const heads: Role[] = ['signer', 'village-head']

type Signing = { document: Pick<Letter['document'], 'code' | 'kind'>; office: Pick<Letter['office'], 'code'> }

/** What somebody has to be to sign this document of this case: at the step's desk, or where its task was escalated to. */
export function authorityFor(
  { definition }: PinnedService,
  { service, state }: Pick<ApplicationRecord, 'service' | 'state'>,
  { document, office }: Signing,
): Asked {
  const asked = { office: office.code, service }
  if (document.kind === 'revocation') return { ...asked, roles: heads, act: 'revoke' }
  const steps = allSteps(definition).filter(
    (step) =>
      (step.kind === 'sign' && step.document === document.code) ||
      (step.kind === 'inspect' && step.report === document.code),
  )
  const roles = steps.flatMap((step) => ('desk' in step ? step.desk.role : []))
  const escalated = Object.values(state.tasks)
    .filter(({ status, step }) => status === 'open' && steps.some(({ code }) => code === step))
    .flatMap(({ escalatedTo }) => escalatedTo)
  return { ...asked, roles: [...new Set([...roles, ...escalated])], act: 'sign' }
}

/** As `authorityFor`, of a document that is prepared already. */
export async function askedOf({ catalogue }: CaseDeps, document: DocumentRecord): Promise<Asked> {
  const { code, kind, agency } = document
  const application = await Application.findOne({ _id: document.application }).orFail().lean()
  const pinned = await catalogue.service(application.service, application.serviceVersion)
  if (kind === 'external') throw new RangeError(`document ${document._id} is not Lontar's to sign`)
  return authorityFor(pinned, application, { document: { code, kind }, office: { code: agency } })
}
