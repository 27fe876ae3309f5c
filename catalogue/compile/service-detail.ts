import type { z } from 'zod'
import type { ServiceDetail, ServiceSummary } from '../../contracts/services.ts'
import type { Source } from '../schema/common.ts'
import type { RequiredDocument } from '../schema/documents.ts'
import type { Step } from '../schema/steps.ts'
import type { ServiceDefinition } from '../service-schema.ts'
import { compileForm } from './form.ts'
import type { Language } from './language.ts'
import { standardOf } from './standard.ts'
import { sourceText } from './words.ts'

export type OfficeName = { code: string; name: string; short: string }

type Published = { definition: ServiceDefinition; version: number }

/** A row of the public catalogue. `agency` is the definition's. */
export function serviceSummary({ definition, version }: Published, agency: OfficeName): ServiceSummary {
  const { code, name, summary, category, issuer, filedFrom = null, channels, term, keywords, fees } = definition
  return {
    code,
    version,
    name,
    summary,
    category,
    agency: { code: agency.code, name: agency.name, short: agency.short },
    issuer,
    filedFrom,
    channels: [...channels],
    term: term ? { unit: term.unit, amount: term.amount, startsOn: term.startsOn, deemed: deems(definition) } : null,
    fee: fees.filter(({ when }) => !when).reduce((sum, { amount }) => sum + amount, 0),
    keywords,
  }
}

export type DetailOptions = {
  agency: OfficeName
  /** Name of the office a desk belongs to, by agency code; the desks of villages are told in common. */
  officeName: (agency: string) => string
  language: Language
  /** Address of the form's validator module. */
  validator: string
}

/** Everything the public may know of a service: its standard, what to bring, its steps and its form. */
export function serviceDetail(
  published: Published,
  { agency, officeName, language, validator }: DetailOptions,
): ServiceDetail {
  const { definition } = published
  const { sources, term, fees, legalBasis, requiredDocuments, steps } = definition
  const form = compileForm(definition, language)
  return {
    ...serviceSummary(published, agency),
    standard: standardOf(definition),
    product: definition.product,
    legalBasis: legalBasis.flatMap((ref) => (sources[ref] ? [presentSource(sources[ref])] : [])),
    termSource: sourceOf(sources, term?.source),
    feeSource: sourceOf(sources, fees[0]?.source),
    requiredDocuments: requiredDocuments.map(presentDocument),
    conditions: definition.conditions,
    steps: steps.map((step) => presentStep(step, officeName, language)),
    form: { ...form, validator },
  }
}

export function deems({ term }: ServiceDefinition): boolean {
  return term?.rungs.some(({ actions }) => actions.some(({ kind }) => kind === 'deem')) ?? false
}

function presentDocument({
  code,
  name,
  hint,
  optional,
  when,
  types,
  maxBytes,
}: RequiredDocument): ServiceDetail['requiredDocuments'][number] {
  return { code, name, hint: hint ?? null, required: !optional, when: when ?? null, types: [...types], maxBytes }
}

const villageOffice: Record<Language, string> = { id: 'Kantor desa atau kelurahan Anda', en: 'Your village office' }

function presentStep(
  step: Step,
  officeName: (agency: string) => string,
  language: Language,
): ServiceDetail['steps'][number] {
  const { code, name } = step
  if (step.kind !== 'review' && step.kind !== 'sign') return { code, name, desk: null, clock: null }
  const { desk, clock } = step
  return {
    code,
    name,
    desk: { role: desk.role, office: 'agency' in desk ? officeName(desk.agency) : villageOffice[language] },
    clock: { unit: clock.unit, amount: clock.amount },
  }
}

type PresentedSource = z.infer<typeof ServiceDetail>['legalBasis'][number]

function presentSource(source: Source): PresentedSource {
  const { document, article, date, illustrative } = source
  return {
    document: illustrative ? sourceText({ document, illustrative }).id : document,
    ...(article && { article }),
    ...(date && { date }),
  }
}

function sourceOf(sources: ServiceDefinition['sources'], ref: string | undefined): PresentedSource | null {
  const source = ref === undefined ? undefined : sources[ref]
  return source ? presentSource(source) : null
}
