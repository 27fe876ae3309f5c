import { z } from 'zod'
import { Code } from '../../contracts/common.ts'
import type { ServiceSummary } from '../../contracts/services.ts'
import { channels, issuers } from '../../domain/service.ts'
import type { Language } from '../request.ts'

export const ServiceFilter = z.strictObject({
  id: z.array(Code).max(200).optional(),
  q: z.string().trim().max(80).optional(),
  agency: Code.optional(),
  issuer: z.enum(issuers).optional(),
  channel: z.enum(channels).optional(),
})
export type ServiceFilter = z.infer<typeof ServiceFilter>

/** Names a client may sort the catalogue by. */
export const sortable = { id: 'code', code: 'code', name: 'name', agency: 'agency', category: 'category' } as const

/** The catalogue is a few hundred services held in memory: chosen and sorted here, not in MongoDB. */
export function chooseServices(
  all: ServiceSummary[],
  { filter, sort }: { filter: ServiceFilter; sort: Record<string, 1 | -1> },
  language: Language,
): ServiceSummary[] {
  const chosen = all.filter(
    (one) =>
      (!filter.id || filter.id.includes(one.code)) &&
      (!filter.agency || one.agency.code === filter.agency) &&
      (!filter.issuer || one.issuer === filter.issuer) &&
      (!filter.channel || one.channels.includes(filter.channel)) &&
      matches(one, filter.q),
  )
  const [field, direction] = Object.entries(sort)[0] ?? ['code', 1]
  const order = new Intl.Collator(language)
  return chosen.sort((a, b) => direction * order.compare(keyOf(a, field, language), keyOf(b, field, language)))
}

/** Every word asked for is in the name, the summary, the category, a keyword or the code. */
function matches({ code, name, summary, category, keywords, agency }: ServiceSummary, asked?: string): boolean {
  if (!asked) return true
  const said = [code, name.id, name.en, summary.id, summary.en, category.id, category.en, agency.short, ...keywords]
  const text = said.join(' ').toLowerCase()
  return asked
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

function keyOf(one: ServiceSummary, field: string, language: Language): string {
  switch (field) {
    case 'name':
      return one.name[language]
    case 'agency':
      return one.agency.name
    case 'category':
      return one.category[language]
    default:
      return one.code
  }
}
