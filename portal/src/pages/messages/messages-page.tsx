import { type ReactNode, useEffect } from 'react'
import { Link } from 'wouter'
import { useTimes } from '../../app/regency.tsx'
import { SignedIn } from '../../app/signed-in.tsx'
import { markRead, readMessages } from '../../client/messages.ts'
import { useResource } from '../../client/use-resource.ts'
import { Failure } from '../../components/failure.tsx'
import { Icon } from '../../components/icon.tsx'
import { Page } from '../../components/page.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { useTexts } from '../../i18n/texts.tsx'
import './messages.css'

/** Addresses of this portal inside a message become links; others stay words. */
function withLinks(text: string): ReactNode[] {
  return text.split(/(https?:\/\/\S+)/).map((part, index) => {
    if (!part.startsWith(`${window.location.origin}/`)) return part
    const path = part.slice(window.location.origin.length)
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one fixed text
      <a key={index} href={path}>
        {part.replace(/^https?:\/\//, '')}
      </a>
    )
  })
}

export default function MessagesPage() {
  return <SignedIn>{() => <Messages />}</SignedIn>
}

function Messages() {
  const { t, language } = useTexts()
  const times = useTimes()
  const { data, failure, loading, reload } = useResource(`messages:${language}`, readMessages)
  useEffect(() => {
    const unread = data?.filter(({ read }) => !read) ?? []
    Promise.allSettled(unread.map(({ id }) => markRead(id)))
  }, [data])

  return (
    <Page title={t('messages.title')} narrow>
      {failure && <Failure failure={failure} retry={reload} busy={loading} />}
      {!data && loading && <Skeleton lines={0} cards={3} />}
      {data?.length === 0 && (
        <div className="card stack tight">
          <h2>{t('messages.emptyTitle')}</h2>
          <p className="soft">{t('messages.emptyText')}</p>
        </div>
      )}
      <ul className="stack">
        {data?.map((message) => (
          <li key={message.id} className={`card message${message.read ? '' : ' unread'}`}>
            <article className="stack tight">
              <p className="soft message-when">
                {times.dayTime(message.at)}
                {!message.read && <strong className="message-new">{t('messages.new')}</strong>}
              </p>
              <h2>{message.subject}</h2>
              <p className="message-text">{withLinks(message.text)}</p>
              <Link to={`/permohonan/${encodeURIComponent(message.application)}`} className="message-link">
                {t('messages.open', { number: message.number })}
                <Icon name="chevron" size={18} />
              </Link>
            </article>
          </li>
        ))}
      </ul>
    </Page>
  )
}
