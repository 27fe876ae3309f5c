import { type InputHTMLAttributes, type ReactNode, useId } from 'react'
import { useTexts } from '../i18n/texts.tsx'
import './field.css'

type Frame = {
  id: string
  label: ReactNode
  hint?: ReactNode
  error?: ReactNode
  optional?: boolean
  children: ReactNode
}

/** Label, hint, input, error, in the order they are read out. */
export function FieldFrame({ id, label, hint, error, optional, children }: Frame) {
  const { t } = useTexts()
  return (
    <div className={`field${error ? ' has-error' : ''}`}>
      <label htmlFor={id}>
        {label}
        {optional && <span className="soft"> ({t('common.optional')})</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
      {children}
      {error && (
        <p id={`${id}-error`} className="field-error">
          {error}
        </p>
      )}
    </div>
  )
}

/** What an input says about its hint and error. */
export const describedBy = (id: string, hint: unknown, error: unknown) =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange'> & {
  label: ReactNode
  hint?: ReactNode
  error?: ReactNode
  optional?: boolean
  onChange: (value: string) => void
}

export function TextField({ id, label, hint, error, optional, onChange, ...input }: Props) {
  const ownId = useId()
  const inputId = id ?? ownId
  return (
    <FieldFrame id={inputId} label={label} hint={hint} error={error} optional={optional}>
      <input
        type="text"
        {...input}
        id={inputId}
        className="input"
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(inputId, hint, error)}
        aria-required={optional ? undefined : true}
        onChange={(event) => onChange(event.target.value)}
      />
    </FieldFrame>
  )
}
