import { type ReactNode, useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { useRegency } from '../app/regency.tsx'
import { useTexts } from '../i18n/texts.tsx'
import { Icon } from './icon.tsx'
import './page.css'

type Props = {
  title: string
  narrow?: boolean
  back?: { to: string; label: string }
  lead?: ReactNode
  children?: ReactNode
}

/** The heading of a page: it names the tab, and takes the focus when one comes from another page. */
export function Page({ title, narrow, back, lead, children }: Props) {
  const heading = usePageTitle(title)
  return (
    <main id="content" className={`page${narrow ? ' narrow' : ''}`}>
      {back && (
        <Link to={back.to} className="page-back no-print">
          <Icon name="back" size={18} />
          {back.label}
        </Link>
      )}
      <header className="page-head">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {lead && <div className="page-lead">{lead}</div>}
      </header>
      {children}
    </main>
  )
}

let pagesSeen = 0

/** Names the browser tab; gives the heading that a screen reader should read on arrival. */
export function usePageTitle(title: string) {
  const { t } = useTexts()
  const portalName = useRegency()?.portalName ?? t('common.app')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = title ? `${title} · ${portalName}` : portalName
  }, [title, portalName])
  useEffect(() => {
    pagesSeen += 1
    if (pagesSeen > 1) heading.current?.focus({ preventScroll: true })
  }, [])
  return heading
}
