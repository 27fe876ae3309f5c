import type { WidgetProps } from '@rjsf/utils'
import { useTexts } from '../../i18n/texts.tsx'
import { useInput } from './use-input.ts'

export function SelectWidget(props: WidgetProps) {
  const { t } = useTexts()
  const { readOnly: _, ...input } = useInput(props)
  return (
    <select
      {...input}
      value={typeof props.value === 'string' ? props.value : ''}
      onChange={(event) => props.onChange(event.target.value || undefined)}
    >
      <option value="">{t('form.choose')}</option>
      {props.options.enumOptions?.map(({ value, label }) => (
        <option key={String(value)} value={String(value)}>
          {label}
        </option>
      ))}
    </select>
  )
}
