import type { OwnDocument } from '../../catalogue/schema/documents.ts'
import { allSteps } from '../../catalogue/steps-of.ts'
import { type LetterInput, renderLetter } from '../../documents/render.ts'
import { validUntil } from '../../domain/validity.ts'
import { Act } from '../../models/case/acts.ts'
import type { ApplicationRecord } from '../../models/case/application.ts'
import { IssuedDocument } from '../../models/case/document.ts'
import type { CaseDeps, Office, Officer, PinnedService } from '../deps.ts'
import { inspectionOf } from './inspection.ts'
import { picturesOf } from './pictures.ts'

/** Put across what a local certificate authority signs: it binds nobody. */
const sample = 'CONTOH – tidak berlaku'

export type Letter = {
  document: OwnDocument
  office: Office
  validUntil: number | null
}

/** The document a case is to get under this code, and the office that issues it: the village's where a village head signs. */
export async function letterOf(
  { catalogue }: CaseDeps,
  pinned: PinnedService,
  application: Pick<ApplicationRecord, 'answers' | 'village'>,
  code: string,
  at: number,
): Promise<Letter> {
  const { definition } = pinned
  const document = definition.documents.find((each) => each.code === code)
  if (!document || document.kind === 'external') throw new RangeError(`${definition.code} issues no document ${code}`)
  const office = await officeFor({ catalogue }, pinned, application, code)
  const { utcOffsetMinutes } = await catalogue.regency()
  const bound = document.validity?.boundedBy ? application.answers[document.validity.boundedBy] : undefined
  const until = document.validity
    ? validUntil(at, document.validity, utcOffsetMinutes, typeof bound === 'string' ? bound : undefined)
    : null
  return { document, office, validUntil: until }
}

/** The document as this case is to get it now: a version that only puts right what was wrong ends when the first one would. */
export async function nextLetterOf(
  deps: CaseDeps,
  pinned: PinnedService,
  application: ApplicationRecord,
  code: string,
  at: number,
): Promise<Letter> {
  const letter = await letterOf(deps, pinned, application, code, at)
  const end = await endOfAmended(application, code)
  return end === null ? letter : { ...letter, validUntil: end }
}

/** UTC ms; null where nothing is amended. */
async function endOfAmended(
  { _id, state }: Pick<ApplicationRecord, '_id' | 'state'>,
  code: string,
): Promise<number | null> {
  if (!state.amends) return null
  const first = await IssuedDocument.findOne({ application: _id, code, issuedAt: { $ne: null } })
    .sort({ ordinal: 1 })
    .lean()
  return first?.validUntil?.getTime() ?? null
}

async function officeFor(
  { catalogue }: Pick<CaseDeps, 'catalogue'>,
  { definition }: PinnedService,
  application: Pick<ApplicationRecord, 'village'>,
  code: string,
): Promise<Office> {
  const step = allSteps(definition).find(
    (each) =>
      ((each.kind === 'sign' || each.kind === 'issue') && each.document === code) ||
      (each.kind === 'inspect' && each.report === code),
  )
  const desk = step && 'desk' in step ? step.desk : null
  const ofVillage = desk ? 'village' in desk : step?.kind === 'issue' && step.agency === 'village-of-application'
  if (ofVillage && application.village) return catalogue.villageOffice(application.village)
  if (desk && 'agency' in desk) return catalogue.office(desk.agency)
  return catalogue.office(step?.kind === 'issue' ? step.agency : definition.agency)
}

export type Filling = {
  letter: Letter
  number: string
  at: number
  signer: Officer | null
  /** Address of the public verification page. */
  verifyUrl: string
  /** The decision a report tells of; null where there is none yet. */
  decision: string | null
  /** What a letter about a licence in force speaks of. */
  about?: {
    register: { number: string; validFrom: string; validUntil: string | null }
    decision: { note: string; basis: string }
  }
}

/** The letter as an unsigned PDF. */
export async function render(
  deps: CaseDeps,
  pinned: PinnedService,
  application: ApplicationRecord,
  filling: Filling,
): Promise<Uint8Array> {
  const { catalogue, signing } = deps
  const { letter, signer } = filling
  const { definition, letters } = pinned
  const template = letters[letter.document.letter]
  if (!template) throw new RangeError(`${definition.code} has no letter ${letter.document.letter}`)
  const regency = await catalogue.regency()
  const { applicant, village } = application
  const living = applicant.village ?? village
  const home = living ? await catalogue.village(living) : null
  const seen = await inspectionOf(deps, pinned, application, { code: letter.document.code, decision: filling.decision })
  const input: LetterInput = {
    template,
    letterhead: letter.office.letterhead,
    verification: { url: filling.verifyUrl },
    legalNotes: regency.legalNotes,
    timeZone: regency.timeZone,
    lookups: catalogue.lookups(definition),
    images: await picturesOf(deps, application),
    ...(seen ? { photos: seen.photos } : {}),
    ...(signing.legallyBinding ? {} : { watermark: sample }),
    data: {
      answers: application.answers,
      applicant: { name: applicant.name, nik: applicant.nik, village: home?.name ?? null },
      application: {
        number: application.number,
        filedAt: application.acceptedAt.toISOString(),
        completeAt: iso(application.state.completeAt),
      },
      document: {
        number: filling.number,
        date: new Date(filling.at).toISOString(),
        validUntil: iso(letter.validUntil),
      },
      register: filling.about?.register ?? {
        validFrom: new Date(filling.at).toISOString(),
        validUntil: iso(letter.validUntil),
      },
      signer: signer && {
        name: signer.name,
        position: signer.position,
        nip: signer.nip,
        rank: signer.rank,
        mandate: signer.mandate?.text ?? null,
      },
      agency: {
        name: letter.office.name,
        short: letter.office.short,
        place: letter.office.place,
        head: letter.office.head,
      },
      village: home,
      regency: { name: regency.name },
      service: { name: definition.name.id },
      decision: filling.about?.decision ?? { note: await reasonOf(application) },
      inspection: seen?.inspection ?? null,
    },
  }
  return renderLetter(input)
}

function iso(instant: number | null): string | null {
  return instant === null ? null : new Date(instant).toISOString()
}

/** The note of the rejection, for its letter. */
async function reasonOf({ state }: ApplicationRecord): Promise<string | null> {
  const rejected = Object.values(state.tasks)
    .flatMap((task) => task.decided)
    .find(({ decision }) => decision === 'reject')
  if (!rejected) return null
  const act = await Act.findOne({ _id: rejected.decisionId }).lean()
  return act?.kind === 'decision' ? act.content.note : null
}
