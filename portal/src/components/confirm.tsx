import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useTexts } from '../i18n/texts.tsx'
import { Button } from './button.tsx'
import './confirm.css'

type Props = {
  open: boolean
  title: string
  text?: string
  yes: string
  /** A third way between yes and no. */
  also?: { label: string; onClick: () => void }
  busy?: boolean
  onYes: () => void
  onNo: () => void
  /** More to fill in before saying yes. */
  children?: ReactNode
}

/** Asks before something that cannot be taken back. */
export function Confirm({ open, title, text, yes, also, busy, onYes, onNo, children }: Props) {
  const { t } = useTexts()
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => {
    if (open) dialog.current?.showModal()
    else dialog.current?.close()
  }, [open])
  return (
    <dialog ref={dialog} className="confirm" aria-labelledby={heading} onCancel={onNo} onClose={() => open && onNo()}>
      {open && (
        <div className="stack">
          <h2 id={heading}>{title}</h2>
          {text && <p>{text}</p>}
          {children}
          <div className="confirm-actions">
            <Button look="danger" onClick={onYes} busy={busy}>
              {yes}
            </Button>
            {also && (
              <Button look="secondary" onClick={also.onClick} busy={busy}>
                {also.label}
              </Button>
            )}
            <Button look="secondary" onClick={onNo}>
              {t('common.cancel')}
            </Button>
          </div>
        </div>
      )}
    </dialog>
  )
}
