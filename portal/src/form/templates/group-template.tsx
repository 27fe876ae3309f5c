import { type ArrayFieldItemTemplateProps, type ArrayFieldTemplateProps, getUiOptions } from '@rjsf/utils'
import { Button } from '../../components/button.tsx'
import { useTexts } from '../../i18n/texts.tsx'
import { useFormFacts } from '../context.ts'
import type { FieldOptions } from '../kind.ts'

/** The same few fields several times over: witnesses, children, instruments. */
export function GroupTemplate({ title, items, canAdd, onAddClick, uiSchema, fieldPathId }: ArrayFieldTemplateProps) {
  const { t } = useTexts()
  const { errors, remarks } = useFormFacts()
  const { item, help } = getUiOptions(uiSchema) as FieldOptions
  const id = fieldPathId.$id
  const error = errors.get(id)
  const remark = remarks.get(id)
  return (
    <fieldset
      className={`group${error ? ' has-error' : ''}`}
      id={id}
      aria-describedby={error ? `${id}-error` : undefined}
    >
      <legend>{title}</legend>
      {help && <p className="field-hint">{help}</p>}
      {remark && <p className="field-remark">{remark}</p>}
      {error && (
        <p id={`${id}-error`} className="field-error">
          {error}
        </p>
      )}
      {items}
      {canAdd && (
        <div>
          <Button look="secondary" icon="plus" onClick={onAddClick}>
            {t('form.add', { item: (item ?? title).toLowerCase() })}
          </Button>
        </div>
      )}
    </fieldset>
  )
}

export function GroupItemTemplate({ children, index, buttonsProps, parentUiSchema }: ArrayFieldItemTemplateProps) {
  const { t } = useTexts()
  const { item = '' } = getUiOptions(parentUiSchema) as FieldOptions
  const number = index + 1
  return (
    <fieldset className="group-item">
      <legend>{t('form.itemTitle', { item, number })}</legend>
      {children}
      {buttonsProps.hasRemove && (
        <div>
          <Button look="quiet" icon="trash" onClick={buttonsProps.onRemoveItem}>
            {t('form.remove', { item: item.toLowerCase(), number })}
          </Button>
        </div>
      )}
    </fieldset>
  )
}
