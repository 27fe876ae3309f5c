import { fieldsOfForm } from '../../catalogue/compile/conditions.ts'
import type { ServiceDefinition } from '../../catalogue/service-schema.ts'
import type { DecideTask } from '../../contracts/tasks.ts'
import { asksForSignature } from '../../domain/case/acts.ts'
import type { DecisionContent, DeficiencyRecord } from '../../models/case/acts.ts'
import type { TaskRecord } from '../../models/case/task.ts'
import { type FieldError, fieldError, invalidFields } from '../errors/problems.ts'
import { broughtDocument, type HumanStep, stepOfTask } from './step.ts'

/** What is kept of a decision; the passphrase is no part of it. */
export function decisionContent({ task }: TaskRecord, body: DecideTask): DecisionContent {
  const { decision, note, deficiencies, data, answers, photos } = body
  return {
    task,
    decision,
    note: note || null,
    deficiencies: deficiencies ?? [],
    data: data ?? null,
    ...(answers ? { answers } : {}),
    ...(photos ? { photos } : {}),
  }
}

/** Throws 422 where the decision lacks what it has to say, or says what does not belong to it. */
export function checkDecision(definition: ServiceDefinition, task: TaskRecord, body: DecideTask): void {
  const step = stepOfTask(definition, task)
  const errors = [
    ...checkWords(definition, body),
    ...checkBrought(definition, task, body),
    ...checkPhotos(step, body),
    ...checkSigning(step, body),
  ]
  if (errors.length > 0) throw invalidFields(errors, 422)
}

function checkWords(definition: ServiceDefinition, { decision, note, deficiencies = [] }: DecideTask): FieldError[] {
  const errors: FieldError[] = []
  if ((decision === 'reject' || decision === 'object') && !note) errors.push(noReason)
  if (decision === 'return' && deficiencies.length === 0) errors.push(noDeficiency)
  if (decision !== 'return' && deficiencies.length > 0) errors.push(strayDeficiencies)
  return [...errors, ...deficiencies.flatMap((one, index) => (names(definition, one) ? [] : [unknownTarget(index)]))]
}

/** Whether the applicant can be led to what is to be mended. */
function names(definition: ServiceDefinition, { target, name }: DeficiencyRecord): boolean {
  if (target === 'document') return definition.requiredDocuments.some(({ code }) => code === name)
  if (target === 'other') return true
  const [top] = name.split('.')
  return fieldsOfForm(definition).some((field) => field.name === top)
}

function checkBrought(definition: ServiceDefinition, task: TaskRecord, { decision, data }: DecideTask): FieldError[] {
  const brought = decision === 'approve' ? broughtDocument(definition, stepOfTask(definition, task)) : null
  if (!brought) return data ? [strayData] : []
  if (!data) return [noDocument]
  const { numberPattern } = brought
  const fits = !numberPattern || new RegExp(`^(?:${numberPattern})$`).test(data.number)
  return fits ? [] : [wrongNumber]
}

function checkSigning(step: HumanStep, { decision, signing }: DecideTask): FieldError[] {
  if (decision === 'sign' || asksForSignature(step, decision)) return signing ? [] : [noPassphrase]
  return signing ? [straySigning] : []
}

/** A report shows what was seen; a return shows nothing yet. */
function checkPhotos(step: HumanStep, { decision, photos = [] }: DecideTask): FieldError[] {
  if (step.kind !== 'inspect' || decision === 'return') return photos.length > 0 ? [strayPhotos] : []
  const { min, max } = step.photos
  return photos.length < min || photos.length > max ? [wrongPhotos(min, max)] : []
}

/** 422: who refuses says why. */
export const noReason = fieldError('note', 'required', 'Alasannya wajib diisi.', 'The reason is required.')
const strayPhotos = fieldError(
  'photos',
  'not-for-this-decision',
  'Keputusan ini tidak membawa foto.',
  'This decision brings no photos.',
)
const wrongPhotos = (min: number, max: number) =>
  fieldError('photos', 'count', `Lampirkan ${min} sampai ${max} foto.`, `Attach ${min} to ${max} photos.`)
const noDeficiency = fieldError(
  'deficiencies',
  'required',
  'Sebutkan sekaligus semua yang perlu diperbaiki pemohon.',
  'Name at once everything the applicant has to mend.',
)
const strayDeficiencies = fieldError(
  'deficiencies',
  'not-for-this-decision',
  'Kekurangan hanya disebutkan saat berkas dikembalikan.',
  'Deficiencies are named only with a return.',
)
const unknownTarget = (index: number) =>
  fieldError(
    `deficiencies.${index}.name`,
    'unknown-target',
    'Isian atau dokumen ini tidak ada pada layanan ini.',
    'This service has no such field or document.',
  )
const noDocument = fieldError(
  'data',
  'required',
  'Nomor dan berkas dokumen dari instansi penerbit wajib diisi.',
  "The issuer's number and document are required.",
)
const strayData = fieldError(
  'data',
  'not-for-this-decision',
  'Keputusan ini tidak membawa dokumen.',
  'This decision brings no document.',
)
const wrongNumber = fieldError(
  'data.number',
  'pattern',
  'Nomor ini tidak berbentuk seperti nomor dokumen penerbit.',
  "This does not look like the issuer's number.",
)
const noPassphrase = fieldError(
  'signing.passphrase',
  'required',
  'Frasa sandi wajib diisi.',
  'The passphrase is required.',
)
const straySigning = fieldError(
  'signing',
  'not-for-this-decision',
  'Frasa sandi hanya untuk menandatangani.',
  'A passphrase is only for signing.',
)
