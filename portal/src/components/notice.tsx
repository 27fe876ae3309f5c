import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'
import './notice.css'

export type Tone = 'info' | 'good' | 'warn' | 'bad'

const icons: Record<Tone, IconName> = { info: 'info', good: 'check', warn: 'warning', bad: 'warning' }

type Props = {
  tone?: Tone
  title?: ReactNode
  icon?: IconName
  live?: boolean
  children?: ReactNode
  actions?: ReactNode
}

/** A boxed word to the reader; `live` reads it out when it appears. */
export function Notice({ tone = 'info', title, icon, live, children, actions }: Props) {
  return (
    <div className={`notice ${tone}`} role={live ? (tone === 'bad' ? 'alert' : 'status') : undefined}>
      <Icon name={icon ?? icons[tone]} />
      <div className="stack tight">
        {title && <p className="notice-title">{title}</p>}
        {children && <div>{children}</div>}
        {actions && <div className="row notice-actions">{actions}</div>}
      </div>
    </div>
  )
}
