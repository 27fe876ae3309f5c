import type { ServiceSummary } from '../../../../contracts/services.ts'
import { Button } from '../../components/button.tsx'
import { useTexts } from '../../i18n/texts.tsx'
import { categoriesOf, findServices } from './search.ts'
import { ServiceCard } from './service-card.tsx'

type Props = {
  services: ServiceSummary[]
  query: string
  category: string | null
  onCategory: (category: string | null) => void
  onClear: () => void
}

export function ServiceList({ services, query, category, onCategory, onClear }: Props) {
  const { t, local } = useTexts()
  const categories = categoriesOf(services)
  const found = findServices(services, query, category)

  if (services.length === 0)
    return (
      <section className="stack tight">
        <h2>{t('home.emptyTitle')}</h2>
        <p className="soft">{t('home.emptyText')}</p>
      </section>
    )
  return (
    <section aria-labelledby="services-title" className="stack">
      <h2 id="services-title">{t('home.list')}</h2>
      {categories.length > 1 && (
        <fieldset className="chips">
          <legend className="visually-hidden">{t('home.filterLabel')}</legend>
          {[null, ...categories].map((one) => (
            <button
              key={one?.id ?? 'all'}
              type="button"
              className="chip"
              aria-pressed={category === (one?.id ?? null)}
              onClick={() => onCategory(one?.id ?? null)}
            >
              {one ? local(one) : t('home.allCategories')}
            </button>
          ))}
        </fieldset>
      )}
      <p role="status" className={query ? 'soft' : 'visually-hidden'}>
        {query && t('home.found', found.length)}
      </p>
      {found.length === 0 && (
        <div className="card stack tight">
          <p>
            <strong>{t('home.none', { query })}</strong>
          </p>
          <p className="soft">{t('home.noneHint')}</p>
          <div>
            <Button look="secondary" onClick={onClear}>
              {t('home.clear')}
            </Button>
          </div>
        </div>
      )}
      <ul className="service-list">
        {found.map((service) => (
          <li key={service.code}>
            <ServiceCard service={service} />
          </li>
        ))}
      </ul>
    </section>
  )
}
