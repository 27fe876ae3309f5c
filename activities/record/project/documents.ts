import type { TimelineEvent } from '../../../domain/case/events.ts'
import { Act } from '../../../models/case/acts.ts'
import { markIssued } from '../../../models/case/allocate-number.ts'
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

/** The owner's number and file, as the officer brought them with the decision. */
export async function keepReceivedDocument(
  { catalogue }: CaseDeps,
  application: ApplicationRecord,
  { data, at }: Received,
  session: ClientSession,
): Promise<void> {
  const act = await Act.findOne({ _id: data.decisionId }).session(session).lean()
  if (act?.kind !== 'decision' || !act.content.data)
    throw new RangeError(`decision ${data.decisionId} brings no document`)
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
    number: act.content.data.number,
    preparedAt: new Date(at),
    issuedAt: new Date(at),
    file: act.content.data.file || null,
  }
  await IssuedDocument.insertMany([document], { session })
}
