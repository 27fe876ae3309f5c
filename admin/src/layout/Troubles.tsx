import { useTranslate } from 'react-admin'
import { useWords } from '../i18n/hooks.ts'
import { problemOf } from '../providers/http.ts'
import { Notice } from './Notice.tsx'

type CrashProps = { error?: unknown; resetErrorBoundary?: (...args: never[]) => void }

/** What broke, in words, and a way on. */
export function Crash({ error, resetErrorBoundary }: CrashProps) {
  const words = useWords('error')
  const translate = useTranslate()
  const { status, message, requestId } = problemOf(error)
  if (status === 404) return <NotFound />
  if (status === 403) return <AccessDenied />
  const again = () => (resetErrorBoundary ? resetErrorBoundary() : location.reload())
  return (
    <Notice
      tone="error"
      title={words('title')}
      text={translate(message, { _: message })}
      detail={requestId && words('request', { id: requestId })}
      action={{ label: translate('lontar.common.retry'), onClick: again }}
    />
  )
}

export function NotFound() {
  const words = useWords('error')
  return (
    <Notice
      title={words('not_found_title')}
      text={words('not_found_text')}
      action={{ label: words('home'), to: '/' }}
    />
  )
}

export function AccessDenied() {
  const words = useWords('error')
  return <Notice title={words('denied_title')} text={words('denied_text')} action={{ label: words('home'), to: '/' }} />
}
