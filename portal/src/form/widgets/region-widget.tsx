import type { WidgetProps } from '@rjsf/utils'
import { RegionPicker } from '../../components/region-picker.tsx'
import { useFormFacts } from '../context.ts'
import type { FieldOptions } from '../kind.ts'

export function RegionWidget({ id, value, options, disabled, readonly, required, onChange }: WidgetProps) {
  const { level = 'village', within } = options as FieldOptions
  const error = useFormFacts().errors.has(id)
  return (
    <RegionPicker
      id={id}
      level={level}
      within={within}
      value={typeof value === 'string' ? value : undefined}
      invalid={error}
      required={required}
      disabled={disabled || readonly}
      onChange={onChange}
    />
  )
}
