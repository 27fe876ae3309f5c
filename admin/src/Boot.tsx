import { lazy, Suspense, useEffect, useState } from 'react'
import type { Regency } from '../../contracts/me.ts'
import { loadRegency } from './regency/load-regency.ts'

const App = lazy(() => import('./App.tsx'))

/** Asks whose office this is while the rest of the program loads; a server that is away is said and asked again. */
export function Boot() {
  const [regency, setRegency] = useState<Regency | null>(null)
  const [failed, setFailed] = useState(false)
  const [attempt, setAttempt] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt asks again
  useEffect(() => {
    let gone = false
    setFailed(false)
    loadRegency().then(
      (found) => gone || setRegency(found),
      () => gone || setFailed(true),
    )
    return () => {
      gone = true
    }
  }, [attempt])

  if (failed) {
    return (
      <main className="boot">
        <p role="alert">Server tidak menjawab. · The server does not answer.</p>
        <button type="button" onClick={() => setAttempt(attempt + 1)}>
          Coba lagi · Try again
        </button>
      </main>
    )
  }
  if (!regency) return <Waiting />
  return (
    <Suspense fallback={<Waiting />}>
      <App regency={regency} />
    </Suspense>
  )
}

const Waiting = () => (
  <div className="boot" role="status">
    <span className="boot-leaf" />
    Menyiapkan meja kerja…
  </div>
)
