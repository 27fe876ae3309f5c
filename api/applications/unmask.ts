import type { Unmasked } from '../../contracts/search.ts'
import { audit } from '../../models/audit.ts'
import type { ApplicationRecord } from '../../models/case/application.ts'
import { versionOf } from '../../models/catalogue/catalogue.ts'
import { nikAnswers } from '../case/answers.ts'
import type { SignedIn } from '../request.ts'

/** The numbers that are masked elsewhere, after the look at them is in the audit chain (design rule 2). */
export async function unmask(
  { account }: SignedIn,
  application: ApplicationRecord,
  purpose: string,
): Promise<Unmasked> {
  const { definition } = await versionOf(application.service, application.serviceVersion)
  await audit({ act: 'unmask', by: account, subject: { kind: 'application', id: application._id }, purpose })
  return { nik: application.applicant.nik, answers: nikAnswers(definition, application.answers) }
}
