import { useState } from 'react'
import type { DemoPerson } from '../../../../contracts/me.ts'
import { asFailure, type CallFailure } from '../../client/problem.ts'
import { readDemoPeople, signIn } from '../../client/session.ts'
import { useResource } from '../../client/use-resource.ts'
import { Failure } from '../../components/failure.tsx'
import { Icon } from '../../components/icon.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { useTexts } from '../../i18n/texts.tsx'

/** The people of a demonstration, each one press away. */
export function DemoPeople({ onDone }: { onDone: () => Promise<void> }) {
  const { t, local, language } = useTexts()
  const people = useResource(`demo-people:${language}`, readDemoPeople)
  const [busy, setBusy] = useState<string | null>(null)
  const [failure, setFailure] = useState<CallFailure | null>(null)

  const enter = async (person: DemoPerson) => {
    setBusy(person.email)
    setFailure(null)
    try {
      await signIn(person.email, person.password)
      if (person.home === 'admin') window.location.assign('/admin/')
      else await onDone()
    } catch (error) {
      setFailure(asFailure(error))
      setBusy(null)
    }
  }
  const problem = failure ?? people.failure
  return (
    <section aria-labelledby="demo" className="stack">
      <div className="stack tight">
        <h2 id="demo">{t('account.demoTitle')}</h2>
        <p className="soft">{t('account.demoText')}</p>
      </div>
      {problem && <Failure failure={problem} retry={people.failure ? people.reload : undefined} />}
      {!people.data && people.loading && <Skeleton lines={2} />}
      <ul className="demo-people">
        {people.data?.map((person) => (
          <li key={person.email}>
            <button type="button" onClick={() => enter(person)} disabled={busy !== null}>
              <span className="demo-initial" aria-hidden="true">
                {person.name.slice(0, 1)}
              </span>
              <span>
                <strong>{person.name}</strong>
                <span className="soft">{local(person.title)}</span>
              </span>
              {busy === person.email ? <span className="spinner" /> : <Icon name="chevron" size={20} />}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
