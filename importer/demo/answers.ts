import { askedAnswers, fieldsOfForm } from '../../catalogue/compile/conditions.ts'
import { parentOf, type Regions } from '../../catalogue/regions.ts'
import type { Field, PlainField } from '../../catalogue/schema/fields.ts'
import type { ServiceDefinition } from '../../catalogue/service-schema.ts'
import type { DemoCases, DemoService } from './demo-cases.ts'
import { type Applicant, digits, type PeopleMaker } from './people.ts'
import type { Chance } from './random.ts'

type Around = {
  demo: DemoCases
  service: DemoService
  definition: ServiceDefinition
  applicant: Applicant
  people: PeopleMaker
  regions: Regions
  chance: Chance
  /** Instant of filing. */
  filed: number
  utcOffsetMinutes: number
  region: string
}

/** Answers to a service's form as somebody could have given them, field by field; only those that are asked for. */
export function demoAnswers(around: Around): Record<string, unknown> {
  const answers: Record<string, unknown> = {}
  for (const field of fieldsOfForm(around.definition)) {
    const value = field.type === 'group' ? groupOf(field, around) : answerTo(field, around)
    if (value !== undefined) answers[field.name] = value
  }
  return askedAnswers(around.definition, answers)
}

function groupOf(field: Extract<Field, { type: 'group' }>, around: Around): Record<string, unknown>[] {
  const count = around.chance.between(field.min, Math.min(field.max, Math.max(field.min, 2)))
  return Array.from({ length: count }, () => {
    const item: Record<string, unknown> = {}
    for (const inner of field.fields) {
      const value = answerTo(inner, around)
      if (value !== undefined) item[inner.name] = value
    }
    return item
  })
}

function answerTo(field: PlainField, around: Around): unknown {
  const { chance, service, applicant } = around
  if (field.optional && chance.happens(0.4)) return undefined
  switch (field.type) {
    case 'text':
    case 'longtext':
      return textOf(field.name, around)
    case 'nik':
      return around.people.another(isWoman(service.niks[field.name], chance)).nik
    case 'phone':
      return applicant.phone
    case 'email':
      return undefined
    case 'date':
      return dateOf(field.name, around)
    case 'number':
    case 'money':
      return numberOf(field, around)
    case 'choice': {
      const bySex = service.sexes[field.name]
      if (bySex) return applicant.woman ? bySex.woman : bySex.man
      return chance.weighted(service.choices[field.name] ?? evenly(field.choices))
    }
    case 'multi-choice':
      return chosen(field, around)
    case 'yes-no':
      return field.mustBe ?? chance.weighted(service.choices[field.name] ?? { false: 1 }) === 'true'
    case 'region':
      return field.level === 'village' ? applicant.village : around.region
    case 'file':
      return undefined
  }
}

function textOf(name: string, { demo, service, applicant, people, regions, chance }: Around): string {
  const pool = service.texts[name] ?? demo.texts[name]
  if (!pool) throw new RangeError(`demo/cases.json has no text for the field ${name}`)
  const words: Record<string, () => string> = {
    given: () => applicant.given,
    name: () => applicant.name,
    village: () => regions.nameOf(applicant.village),
    district: () => regions.nameOf(parentOf(applicant.village) ?? applicant.village),
    woman: () => people.another(true).name,
    man: () => people.another(false).name,
    anybody: () => people.another(chance.happens(0.5)).name,
  }
  return chance
    .one(pool)
    .replace(/\{digits:(\d+)\}/g, (_, count: string) => digits(chance, Number(count)))
    .replace(/\{(\w+)\}/g, (whole, word: string) => words[word]?.() ?? whole)
}

function isWoman(who: 'woman' | 'man' | undefined, chance: Chance): boolean {
  return who === undefined ? chance.happens(0.5) : who === 'woman'
}

function dateOf(name: string, { service, applicant, chance, filed, utcOffsetMinutes }: Around): string {
  const rule = service.dates[name]
  if (rule === 'birth') return applicant.born
  if (!rule) throw new RangeError(`demo/cases.json has no date for the field ${name}`)
  const local = filed + utcOffsetMinutes * 60_000 - chance.between(...rule) * 86_400_000
  return new Date(local).toISOString().slice(0, 10)
}

function numberOf(
  { name, minimum = 0, maximum = 100 }: Extract<PlainField, { type: 'number' | 'money' }>,
  { service, chance }: Around,
): number {
  const [from, to, step] = service.numbers[name] ?? [minimum, maximum, 1]
  const value = from + chance.between(0, Math.floor((to - from) / step)) * step
  return Math.round(value * 1_000) / 1_000
}

function chosen(
  { name, choices, min = 0 }: Extract<PlainField, { type: 'multi-choice' }>,
  { service, chance }: Around,
): string[] {
  const weights = service.choices[name] ?? evenly(choices)
  const count = Math.max(min, chance.between(1, 2))
  return [...new Set(Array.from({ length: count }, () => chance.weighted(weights)))]
}

const evenly = (choices: readonly { value: string }[]) => Object.fromEntries(choices.map(({ value }) => [value, 1]))
