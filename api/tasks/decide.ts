import { randomUUID } from 'node:crypto'
import type { ServiceDefinition } from '../../catalogue/service-schema.ts'
import type { DecideTask } from '../../contracts/tasks.ts'
import { requireDecision } from '../../domain/case/actions.ts'
import type { AnyAct, DecisionContent } from '../../models/case/acts.ts'
import type { ApplicationRecord } from '../../models/case/application.ts'
import { findAct, keepAct } from '../../models/case/keep-act.ts'
import { regencyFacts, versionOf } from '../../models/catalogue/catalogue.ts'
import type { ClientSession } from '../../models/database.ts'
import { decideTask } from '../../workflows/messages.ts'
import { contentChecks } from '../applications/checks.ts'
import { claimFor, usableFiles } from '../case/case-files.ts'
import { sameAct } from '../case/same-act.ts'
import { sayKept } from '../case/say-kept.ts'
import type { CaseServices } from '../case/services.ts'
import { invalidField, invalidFields } from '../errors/problems.ts'
import { digestOf } from '../middleware/idempotency.ts'
import type { SignedIn } from '../request.ts'
import { checkAsked } from './asked-answers.ts'
import { checkDecision, decisionContent } from './decision.ts'
import type { Found } from './find.ts'
import { broughtDocument, stepOfTask } from './step.ts'

export type Deciding = Found & { person: SignedIn; key: string; body: DecideTask }

/**
 * An officer decides: what they said is kept first, then told to the case, and the answer comes when the next read shows
 * it. The same key again answers as the first time did. A passphrase waits in this process's memory for this request only,
 * and is forgotten whatever happens (design rule 5). Throws 409, 422 or 503.
 */
export async function decide({ engine, signing }: CaseServices, deciding: Deciding): Promise<void> {
  const { task, application, person, body } = deciding
  const act = await keptDecision(deciding)
  if (isKept(application, act)) return
  const { definition } = await versionOf(application.service, application.serviceVersion)
  const brought = body.decision === 'approve' ? broughtDocument(definition, stepOfTask(definition, task)) : null
  const decided = {
    task: task.task,
    officer: person.account,
    decision: body.decision,
    decisionId: act._id,
    digest: act.digest,
    ...(brought ? { brings: { code: brought.code } } : {}),
  }
  const said = { act: decided, updateId: act._id }
  if (!body.signing) return sayKept(engine, application, decideTask, said)
  const request = signing.desk.leave(body.signing.passphrase)
  try {
    const signed = { ...decided, signing: { queue: signing.desk.queue, request } }
    await sayKept(engine, application, decideTask, { ...said, act: signed, signing: true })
  } finally {
    signing.desk.forget(request)
  }
}

async function keptDecision(deciding: Deciding): Promise<AnyAct> {
  const { task, application, person, key, body } = deciding
  const said = decisionContent(task, body)
  const asked = { kind: 'decision' as const, application: application._id, digest: digestOf(said) }
  let content: DecisionContent
  try {
    content = await checkNew(deciding, said)
  } catch (refused) {
    // What cannot be decided now may be what this key decided before.
    const known = await findAct(person.account, key)
    if (known) return sameAct(known, asked)
    throw refused
  }
  const files = [...(said.data ? [said.data.file] : []), ...(said.photos ?? [])]
  const act = { ...asked, _id: randomUUID(), by: person.account, key, at: new Date(), content }
  const claim = (session: ClientSession) => claimFor(application._id, files, person, session)
  return sameAct(await keepAct(act, files.length > 0 ? claim : undefined), asked)
}

/** What is kept of a decision that can be taken now. Throws Refusal, or 422 naming every field. */
async function checkNew(deciding: Deciding, content: DecisionContent): Promise<DecisionContent> {
  const { task, application, person, body } = deciding
  requireDecision(application.state, task.task, person.account, body.decision)
  const { definition } = await versionOf(application.service, application.serviceVersion)
  checkDecision(definition, task, body)
  const answered = await answeredContent(definition, deciding, content)
  await checkBroughtFile(content.data ? [content.data.file] : [], person, application)
  await checkPhotos(content.photos ?? [], person, application)
  return answered
}

/** With the answers as they are to be kept. Throws 422 naming every field. */
async function answeredContent(
  definition: ServiceDefinition,
  { task, application, person, body }: Deciding,
  content: DecisionContent,
): Promise<DecisionContent> {
  const checks = await contentChecks({ person, application, regency: await regencyFacts(), at: new Date() })
  const { answers, errors } = checkAsked(stepOfTask(definition, task), task.seat, body, checks)
  if (errors.length > 0) throw invalidFields(errors, 422)
  return answers ? { ...content, answers } : content
}

async function checkPhotos(ids: string[], person: SignedIn, { _id }: ApplicationRecord): Promise<void> {
  const usable = await usableFiles(person, _id, ids)
  ids.forEach((id, at) => {
    const file = usable.get(id)
    if (!file) throw invalidField(`photos.${at}`, 'file-unknown', unknownFile)
    if (!pictures.has(file.type)) throw invalidField(`photos.${at}`, 'file-type', notPicture)
  })
}

const pictures = new Set(['image/jpeg', 'image/png'])

async function checkBroughtFile([id]: string[], person: SignedIn, { _id }: ApplicationRecord): Promise<void> {
  if (id === undefined) return
  const file = (await usableFiles(person, _id, [id])).get(id)
  if (!file) throw invalidField('data.file', 'file-unknown', unknownFile)
  if (file.type !== 'application/pdf') throw invalidField('data.file', 'file-type', notPdf)
}

/** Whether the case has taken the decision: its own word, whatever became of whoever told it. */
export function isKept({ state }: Pick<ApplicationRecord, 'state'>, { _id }: Pick<AnyAct, '_id'>): boolean {
  return Object.values(state.tasks).some(({ decided }) => decided.some(({ decisionId }) => decisionId === _id))
}

const unknownFile = {
  id: 'Berkas ini tidak ada, bukan unggahan Anda, atau sudah dipakai permohonan lain.',
  en: 'This file does not exist, is not your upload, or belongs to another application.',
}
const notPicture = { id: 'Foto harus berupa JPEG atau PNG.', en: 'A photo must be a JPEG or PNG.' }
const notPdf = { id: 'Dokumen penerbit harus berupa PDF.', en: "The issuer's document must be a PDF." }
