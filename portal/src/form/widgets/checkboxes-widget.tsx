import type { WidgetProps } from '@rjsf/utils'

export function CheckboxesWidget({ id, options, value, disabled, readonly, onChange }: WidgetProps) {
  const chosen: unknown[] = Array.isArray(value) ? value : []
  const toggle = (one: unknown, on: boolean) =>
    onChange(
      (options.enumOptions ?? [])
        .map((option) => option.value)
        .filter((each) => (each === one ? on : chosen.includes(each))),
    )
  return (
    <div className="choices" id={id}>
      {options.enumOptions?.map((option) => (
        <label key={String(option.value)} className="choice">
          <input
            type="checkbox"
            value={String(option.value)}
            checked={chosen.includes(option.value)}
            disabled={disabled || readonly}
            onChange={(event) => toggle(option.value, event.target.checked)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  )
}
