import type { WidgetProps } from '@rjsf/utils'
import { describedBy } from '../../components/field.tsx'
import { useFormFacts } from '../context.ts'
import type { FieldOptions } from '../kind.ts'

/** What every plain input of the form says about itself. */
export function useInput({ id, required, disabled, readonly, options }: WidgetProps) {
  const error = useFormFacts().errors.get(id)
  const { help } = options as FieldOptions
  return {
    id,
    className: 'input',
    disabled,
    readOnly: readonly,
    'aria-required': required || undefined,
    'aria-invalid': error ? (true as const) : undefined,
    'aria-describedby': describedBy(id, help, error),
  }
}
