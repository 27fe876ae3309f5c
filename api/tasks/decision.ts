import { fieldsOfForm } from '../../catalogue/compile/conditions.ts'
import type { ServiceDefinition } from '../../catalogue/service-schema.ts'
import type { DecideTask } from '../../contracts/tasks.ts'
import type { DecisionContent, DeficiencyRecord } from '../../models/case/acts.ts'
import type { TaskRecord } from '../../models/case/task.ts'
import { type FieldError, invalidFields } from '../errors/problems.ts'
import { broughtDocument, stepOfTask } from './step.ts'

/** What is kept of a decision; the passphrase is no part of it. */
export function decisionContent({ task }: TaskRecord, body: DecideTask): DecisionContent {
  const { decision, note, deficiencies, data } = body
  return { task, decision, note: note || null, deficiencies: deficiencies ?? [], data: data ?? null }
}

/** Throws 422 where the decision lacks what it has to say, or says what does not belong to it. */
export function checkDecision(definition: ServiceDefinition, task: TaskRecord, body: DecideTask): void {
  const errors = [...checkWords(definition, body), ...checkBrought(definition, task, body), ...checkSigning(body)]
  if (errors.length > 0) throw invalidFields(errors, 422)
}

function checkWords(definition: ServiceDefinition, { decision, note, deficiencies = [] }: DecideTask): FieldError[] {
  const errors: FieldError[] = []
  if (decision === 'reject' && !note) errors.push(noReason)
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

function checkSigning({ decision, signing }: DecideTask): FieldError[] {
  if (decision === 'sign') return signing ? [] : [noPassphrase]
  return signing ? [straySigning] : []
}

const error = (field: string, code: string, id: string, en: string): FieldError => ({
  field,
  code,
  message: { id, en },
})

/** 422: a rejection says why. */
export const noReason = error(
  'note',
  'required',
  'Alasan penolakan wajib diisi.',
  'The reason for the rejection is required.',
)
const noDeficiency = error(
  'deficiencies',
  'required',
  'Sebutkan sekaligus semua yang perlu diperbaiki pemohon.',
  'Name at once everything the applicant has to mend.',
)
const strayDeficiencies = error(
  'deficiencies',
  'not-for-this-decision',
  'Kekurangan hanya disebutkan saat berkas dikembalikan.',
  'Deficiencies are named only with a return.',
)
const unknownTarget = (index: number) =>
  error(
    `deficiencies.${index}.name`,
    'unknown-target',
    'Isian atau dokumen ini tidak ada pada layanan ini.',
    'This service has no such field or document.',
  )
const noDocument = error(
  'data',
  'required',
  'Nomor dan berkas dokumen dari instansi penerbit wajib diisi.',
  "The issuer's number and document are required.",
)
const strayData = error(
  'data',
  'not-for-this-decision',
  'Keputusan ini tidak membawa dokumen.',
  'This decision brings no document.',
)
const wrongNumber = error(
  'data.number',
  'pattern',
  'Nomor ini tidak berbentuk seperti nomor dokumen penerbit.',
  "This does not look like the issuer's number.",
)
const noPassphrase = error('signing.passphrase', 'required', 'Frasa sandi wajib diisi.', 'The passphrase is required.')
const straySigning = error(
  'signing',
  'not-for-this-decision',
  'Frasa sandi hanya untuk menandatangani.',
  'A passphrase is only for signing.',
)
