import { createHash, randomUUID } from 'node:crypto'
import { dateParts } from '../../domain/indonesian-time.ts'
import { formatNumber, type NumberingContext, seriesKey } from '../../domain/numbering.ts'
import { allocateNumber } from '../../models/case/allocate-number.ts'
import { Application, type ApplicationRecord } from '../../models/case/application.ts'
import { type DocumentRecord, IssuedDocument } from '../../models/case/document.ts'
import { inRegency } from '../../models/tenancy.ts'
import { isDuplicate } from '../../models/transaction.ts'
import type { Prepared, PrepareRequest } from '../../workflows/activities.ts'
import type { CaseDeps, PinnedService } from '../deps.ts'
import { type Letter, nextLetterOf, render } from './letter.ts'

/**
 * Numbers and renders a document. Once per application, code and ordinal: asked again it answers with what is there, the
 * same number on the same bytes, unless another officer is now to sign, whose name the letter then bears, or a report is to
 * tell of another decision.
 */
export function documentPreparer(deps: CaseDeps): (request: PrepareRequest) => Promise<Prepared> {
  return (request) => inRegency(request.regency, () => prepare(deps, request))
}

async function prepare(deps: CaseDeps, request: PrepareRequest): Promise<Prepared> {
  const { application: id, code, ordinal, at, signer: signerId } = request
  const key = `${id}/${code}/${ordinal}`
  const application = await Application.findOne({ _id: id }).orFail().lean()
  const pinned = await deps.catalogue.service(application.service, application.serviceVersion)
  const letter = await nextLetterOf(deps, pinned, application, code, at)
  const signer = signerId ? await deps.officer(signerId, letter.office.code) : null
  const number = await numberFor(deps, application, letter, key, at)
  const document = await reserve(request, key, number, letter, basisText(pinned, request.basis))
  const known = await IssuedDocument.findOne({ _id: document }).select('+prepared').orFail().lean()
  if (known.signature && known.digest) return { document, number, digest: known.digest }
  const decision = letter.document.kind === 'report' ? (request.decision ?? null) : null
  const isCurrent = (known.signer?.id ?? null) === signerId && (known.decision ?? null) === decision
  if (known.prepared && known.digest && isCurrent) return { document, number, digest: known.digest }
  const verifyUrl = `${deps.publicUrl}/verifikasi/${document}`
  const pdf = await render(deps, pinned, application, { letter, number, at, signer, verifyUrl, decision })
  const digest = sha256(pdf)
  await IssuedDocument.updateOne(
    { _id: document, signed: null },
    {
      $set: {
        prepared: Buffer.from(pdf),
        digest,
        ...(decision ? { decision } : {}),
        signer: signer && { id: signer.id, name: signer.name, position: signer.position },
      },
    },
  )
  return { document, number, digest }
}

/** The law that deemed it, as the service's sources name it. */
export function basisText({ definition }: PinnedService, code: string | null): DocumentRecord['basis'] {
  if (code === null) return null
  const source = definition.sources[code]
  if (!source) throw new RangeError(`${definition.code} names no source ${code}`)
  const text = [source.document, source.article].filter(Boolean).join(', ')
  return { id: text, en: text }
}

async function reserve(
  { application, code, ordinal, at }: PrepareRequest,
  key: string,
  number: string,
  letter: Letter,
  basis: DocumentRecord['basis'],
): Promise<string> {
  try {
    const [created] = await IssuedDocument.insertMany([
      {
        _id: randomUUID(),
        application,
        key,
        code,
        ordinal,
        kind: letter.document.kind,
        agency: letter.office.code,
        title: letter.document.name,
        number,
        basis,
        preparedAt: new Date(at),
        validUntil: letter.validUntil === null ? null : new Date(letter.validUntil),
      },
    ])
    if (created) return created._id
  } catch (error) {
    if (!isDuplicate(error)) throw error
  }
  return (await IssuedDocument.findOne({ key }).orFail().lean())._id
}

async function numberFor(
  { catalogue }: CaseDeps,
  application: ApplicationRecord,
  { document, office }: Letter,
  key: string,
  at: number,
): Promise<string> {
  const { numbering } = document
  const { utcOffsetMinutes } = await catalogue.regency()
  const context: NumberingContext = {
    ...dateParts(at, utcOffsetMinutes),
    agency: office.short,
    service: application.service,
    ...(application.village ? { village: application.village } : {}),
  }
  const format = (sequence: number) => formatNumber(numbering.pattern, { ...context, sequence })
  return allocateNumber({ series: seriesKey(numbering, context), key, format, at: new Date(at) })
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
