import { createHash, randomUUID } from 'node:crypto'
import { dateParts } from '../../domain/indonesian-time.ts'
import { formatNumber, type NumberingContext, seriesKey } from '../../domain/numbering.ts'
import { allocateNumber } from '../../models/case/allocate-number.ts'
import { Application, type ApplicationRecord } from '../../models/case/application.ts'
import { type DocumentRecord, IssuedDocument } from '../../models/case/document.ts'
import { inRegency } from '../../models/tenancy.ts'
import { isDuplicate } from '../../models/transaction.ts'
import type { Prepared, PrepareRequest } from '../../workflows/activities.ts'
import type { CaseDeps, Officer, PinnedService } from '../deps.ts'
import { authorityFor } from './authority-for.ts'
import { type Filling, type Letter, nextLetterOf, render } from './letter.ts'

/**
 * Numbers and renders a document. Once per application, code and ordinal: asked again it answers with what is there, the
 * same number on the same bytes, unless another officer is now to sign, whose name the letter then bears, or a report is to
 * tell of another decision.
 */
export function documentPreparer(deps: CaseDeps): (request: PrepareRequest) => Promise<Prepared> {
  return (request) => inRegency(request.regency, () => prepare(deps, request))
}

async function prepare(deps: CaseDeps, request: PrepareRequest): Promise<Prepared> {
  const { application: id, code, ordinal, at, signer } = request
  const application = await Application.findOne({ _id: id }).orFail().lean()
  const pinned = await deps.catalogue.service(application.service, application.serviceVersion)
  const letter = await nextLetterOf(deps, pinned, application, code, at)
  const basis = basisText(pinned, request.basis)
  const key = `${id}/${code}/${ordinal}`
  const decision = letter.document.kind === 'report' ? (request.decision ?? null) : null
  return makeDocument(deps, { application, pinned, letter, key, ordinal, signer, basis, at, decision })
}

export type Making = {
  application: ApplicationRecord
  pinned: PinnedService
  letter: Letter
  /** The effect's key (design rule 5): the same key is the same number and the same document. */
  key: string
  ordinal: number
  signer: string | null
  basis: DocumentRecord['basis']
  at: number
  /** The decision a report tells of. */
  decision?: string | null
  about?: Filling['about']
}

function isSameSigner(known: DocumentRecord['signer'], now: Officer | null): boolean {
  return (known?.id ?? null) === (now?.id ?? null) && (known?.mandate ?? null) === (now?.mandate?.id ?? null)
}

const askedFor = ({ application, pinned, letter }: Making) => authorityFor(pinned, application, letter)

/** Numbers and renders a letter, once per key. Within the regency's context. */
export async function makeDocument(deps: CaseDeps, making: Making): Promise<Prepared> {
  const { application, pinned, letter, key, at, about, decision = null } = making
  const signer = making.signer ? await deps.officer(making.signer, askedFor(making), at) : null
  const number = await numberFor(deps, application, letter, key, at)
  const document = await reserve(making, number)
  const known = await IssuedDocument.findOne({ _id: document }).select('+prepared').orFail().lean()
  if (known.signature && known.digest) return { document, number, digest: known.digest }
  const isCurrent = isSameSigner(known.signer, signer) && (known.decision ?? null) === decision
  if (known.prepared && known.digest && isCurrent) return { document, number, digest: known.digest }
  const verifyUrl = `${deps.publicUrl}/verifikasi/${document}`
  const pdf = await render(deps, pinned, application, {
    letter,
    number,
    at,
    signer,
    verifyUrl,
    decision,
    ...(about && { about }),
  })
  const digest = sha256(pdf)
  await IssuedDocument.updateOne(
    { _id: document, signed: null },
    {
      $set: {
        prepared: Buffer.from(pdf),
        digest,
        ...(decision ? { decision } : {}),
        signer: signer && {
          id: signer.id,
          name: signer.name,
          position: signer.position,
          ...(signer.mandate ? { mandate: signer.mandate.id } : {}),
        },
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

async function reserve({ application, letter, key, ordinal, basis, at }: Making, number: string): Promise<string> {
  try {
    const [created] = await IssuedDocument.insertMany([
      {
        _id: randomUUID(),
        application: application._id,
        key,
        code: letter.document.code,
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
