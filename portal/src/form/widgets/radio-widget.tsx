import type { WidgetProps } from '@rjsf/utils'

/** Choices as large targets, one below the other. */
export function RadioWidget({ id, options, value, disabled, readonly, onChange }: WidgetProps) {
  return (
    <div className="choices" id={id}>
      {options.enumOptions?.map((option) => (
        <label key={String(option.value)} className="choice">
          <input
            type="radio"
            value={String(option.value)}
            name={id}
            checked={value === option.value}
            disabled={disabled || readonly}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  )
}
