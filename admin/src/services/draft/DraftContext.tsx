import { createContext, useContext } from 'react'
import { holds, named, type Place, parsePlace, valueAt } from './place.ts'
import type { Problem } from './use-draft.ts'

type Draft = {
  definition: unknown
  problems: readonly Problem[]
  disabled: boolean
  change: (place: Place, value: unknown) => void
}

export const DraftContext = createContext<Draft | null>(null)

export function useDraftContext(): Draft {
  const draft = useContext(DraftContext)
  if (!draft) throw new Error('no draft is open here')
  return draft
}

/** One value of the draft: what it is, how it is changed, and what is wrong with it; a problem of what is inside is told there. */
export function useValue(place: Place) {
  const { definition, problems, disabled, change } = useDraftContext()
  const here = named(definition, place)
  const wrong = problems.filter((problem) => {
    const at = parsePlace(problem.path)
    return holds(here, at) && at.length === here.length
  })
  return {
    value: valueAt(definition, place),
    set: (value: unknown) => change(place, value),
    disabled,
    told:
      wrong.length > 0 ? wrong.map(({ message, mend }) => (mend ? `${message}; ${mend}` : message)).join('. ') : null,
  }
}
