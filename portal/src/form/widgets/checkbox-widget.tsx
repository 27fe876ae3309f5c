import type { WidgetProps } from '@rjsf/utils'
import { useInput } from './use-input.ts'

/** A declaration: only a yes goes through. */
export function CheckboxWidget(props: WidgetProps) {
  const { className: _, readOnly, disabled, ...input } = useInput(props)
  return (
    <label className="choice">
      <input
        {...input}
        type="checkbox"
        checked={props.value === true}
        disabled={disabled || readOnly}
        onChange={(event) => props.onChange(event.target.checked || undefined)}
      />
      <span>{props.label}</span>
    </label>
  )
}
