import type { WidgetProps } from '@rjsf/utils'
import { FileSlot } from '../../components/file-slot.tsx'
import type { FieldOptions } from '../kind.ts'

/** A file asked for among the answers; the answer is the stored file's id. */
export function FileWidget({ id, label, value, options, onChange }: WidgetProps) {
  const { types = [], maxBytes = 0 } = options as FieldOptions
  return (
    <FileSlot
      id={id}
      slot={`answer:${id}`}
      name={label}
      types={types}
      maxBytes={maxBytes}
      stored={typeof value === 'string' ? value : undefined}
      onStored={onChange}
    />
  )
}
