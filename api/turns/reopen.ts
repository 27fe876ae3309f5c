import type { AmendDocument, ReopenApplication } from '../../contracts/turns.ts'
import { reopen as checkReopening } from '../../domain/case/acts.ts'
import { type Flow, flatten, type Step } from '../../domain/service.ts'
import { reopenCase } from '../../engine/reopen-case.ts'
import { NotKept } from '../../engine/say.ts'
import type { AnyAct } from '../../models/case/acts.ts'
import type { ApplicationRecord } from '../../models/case/application.ts'
import { regencyFacts, versionOf } from '../../models/catalogue/catalogue.ts'
import { contentChecks } from '../applications/checks.ts'
import { checkContent } from '../applications/content.ts'
import type { CaseServices } from '../case/services.ts'
import { conflict, internalError, outcomeUnknown } from '../errors/problems.ts'
import { refusalProblem } from '../errors/refusals.ts'
import { keptTurn, officer, type Turning } from './kept-turn.ts'

/** A superior has a closed case decided anew, from the step named; what was issued is annulled. Throws 409, 422 or 503. */
export async function reopenFrom(services: CaseServices, turning: Turning<ReopenApplication>): Promise<void> {
  const { application, body } = turning
  const { from, reason } = body
  const content = { reason, at: from }
  const act = await keptTurn(turning, { kind: 'reopening', action: 'reopen', content }, () =>
    checkTurn(services, application, 'review', from),
  )
  await carryOut(services, turning, act, { purpose: 'review', from })
}

/**
 * An issued document is put right: the answers change, the step that made it is walked again, and the new version stands in
 * the old one's place. Throws 409, 422 naming every field, or 503.
 */
export async function amendDocument(services: CaseServices, turning: Turning<AmendDocument>): Promise<void> {
  const { application, person, body } = turning
  const flow = await services.engine.flow(application.service, application.serviceVersion)
  const from = issuingStep(flow)
  if (!from) throw nothingIssued()
  const { definition } = await versionOf(application.service, application.serviceVersion)
  const answers = { ...application.answers, ...body.answers }
  const content = { reason: body.reason, at: from, answers }
  const act = await keptTurn(turning, { kind: 'reopening', action: 'amend', content }, async () => {
    const checks = await contentChecks({ person, application, regency: await regencyFacts(), at: new Date() })
    const documents = application.attachments
    await checkContent(definition, { answers, documents }, checks)
    await checkTurn(services, application, 'amend', from)
  })
  await carryOut(services, turning, act, { purpose: 'amend', from })
}

type Purpose = 'review' | 'amend'

async function checkTurn(
  { engine }: CaseServices,
  application: ApplicationRecord,
  purpose: Purpose,
  from: string,
): Promise<void> {
  const flow = await engine.flow(application.service, application.serviceVersion)
  const sketch = { reopenId: '', digest: '', purpose, from, by: { kind: 'officer', id: '' } as const, at: Date.now() }
  checkReopening({ flow, number: application.number }, application.state, sketch)
}

async function carryOut(
  { engine }: CaseServices,
  { application, person }: Pick<Turning<unknown>, 'application' | 'person'>,
  act: AnyAct,
  { purpose, from }: { purpose: Purpose; from: string },
): Promise<void> {
  if (application.state.heard.includes(act._id)) return
  try {
    await reopenCase(engine, application, { reopenId: act._id, digest: act.digest, purpose, from, by: officer(person) })
  } catch (error) {
    if (!(error instanceof NotKept)) throw error
    if (error.kind === 'unknown') throw outcomeUnknown(error)
    throw refusalProblem(error.code) ?? internalError(error)
  }
}

/** The step of the main track that makes the service's own document; null where its owner makes it, elsewhere. */
export function issuingStep({ issuer, tracks }: Pick<Flow, 'issuer' | 'tracks'>): string | null {
  if (issuer !== 'own') return null
  const makes = (step: Step) => step.kind === 'sign' || step.kind === 'issue'
  return tracks.main.findLast((step) => flatten<Step>([step]).some(makes) && makes(step))?.code ?? null
}

const nothingIssued = () =>
  conflict('not-allowed-now', {
    id: 'Dokumen layanan ini diterbitkan instansi lain; perbaikannya di sana.',
    en: "This service's document is issued by another office; it is put right there.",
  })
