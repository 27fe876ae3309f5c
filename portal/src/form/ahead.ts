import { useEffect } from 'react'
import { loadValidator } from './validator.ts'

export const loadAnswersForm = () => import('./answers-form.tsx')

/** Has the form and its validator come while another page is filled in, so that turning to the form is no wait. */
export function useFormAhead(validator: string): void {
  useEffect(() => {
    // Without network both are asked for again where they are needed, and that screen says what is missing.
    loadAnswersForm().catch(() => undefined)
    loadValidator(validator).catch(() => undefined)
  }, [validator])
}
