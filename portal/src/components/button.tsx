import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { Link } from 'wouter'
import { Icon, type IconName } from './icon.tsx'
import './button.css'

export type Look = 'primary' | 'secondary' | 'quiet' | 'danger'

type Shared = { look?: Look; icon?: IconName; wide?: boolean; children: ReactNode }

const classes = (look: Look, wide?: boolean) => `button ${look}${wide ? ' wide' : ''}`

type ButtonProps = Shared & ButtonHTMLAttributes<HTMLButtonElement> & { busy?: boolean }

/** `busy` keeps the button in place and focusable while its work is under way. */
export function Button({
  look = 'primary',
  icon,
  wide,
  busy,
  children,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={classes(look, wide)}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault()
        else onClick?.(event)
      }}
    >
      {busy ? <span className="spinner" aria-hidden="true" /> : icon && <Icon name={icon} />}
      <span>{children}</span>
    </button>
  )
}

export function ButtonLink({ to, look = 'primary', icon, wide, children }: Shared & { to: string }) {
  return (
    <Link to={to} className={classes(look, wide)}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </Link>
  )
}

/** A link out of the portal's own pages: a file, the back office. */
export function ButtonAnchor({
  href,
  look = 'secondary',
  icon,
  wide,
  children,
  download,
}: Shared & { href: string; download?: string }) {
  return (
    <a href={href} className={classes(look, wide)} download={download}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </a>
  )
}
