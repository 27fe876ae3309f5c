import { useState } from 'react'
import { useSession } from '../../app/session.tsx'
import { readServices } from '../../client/catalogue.ts'
import { useResource } from '../../client/use-resource.ts'
import { Failure } from '../../components/failure.tsx'
import { Places } from '../../components/places.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { useTexts } from '../../i18n/texts.tsx'
import { Begun } from './begun.tsx'
import { Hero } from './hero.tsx'
import { MyCases } from './my-cases.tsx'
import { ServiceList } from './service-list.tsx'
import { TrackCard } from './track-card.tsx'
import './home.css'

export function HomePage() {
  const { language } = useTexts()
  const { me } = useSession()
  const [query, setQuery] = useState('')
  const [category, setCategory] = useState<string | null>(null)
  const services = useResource(`services:${language}`, readServices)

  return (
    <main id="content" className="home">
      <Hero query={query} onQuery={setQuery} />
      <div className="page home-body">
        <div className="home-main">
          {me && !query && services.data && <Begun person={me.id} services={services.data} />}
          {me && !query && <MyCases />}
          {services.data ? (
            <ServiceList
              services={services.data}
              query={query}
              category={category}
              onCategory={setCategory}
              onClear={() => {
                setQuery('')
                setCategory(null)
              }}
            />
          ) : services.failure ? (
            <Failure failure={services.failure} retry={services.reload} busy={services.loading} />
          ) : (
            <Skeleton lines={1} cards={4} />
          )}
        </div>
        <aside className="home-side">
          <TrackCard />
          <Places />
        </aside>
      </div>
    </main>
  )
}
