declare global {
  interface Window {
    /** Answers that were asked for before the portal itself had come (`portal/early/early.js`). */
    lontarEarly?: Map<string, Promise<Response | null>>
    /** Addresses of the built form library's files. */
    lontarForm?: string[]
  }
}

/** The answer to `path` that is on its way already; each is given out once. */
export function takeEarly(path: string): Promise<Response | null> | undefined {
  const answer = window.lontarEarly?.get(path)
  window.lontarEarly?.delete(path)
  return answer
}
