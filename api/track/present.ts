import { fieldsOfForm } from '../../catalogue/compile/conditions.ts'
import type { TrackedApplication } from '../../contracts/track.ts'
import { termClock } from '../../domain/case/state.ts'
import type { AnyAct, DeficiencyRecord } from '../../models/case/acts.ts'
import type { ApplicationRecord } from '../../models/case/application.ts'
import { type DocumentRecord, IssuedDocument } from '../../models/case/document.ts'
import { actsOf } from '../../models/case/keep-act.ts'
import { readLines } from '../applications/timeline.ts'
import { clockOfState, iso, isoOrNull } from '../case/clock.ts'
import { presentClocks } from '../case/clocks.ts'
import { presentDocument } from '../case/present-document.ts'
import { asOf } from '../case/present-row.ts'
import type { Reader } from '../case/reader.ts'
import { isTold, sentenceOf } from '../case/sentences.ts'
import { presentAlsoWaitingOn, presentWaitingOn } from '../case/waiting-on.ts'
import type { CaseWords } from '../case/words.ts'
import { trackedSteps } from './steps.ts'

type Around = { publicUrl: string; fileOf(document: string): string }

/** The story of a case without names, answers or notes: for whoever has number and code. */
export async function presentTracked(
  application: ApplicationRecord,
  reader: Reader,
  { publicUrl, fileOf }: Around,
): Promise<TrackedApplication> {
  const words = await reader.words(application)
  const { _id, state } = application
  const [lines, documents, acts] = await Promise.all([
    readLines(_id),
    IssuedDocument.find({ application: _id, issuedAt: { $ne: null } })
      .sort({ issuedAt: 1 })
      .lean<DocumentRecord[]>(),
    actsOf(_id),
  ])
  const now = asOf(application)
  const term = state.clocks[termClock]
  const [clock] = await presentClocks(term ? [clockOfState(term)] : [], reader, now)
  return {
    number: application.number,
    service: application.service,
    serviceName: words.definition.name,
    status: application.status,
    receivedAt: application.acceptedAt.toISOString(),
    completeAt: isoOrNull(state.completeAt),
    waitingOn: presentWaitingOn(application, words),
    alsoWaitingOn: presentAlsoWaitingOn(application, words),
    term: clock ?? null,
    steps: trackedSteps(state, words),
    story: lines.filter(isTold).map((line) => ({ at: iso(line.at), text: sentenceOf(line, words) })),
    corrections: corrections(application, acts, words, reader),
    documents: documents.map((document) => presentDocument(document, { file: fileOf(document._id), publicUrl, state })),
    asOf: iso(now),
  }
}

/** What has to be mended, by the names that the form shows; the officer's note stays out. */
function corrections(
  { state }: ApplicationRecord,
  acts: Map<string, AnyAct>,
  words: CaseWords,
  { language }: Reader,
): TrackedApplication['corrections'] {
  const returned = Object.values(state.tasks).find(({ status }) => status === 'returned')
  const act = acts.get(returned?.decided.at(-1)?.decisionId ?? '')
  if (act?.kind !== 'decision') return []
  return act.content.deficiencies.map((one) => ({ name: labelOf(one, words)[language], message: one.message }))
}

function labelOf({ target, name }: DeficiencyRecord, { definition }: CaseWords) {
  const [top] = name.split('.')
  const found =
    target === 'document'
      ? definition.requiredDocuments.find(({ code }) => code === name)?.name
      : fieldsOfForm(definition).find((field) => field.name === top)?.label
  return found ?? { id: name, en: name }
}
