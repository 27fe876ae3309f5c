import type { TimelineEvent } from '../../../domain/case/events.ts'
import { Act } from '../../../models/case/acts.ts'
import { markIssued } from '../../../models/case/allocate-number.ts'
import { Answer } from '../../../models/case/answer.ts'
import type { ApplicationRecord } from '../../../models/case/application.ts'
import { IssuedDocument } from '../../../models/case/document.ts'
import type { ClientSession } from '../../../models/database.ts'
import type { CaseDeps } from '../../deps.ts'

type Received = Extract<TimelineEvent, { type: 'document-received' }>
type Signed = Extract<TimelineEvent, { type: 'document-signed' }>

/** A signature counts from when the timeline holds it: the document is issued, its number used. */
export async function issueDocument(
  { _id, state }: ApplicationRecord,
  { data, at }: Signed,
  session: ClientSession,
): Promise<void> {
  const signed = state.documents[data.document]
  if (!signed) throw new RangeError(`document ${data.document} was never prepared`)
  await IssuedDocument.updateOne(
    { _id: data.document, issuedAt: null },
    { $set: { issuedAt: new Date(at) } },
    { session },
  )
  await markIssued(`${_id}/${signed.code}/${signed.ordinal}`, session)
}

/** The owner's number and file, as the officer brought them with the decision, or the owner's system with its answer. */
export async function keepReceivedDocument(
  { catalogue }: CaseDeps,
  application: ApplicationRecord,
  { data, at }: Received,
  session: ClientSession,
): Promise<void> {
  const brought = await broughtWith(data.decisionId, session)
  const { definition } = await catalogue.service(application.service, application.serviceVersion)
  const named = definition.documents.find((each) => each.code === data.code)
  if (!named) throw new RangeError(`${application.service} v${application.serviceVersion} has no document ${data.code}`)
  const document = {
    _id: data.document,
    application: application._id,
    key: `${application._id}/${data.code}/${data.ordinal}`,
    code: data.code,
    ordinal: data.ordinal,
    kind: 'external' as const,
    agency: definition.agency,
    title: named.name,
    number: brought.number,
    preparedAt: new Date(at),
    issuedAt: brought.issuedOn ? new Date(`${brought.issuedOn}T00:00:00Z`) : new Date(at),
    file: brought.file,
  }
  await IssuedDocument.insertMany([document], { session })
}

type Brought = { number: string; issuedOn: string | null; file: string | null }

async function broughtWith(id: string, session: ClientSession): Promise<Brought> {
  const act = await Act.findOne({ _id: id }).session(session).lean()
  if (act?.kind === 'decision' && act.content.data) {
    const { number, file } = act.content.data
    return { number, issuedOn: null, file: file || null }
  }
  const answer = await Answer.findOne({ _id: id }).session(session).lean()
  if (!answer?.number) throw new RangeError(`nothing brings a document under ${id}`)
  const { number, issuedOn, file } = answer
  return { number, issuedOn, file }
}
