import { type FieldTemplateProps, getUiOptions } from '@rjsf/utils'
import { useTexts } from '../../i18n/texts.tsx'
import { useFormFacts } from '../context.ts'
import { type FieldOptions, isCompound } from '../kind.ts'

/** Name, hint, remark of the office, input, error. Objects and groups bring their own frame. */
export function FieldTemplate({ id, label, required, hidden, uiSchema, schema, children }: FieldTemplateProps) {
  const { t } = useTexts()
  const { errors, remarks } = useFormFacts()
  const { kind, help, widget } = getUiOptions(uiSchema) as FieldOptions & { widget?: string }
  if (hidden) return <div hidden>{children}</div>
  if (schema.type === 'object' || kind === 'group') return children

  const error = errors.get(id)
  const remark = remarks.get(id)
  const name = (
    <>
      {label}
      {!required && <span className="soft"> ({t('common.optional')})</span>}
    </>
  )
  const inner = (
    <>
      {help && (
        <p id={`${id}-hint`} className="field-hint">
          {help}
        </p>
      )}
      {remark && <p className="field-remark">{remark}</p>}
      {children}
      {error && (
        <p id={`${id}-error`} className="field-error">
          {error}
        </p>
      )}
    </>
  )
  const className = `field${error ? ' has-error' : ''}`
  if (widget === 'checkbox') return <div className={className}>{inner}</div>
  if (isCompound(kind, widget))
    return (
      <fieldset className={className} aria-describedby={error ? `${id}-error` : undefined}>
        <legend>{name}</legend>
        {inner}
      </fieldset>
    )
  return (
    <div className={className}>
      <label htmlFor={id}>{name}</label>
      {inner}
    </div>
  )
}
