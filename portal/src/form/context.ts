import { createContext, useContext } from 'react'

/** What the fields of a form ask of the screen around them. */
export type FormFacts = {
  /** Names of the top-level fields to draw now; null draws all. */
  shown: ReadonlySet<string> | null
  /** Message by element id. */
  errors: ReadonlyMap<string, string>
  /** Words of the office to a field that has to be corrected, by element id. */
  remarks: ReadonlyMap<string, string>
}

export const FormFactsContext = createContext<FormFacts>({ shown: null, errors: new Map(), remarks: new Map() })
export const useFormFacts = () => useContext(FormFactsContext)
