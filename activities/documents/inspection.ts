import { askedForm } from '../../catalogue/compile/asked-form.ts'
import { fieldsOfForm } from '../../catalogue/compile/conditions.ts'
import type { Field } from '../../catalogue/schema/fields.ts'
import { allSteps } from '../../catalogue/steps-of.ts'
import type { LetterData } from '../../domain/letter.ts'
import { Act, type DecisionContent } from '../../models/case/acts.ts'
import type { ApplicationRecord } from '../../models/case/application.ts'
import type { CaseDeps, PinnedService } from '../deps.ts'

type Inspection = NonNullable<LetterData['inspection']>

const results = { approve: 'Memenuhi syarat', reject: 'Tidak memenuhi syarat' } as const

/**
 * What the report tells of a visit: the findings lie with the decision that signs it; before there is one (a draft), they are
 * left blank. Null for documents that are no report.
 */
export async function inspectionOf(
  { file }: Pick<CaseDeps, 'file'>,
  { definition }: PinnedService,
  { state }: Pick<ApplicationRecord, 'state'>,
  { code, decision }: { code: string; decision: string | null },
): Promise<{ inspection: Inspection; photos: Uint8Array[] } | null> {
  const step = allSteps(definition).find((each) => each.kind === 'inspect' && each.report === code)
  if (!step) return null
  const task = Object.values(state.tasks).findLast((each) => each.step === step.code && each.visit)
  const said = await contentOf(decision)
  const form = askedForm(step)
  const answers = said?.answers ?? {}
  return {
    inspection: {
      result: said ? (results[said.decision as keyof typeof results] ?? said.decision) : '………',
      note: said?.note ?? null,
      appointment: iso(task?.visit?.appointment),
      arrivedAt: iso(task?.visit?.arrivedAt),
      place: await placeOf(state.heard),
      findings: form ? fieldsOfForm(form).map((field) => findingOf(field, answers[field.name])) : [],
    },
    photos: await photosOf(file, said?.photos ?? []),
  }
}

async function contentOf(decision: string | null): Promise<DecisionContent | null> {
  const act = decision === null ? null : await Act.findOne({ _id: decision }).lean()
  return act?.kind === 'decision' ? act.content : null
}

/** Where the officer stood on arrival, "8,21900° LS, 114,36900° BT (±12 m)". */
async function placeOf(heard: string[]): Promise<string | null> {
  const act = await Act.findOne({ _id: { $in: heard }, kind: 'arrival' })
    .sort({ at: -1 })
    .lean()
  if (act?.kind !== 'arrival') return null
  const { latitude, longitude, accuracy } = act.content
  if (latitude === null || longitude === null) return null
  const degrees = (value: number) => `${Math.abs(value).toFixed(5).replace('.', ',')}°`
  const north = latitude < 0 ? 'LS' : 'LU'
  const east = longitude < 0 ? 'BB' : 'BT'
  const within = accuracy === null ? '' : ` (±${Math.round(accuracy)} m)`
  return `${degrees(latitude)} ${north}, ${degrees(longitude)} ${east}${within}`
}

async function photosOf(file: CaseDeps['file'], ids: string[]): Promise<Uint8Array[]> {
  const found = await Promise.all(ids.map(file))
  return found.flatMap((one) => (one ? [one.bytes] : []))
}

function findingOf(field: Field, answer: unknown): { label: string; value: string } {
  return { label: field.label.id, value: answerWords(field, answer) }
}

function answerWords(field: Field, answer: unknown): string {
  if (answer === undefined || answer === null || answer === '') return '–'
  if (Array.isArray(answer)) return answer.map((one) => answerWords(field, one)).join(', ')
  if (typeof answer === 'boolean') return answer ? 'Ya' : 'Tidak'
  if ('choices' in field) return field.choices.find(({ value }) => value === answer)?.label.id ?? String(answer)
  const unit = field.type === 'number' && field.unit ? ` ${field.unit.id}` : ''
  return typeof answer === 'number' ? `${answer.toLocaleString('id-ID')}${unit}` : String(answer)
}

const iso = (instant: number | null | undefined) => (instant == null ? null : new Date(instant).toISOString())
