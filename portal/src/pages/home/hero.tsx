import { useRegency } from '../../app/regency.tsx'
import { Icon } from '../../components/icon.tsx'
import { usePageTitle } from '../../components/page.tsx'
import { useTexts } from '../../i18n/texts.tsx'
import { LeafStrips } from './leaf-strips.tsx'

type Props = { query: string; onQuery: (query: string) => void }

export function Hero({ query, onQuery }: Props) {
  const { t, local } = useTexts()
  const regency = useRegency()
  const heading = usePageTitle('')
  return (
    <section className="hero">
      <LeafStrips />
      <div className="hero-inner">
        <h1 ref={heading} tabIndex={-1}>
          {t('home.title')}
        </h1>
        <p className="hero-tagline">{regency ? local(regency.tagline) : '\u00a0'}</p>
        <search>
          <form className="hero-search" onSubmit={(event) => event.preventDefault()}>
            <label htmlFor="service-search" className="visually-hidden">
              {t('home.searchLabel')}
            </label>
            <Icon name="search" size={24} />
            <input
              id="service-search"
              type="search"
              enterKeyHint="search"
              autoComplete="off"
              placeholder={t('home.searchPlaceholder')}
              value={query}
              onChange={(event) => onQuery(event.target.value)}
            />
          </form>
        </search>
      </div>
    </section>
  )
}
