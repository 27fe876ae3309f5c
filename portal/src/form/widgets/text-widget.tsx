import type { WidgetProps } from '@rjsf/utils'
import type { InputHTMLAttributes } from 'react'
import type { FieldOptions } from '../kind.ts'
import { DateWidget } from './date-widget.tsx'
import { FileWidget } from './file-widget.tsx'
import { MoneyWidget, NumberWidget } from './number-widget.tsx'
import { RegionWidget } from './region-widget.tsx'
import { useInput } from './use-input.ts'

const attributes: Partial<Record<NonNullable<FieldOptions['kind']>, InputHTMLAttributes<HTMLInputElement>>> = {
  nik: { inputMode: 'numeric', maxLength: 20, autoComplete: 'off' },
  phone: { type: 'tel', autoComplete: 'tel' },
  email: { type: 'email', autoComplete: 'email', spellCheck: false },
}

/** One line of text, or whatever the field's own kind is better answered with. */
export function TextWidget(props: WidgetProps) {
  const { kind } = props.options as FieldOptions
  switch (kind) {
    case 'date':
      return <DateWidget {...props} />
    case 'region':
      return <RegionWidget {...props} />
    case 'file':
      return <FileWidget {...props} />
    case 'number':
      return <NumberWidget {...props} />
    case 'money':
      return <MoneyWidget {...props} />
    default:
      return <Line {...props} />
  }
}

function Line(props: WidgetProps) {
  const { kind } = props.options as FieldOptions
  const input = useInput(props)
  const tidy =
    kind === 'nik' || kind === 'phone' ? (text: string) => text.replace(/[\s.-]/g, '') : (text: string) => text
  return (
    <input
      {...input}
      maxLength={props.schema.maxLength}
      {...(kind && attributes[kind])}
      value={typeof props.value === 'string' ? props.value : ''}
      onChange={(event) => props.onChange(tidy(event.target.value) || undefined)}
    />
  )
}
