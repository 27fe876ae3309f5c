import './choices.css'

type Props<Value extends string> = {
  id: string
  label: string
  hideLabel?: boolean
  type: 'radio' | 'checkbox'
  options: { value: Value; label: string }[]
  chosen: readonly Value[]
  error?: string
  onChoose: (value: Value, on: boolean) => void
}

/** A few choices as large targets, named by a legend. */
export function Choices<Value extends string>({
  id,
  label,
  hideLabel,
  type,
  options,
  chosen,
  error,
  onChoose,
}: Props<Value>) {
  return (
    <fieldset
      id={id}
      className={`field${error ? ' has-error' : ''}`}
      aria-describedby={error ? `${id}-error` : undefined}
    >
      <legend className={hideLabel ? 'visually-hidden' : undefined}>{label}</legend>
      <div className="choices">
        {options.map((option) => (
          <label key={option.value} className="choice">
            <input
              type={type}
              name={id}
              checked={chosen.includes(option.value)}
              onChange={(event) => onChoose(option.value, event.target.checked)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      {error && (
        <p id={`${id}-error`} className="field-error">
          {error}
        </p>
      )}
    </fieldset>
  )
}
