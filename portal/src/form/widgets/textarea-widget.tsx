import type { WidgetProps } from '@rjsf/utils'
import { useInput } from './use-input.ts'

export function TextareaWidget(props: WidgetProps) {
  const input = useInput(props)
  return (
    <textarea
      {...input}
      rows={4}
      maxLength={props.schema.maxLength}
      value={typeof props.value === 'string' ? props.value : ''}
      onChange={(event) => props.onChange(event.target.value || undefined)}
    />
  )
}
