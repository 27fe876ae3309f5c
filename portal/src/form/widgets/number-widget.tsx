import type { WidgetProps } from '@rjsf/utils'
import { useState } from 'react'
import { useTexts } from '../../i18n/texts.tsx'
import type { FieldOptions } from '../kind.ts'
import { readNumber, writeNumber } from '../number-text.ts'
import { useInput } from './use-input.ts'

/** Typed as people write it (`1.500,5`); kept as a number, or as the text itself while it is none. */
export function NumberWidget(props: WidgetProps) {
  const { language } = useTexts()
  const { unit } = props.options as FieldOptions
  const [typed, setTyped] = useState<string | null>(null)
  const input = useInput(props)
  const whole = props.schema.type === 'integer'
  return (
    <span className="with-unit">
      <input
        {...input}
        inputMode={whole ? 'numeric' : 'decimal'}
        autoComplete="off"
        value={typed ?? writeNumber(props.value, language)}
        onChange={(event) => {
          setTyped(event.target.value)
          props.onChange(readNumber(event.target.value, language))
        }}
        onBlur={() => setTyped(null)}
      />
      {unit && <span className="unit">{unit}</span>}
    </span>
  )
}

export function MoneyWidget(props: WidgetProps) {
  const { language } = useTexts()
  const [typed, setTyped] = useState<string | null>(null)
  const input = useInput(props)
  return (
    <span className="with-unit before">
      <span className="unit">Rp</span>
      <input
        {...input}
        inputMode="numeric"
        autoComplete="off"
        value={typed ?? writeNumber(props.value, language)}
        onChange={(event) => {
          setTyped(event.target.value)
          props.onChange(readNumber(event.target.value, language))
        }}
        onBlur={() => setTyped(null)}
      />
    </span>
  )
}
