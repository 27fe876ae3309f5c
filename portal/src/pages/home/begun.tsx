import { useEffect, useState } from 'react'
import type { ServiceSummary } from '../../../../contracts/services.ts'
import { useTimes } from '../../app/regency.tsx'
import { ButtonLink } from '../../components/button.tsx'
import { applySubject, type Draft } from '../../draft/draft.ts'
import { listDrafts } from '../../draft/store.ts'
import { useTexts } from '../../i18n/texts.tsx'

/** What this person began on this device and has not sent yet. */
export function Begun({ person, services }: { person: string; services: ServiceSummary[] }) {
  const { t, local } = useTexts()
  const times = useTimes()
  const [drafts, setDrafts] = useState<Draft[]>([])
  useEffect(() => {
    let current = true
    listDrafts(person)
      .then((found) => current && setDrafts(found))
      .catch(() => undefined)
    return () => {
      current = false
    }
  }, [person])
  const begun = drafts.flatMap((draft) => {
    const service = services.find(({ code }) => applySubject(code) === draft.subject)
    return service ? [{ draft, service }] : []
  })
  if (begun.length === 0) return null
  return (
    <section aria-labelledby="begun" className="stack">
      <h2 id="begun">{t('home.draftTitle')}</h2>
      <ul className="stack">
        {begun.map(({ draft, service }) => (
          <li key={draft.id} className="card begun">
            <div>
              <h3>{local(service.name)}</h3>
              <p className="soft">{t('apply.restored', { at: times.dayTime(new Date(draft.savedAt)) })}</p>
            </div>
            <ButtonLink to={`/layanan/${service.code}/ajukan`}>{t('home.draftContinue')}</ButtonLink>
          </li>
        ))}
      </ul>
    </section>
  )
}
