import type { ServiceSummary } from '../../../../contracts/services.ts'

const plain = (text: string) =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** How well a service answers what was typed; 0 is not at all. Every word has to be found somewhere. */
export function relevance(service: ServiceSummary, query: string): number {
  const words = plain(query).split(' ').filter(Boolean)
  const names = plain(`${service.name.id} ${service.name.en} ${service.code}`)
  const keywords = plain(service.keywords.join(' '))
  const rest = plain(
    [service.summary, service.category].flatMap(({ id, en }) => [id, en]).join(' ') +
      ` ${service.agency.name} ${service.agency.short}`,
  )
  let total = 0
  for (const word of words) {
    const score = hit(names, word) * 4 + hit(keywords, word) * 3 + hit(rest, word)
    if (score === 0) return 0
    total += score
  }
  return total
}

/** 2 at the start of a word, 1 inside one, 0 nowhere. */
function hit(text: string, word: string): number {
  if (text.startsWith(word) || text.includes(` ${word}`)) return 2
  return word.length > 2 && text.includes(word) ? 1 : 0
}

/** The services that answer `query` in `category`, best first; all of them in their own order when nothing is asked. */
export function findServices(services: ServiceSummary[], query: string, category: string | null): ServiceSummary[] {
  const inCategory = category ? services.filter((service) => service.category.id === category) : services
  if (!plain(query)) return inCategory
  return inCategory
    .map((service) => ({ service, score: relevance(service, query) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ service }) => service)
}

/** The categories that occur, each once, in the order of the catalogue. */
export function categoriesOf(services: ServiceSummary[]): ServiceSummary['category'][] {
  return [...new Map(services.map(({ category }) => [category.id, category])).values()]
}
