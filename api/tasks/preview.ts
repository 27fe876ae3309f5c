import { versionOf } from '../../models/catalogue/catalogue.ts'
import type { CaseServices } from '../case/services.ts'
import type { SignedIn } from '../request.ts'
import type { Found } from './find.ts'
import { stepOfTask } from './step.ts'

/** The letter that this person's signature would make; null for a task that signs nothing now. */
export async function draftOf(
  { signing }: CaseServices,
  { task, application }: Found,
  { account }: SignedIn,
): Promise<Uint8Array | null> {
  const { definition } = await versionOf(application.service, application.serviceVersion)
  const step = stepOfTask(definition, task)
  if (task.status !== 'open') return null
  if (step.kind === 'sign') return signing.draft(application, step.document, account)
  return step.kind === 'inspect' ? signing.draft(application, step.report, account) : null
}
