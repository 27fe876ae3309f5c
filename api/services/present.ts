import { compileForm } from '../../catalogue/compile/form.ts'
import type { Source as WrittenSource } from '../../catalogue/schema/common.ts'
import type { Step } from '../../catalogue/schema/steps.ts'
import type { ServiceDefinition } from '../../catalogue/service-schema.ts'
import type { ServiceDetail, ServiceSummary } from '../../contracts/services.ts'
import { remembered } from '../../models/catalogue/cache.ts'
import { officeOf, type VersionedService } from '../../models/catalogue/catalogue.ts'
import { RegencyModel } from '../../models/catalogue/regency.ts'
import type { Language } from '../request.ts'
import { standardOf } from './standard.ts'

export async function presentSummary({ definition, version }: VersionedService): Promise<ServiceSummary> {
  const { code, name, summary, category, issuer, filedFrom, channels, keywords, term } = definition
  const office = await officeOf(definition.agency)
  return {
    code,
    version,
    name,
    summary,
    category,
    agency: { code: office.code, name: office.name, short: office.short },
    issuer,
    filedFrom: filedFrom ?? null,
    channels: [...channels],
    term: term ? { unit: term.unit, amount: term.amount, startsOn: term.startsOn, deemed: deems(definition) } : null,
    fee: definition.fees.reduce((sum, fee) => (fee.when ? sum : sum + fee.amount), 0),
    keywords,
  }
}

/** A term deems where one of its rungs does (design rule 4). */
function deems({ term }: ServiceDefinition): boolean {
  return term?.rungs.some((rung) => rung.actions.some((action) => action.kind === 'deem')) ?? false
}

/** The service standard, the form in the asked language, and where its compiled validator lies. */
export async function presentDetail(service: VersionedService, language: Language): Promise<ServiceDetail> {
  const { definition, version } = service
  const { code, sources, term, fees } = definition
  const form = await remembered(`form/${code}/${version}/${language}`, 'forever', async () =>
    compileForm(definition, language),
  )
  return {
    ...(await presentSummary(service)),
    standard: standardOf(definition),
    product: definition.product,
    legalBasis: definition.legalBasis.flatMap((name) => presentSource(sources[name]) ?? []),
    termSource: term ? presentSource(sources[term.source]) : null,
    feeSource: presentSource(sources[fees[0]?.source ?? '']),
    requiredDocuments: definition.requiredDocuments.map(({ code, name, hint, optional, when, types, maxBytes }) => ({
      code,
      name,
      hint: hint ?? null,
      required: !optional,
      when: when ?? null,
      types,
      maxBytes,
    })),
    conditions: definition.conditions,
    steps: await Promise.all(definition.steps.map(presentStep)),
    form: {
      schema: { ...form.schema },
      uiSchema: { ...form.uiSchema },
      pages: form.pages,
      prefill: form.prefill,
      validator: `/api/services/${code}/versions/${version}/validator.${language}.js`,
    },
  }
}

function presentSource(source: WrittenSource | undefined): ServiceDetail['termSource'] {
  if (!source) return null
  const { document, article, date } = source
  return { document, ...(article ? { article } : {}), ...(date ? { date } : {}) }
}

async function presentStep(step: Step): Promise<ServiceDetail['steps'][number]> {
  const { code, name } = step
  if (!('desk' in step)) return { code, name, desk: null, clock: null }
  const { desk, clock } = step
  const office = 'agency' in desk ? (await officeOf(desk.agency)).name : await villagesOffice()
  return { code, name, desk: { role: desk.role, office }, clock: { unit: clock.unit, amount: clock.amount } }
}

/** What the village offices are called together, for a step that waits on the applicant's own. */
function villagesOffice(): Promise<string> {
  return remembered('villages-office', 'current', async () => {
    const regency = await RegencyModel.findOne().select({ 'villages.name': 1 }).orFail().lean()
    return regency.villages.name
  })
}
