import { compileForm } from '../../catalogue/compile/form.ts'
import type { ApplicationDetail } from '../../contracts/applications.ts'
import type { StoredFile } from '../../contracts/files.ts'
import { allowsCase } from '../../domain/case/actions.ts'
import { isClosed } from '../../domain/case/state.ts'
import type { ApplicationRecord } from '../../models/case/application.ts'
import { allows } from '../middleware/ability.ts'
import { caseActionsFor, mayCorrect, mayReadBill, mayReadDocument, taskActionsFor } from './allowed.ts'
import { maskAnswers } from './answers.ts'
import { appealUntil } from './appeal-until.ts'
import { clockOfState, iso } from './clock.ts'
import { presentClocks } from './clocks.ts'
import type { CaseFolder } from './folder.ts'
import { maskNik } from './mask.ts'
import { opinionsOf } from './opinions.ts'
import { presentCaseBill } from './present-bill.ts'
import { hasFile, presentDocument } from './present-document.ts'
import { asOf, presentApplicationRow } from './present-row.ts'
import type { Reader } from './reader.ts'
import { presentAlsoWaitingOn } from './waiting-on.ts'
import type { CaseWords } from './words.ts'

type Around = {
  publicUrl: string
  demo: boolean
  /** The uploaded files of the case, by id. */
  files: Map<string, StoredFile>
}

/** A case as its page shows it. Numbers of identity are masked for everybody who could not change them. */
export async function presentDetail(folder: CaseFolder, reader: Reader, around: Around): Promise<ApplicationDetail> {
  const { application } = folder
  const words = await reader.words(application)
  const { definition } = words
  const own = mayCorrect(reader.person, application)
  const now = asOf(application)
  const { schema, uiSchema, pages } = compileForm(definition, reader.language)
  const { account: _account, ...applicant } = application.applicant
  const appeal = await appealOf(folder, words, now)
  return {
    ...presentApplicationRow(application, words),
    alsoWaitingOn: presentAlsoWaitingOn(application, words),
    applicant: own ? applicant : { ...applicant, nik: maskNik(applicant.nik) },
    proxy: application.proxy as ApplicationDetail['proxy'],
    answers: own ? application.answers : maskAnswers(definition, application.answers),
    form: { schema, uiSchema, pages },
    attachments: attachmentsOf(application, words, around.files),
    clocks: await presentClocks(Object.values(application.state.clocks).map(clockOfState), reader, now),
    documents: documentsOf(folder, reader, around),
    bills: await billsOf(folder, reader, words),
    correction: correctionOf(folder),
    outcome: outcomeOf(folder, words),
    about: application.about ? { id: application.about.application, number: application.about.number } : null,
    objections: folder.objections.map(({ _id: id, number, status }) => ({ id, number, status })),
    appeal,
    tasks: tasksOf(folder, words),
    opinions: opinionsOf(folder, reader, words),
    actions: actionsOf(folder, reader, { ...around, offersAppeal: appeal !== null }),
    asOf: iso(now),
  }
}

function attachmentsOf(
  { attachments }: ApplicationRecord,
  { definition }: CaseWords,
  files: Around['files'],
): ApplicationDetail['attachments'] {
  return attachments.flatMap(({ code, file }) => {
    const stored = files.get(file)
    const name = definition.requiredDocuments.find((each) => each.code === code)?.name ?? { id: code, en: code }
    return stored ? [{ code, name, file: stored }] : []
  })
}

/** A number that waits for its signature is the office's own affair. */
function documentsOf({ application, documents }: CaseFolder, { person }: Reader, { publicUrl }: Around) {
  if (!mayReadDocument(person, application)) return []
  const inside = !mayCorrect(person, application)
  return documents
    .filter(({ issuedAt }) => inside || issuedAt !== null)
    .map((document) =>
      presentDocument(document, { file: `/api/documents/${document._id}/file`, publicUrl, state: application.state }),
    )
}

async function billsOf({ application, bills }: CaseFolder, { person }: Reader, words: CaseWords) {
  if (!mayReadBill(person, application)) return []
  return Promise.all(bills.map((bill) => presentCaseBill(bill, words, application.state.bills?.[bill._id])))
}

function correctionOf({ application, acts }: CaseFolder): ApplicationDetail['correction'] {
  const returned = Object.values(application.state.tasks).flatMap((task) => {
    const last = task.status === 'returned' ? task.decided.at(-1) : undefined
    const act = acts.get(last?.decisionId ?? '')
    return last && act?.kind === 'decision' ? [{ ...act.content, task: task.id, at: last.at }] : []
  })
  const [first] = returned.toSorted((a, b) => a.at - b.at)
  if (!first) return null
  const notes = returned.flatMap(({ note }) => note ?? [])
  return {
    task: first.task,
    note: notes.length > 0 ? notes.join('\n') : null,
    deficiencies: returned.flatMap(({ deficiencies }) => deficiencies),
    since: iso(first.at),
  }
}

function outcomeOf({ application, acts }: CaseFolder, words: CaseWords): ApplicationDetail['outcome'] {
  const { state } = application
  if (!isClosed(state) || state.outcome === null || state.closedAt === null) return null
  return {
    kind: state.outcome,
    at: iso(state.closedAt),
    reason: reasonOf(application, acts),
    basis: state.basis === null ? null : words.basis(state.basis),
  }
}

/** Among the acts only one that was kept counts: others were refused. */
function reasonOf({ state }: ApplicationRecord, acts: CaseFolder['acts']): string | null {
  const rejected = Object.values(state.tasks)
    .flatMap(({ decided }) => decided)
    .find(({ decision }) => decision === 'reject')
  for (const id of [rejected?.decisionId ?? '', ...state.heard]) {
    const act = acts.get(id)
    if (act?.kind === 'decision') return act.content.note
    if (act?.kind === 'withdrawal') return act.content.reason
  }
  return null
}

/** Once for each decision, and only as long as there is time. */
async function appealOf({ application, objections }: CaseFolder, { definition }: CaseWords, now: number) {
  const { state, closedAt } = application
  const { appeal } = definition
  const isDecided =
    allowsCase(state, 'appeal') && objections.every(({ status }) => status !== 'received' && status !== 'in-progress')
  if (!appeal || !closedAt || !isDecided) return null
  const until = await appealUntil(appeal, closedAt)
  return until !== null && now <= until ? { service: appeal.service, until: iso(until) } : null
}

function tasksOf({ application, names }: CaseFolder, words: CaseWords): ApplicationDetail['tasks'] {
  return Object.values(application.state.tasks).map(({ id, track, step, status, desk, assignee }) => ({
    id,
    step,
    stepName: words.step(track, step),
    status,
    office: words.office(desk),
    assignee: assignee === null ? null : (names.get(assignee) ?? assignee),
  }))
}

function actionsOf(
  { application, tasks, documents }: CaseFolder,
  { person }: Reader,
  { demo, offersAppeal }: Around & { offersAppeal: boolean },
): ApplicationDetail['actions'] {
  const onTasks = new Set(tasks.flatMap((task) => taskActionsFor(person, task)))
  const download = documents.some(hasFile) && mayReadDocument(person, application)
  const skip = demo && !isClosed(application.state) && allows(person, 'skip', 'application', application)
  return [
    ...caseActionsFor(person, application).filter((action) => action !== 'appeal' || offersAppeal),
    ...(download ? (['download'] as const) : []),
    ...onTasks,
    ...(skip ? (['skip'] as const) : []),
  ]
}
