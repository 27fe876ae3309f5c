import type { ReactNode } from 'react'
import { Redirect } from 'wouter'
import type { Me } from '../../../contracts/me.ts'
import { Skeleton } from '../components/skeleton.tsx'
import { signInPath } from '../pages/sign-in/return-path.ts'
import { useSession } from './session.tsx'

/** Shows a page to signed-in people; others sign in first and come back to it. */
export function SignedIn({ children }: { children: (me: Me) => ReactNode }) {
  const { me } = useSession()
  // Of the address itself: wouter's own has lost what was escaped in it.
  const { pathname, search } = window.location
  if (me === null) return <Redirect to={signInPath(`${pathname}${search}`)} replace />
  if (me) return children(me)
  return (
    <main id="content" className="page narrow">
      <Skeleton lines={2} cards={2} />
    </main>
  )
}
