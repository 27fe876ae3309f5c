import { useDraftContext } from './DraftContext.tsx'
import type { Option } from './inputs.tsx'
import { isObject, valueAt } from './place.ts'

/** What the draft itself offers to choose from: its sources and its conditions, by code. */
export function useOptions(): { sources: Option[]; conditions: Option[] } {
  const { definition } = useDraftContext()
  return {
    sources: optionsOf(valueAt(definition, ['sources'])),
    conditions: optionsOf(valueAt(definition, ['conditions'])),
  }
}

function optionsOf(entries: unknown): Option[] {
  if (!isObject(entries)) return []
  return Object.entries(entries).map(([value, entry]) => {
    const { document, article } = isObject(entry) ? entry : {}
    return { value, label: [document ?? value, article].filter(Boolean).join(', ') }
  })
}
