import { useEffect } from 'react'

export const loadAnswersForm = () => import('./answers-form.tsx')

/**
 * Has the form and its validator come while another page is filled in, so that turning to the form is no wait. They are fetched
 * for the browser's cache, not imported: a module that failed to come once is not asked for again.
 */
export function useFormAhead(validator: string): void {
  useEffect(() => {
    for (const file of [...(window.lontarForm ?? []), validator]) fetchAhead(file)
  }, [validator])
}

async function fetchAhead(file: string): Promise<void> {
  try {
    const answer = await fetch(file)
    await answer.arrayBuffer()
  } catch {
    // Where it is needed it is asked for again, and that screen says what is missing.
  }
}
