import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { askedAnswers } from '../../catalogue/compile/conditions.ts'
import type { CorrectApplication } from '../../contracts/applications.ts'
import { requireCase } from '../../domain/case/actions.ts'
import type { AnyAct, CorrectionContent } from '../../models/case/acts.ts'
import type { ApplicationRecord } from '../../models/case/application.ts'
import { findAct, keepAct } from '../../models/case/keep-act.ts'
import { regencyFacts, versionOf } from '../../models/catalogue/catalogue.ts'
import { correctApplication } from '../../workflows/messages.ts'
import { claimFor } from '../case/case-files.ts'
import { sameAct } from '../case/same-act.ts'
import { sayKept } from '../case/say-kept.ts'
import type { CaseServices } from '../case/services.ts'
import { digestOf } from '../middleware/idempotency.ts'
import type { SignedIn } from '../request.ts'
import { dueDocuments, keptAttachments } from './attachments.ts'
import { contentChecks } from './checks.ts'
import { checkContent } from './content.ts'

export type Correcting = {
  application: ApplicationRecord
  person: SignedIn
  key: string
  body: z.infer<typeof CorrectApplication>
}

/**
 * The applicant mends what was returned: the whole of answers and documents is checked and kept first, then told to the
 * case. The same key again answers as the first time did, also when the case has gone on. Throws 409, 422 or 503.
 */
export async function correct({ engine }: CaseServices, correcting: Correcting): Promise<void> {
  const { application, person } = correcting
  const act = await keptCorrection(correcting)
  if (application.state.heard.includes(act._id)) return
  const said = { correctionId: act._id, digest: act.digest, by: { kind: 'citizen' as const, id: person.account } }
  await sayKept(engine, application, correctApplication, { act: said, updateId: act._id })
}

async function keptCorrection(correcting: Correcting): Promise<AnyAct> {
  const { application, person, key, body } = correcting
  const { definition } = await versionOf(application.service, application.serviceVersion)
  const answers = askedAnswers(definition, body.answers)
  const attachments = keptAttachments(dueDocuments(definition, answers), body.documents)
  const content: CorrectionContent = { answers, attachments, note: body.note ?? null }
  const asked = { kind: 'correction' as const, application: application._id, digest: digestOf(content) }
  const known = await findAct(person.account, key)
  if (known) return sameAct(known, asked)
  requireCase(application.state, 'correct')
  const at = new Date()
  const regency = await regencyFacts()
  const { files } = await checkContent(definition, body, await contentChecks({ person, application, regency, at }))
  const act = { ...asked, _id: randomUUID(), by: person.account, key, at, content }
  const kept = await keepAct(act, (session) => claimFor(application._id, files, person, session))
  return sameAct(kept, asked)
}
