import { useEffect } from 'react'
import { Confirm } from 'react-admin'
import { useBlocker } from 'react-router-dom'
import { useWords } from '../../i18n/hooks.ts'

/** Holds a way off the page back while there is unsaved work, also the closing of the tab. */
export function LeaveGuard({ unsaved }: { unsaved: boolean }) {
  const words = useWords('draft')
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => unsaved && currentLocation.pathname !== nextLocation.pathname,
  )
  useEffect(() => {
    if (!unsaved) return
    const hold = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', hold)
    return () => removeEventListener('beforeunload', hold)
  }, [unsaved])
  return (
    <Confirm
      isOpen={blocker.state === 'blocked'}
      title={words('leave_title')}
      content={words('leave_text')}
      confirm={words('leave')}
      cancel={words('stay')}
      confirmColor="warning"
      onConfirm={() => blocker.proceed?.()}
      onClose={() => blocker.reset?.()}
    />
  )
}
