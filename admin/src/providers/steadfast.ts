import { problemOf } from './http.ts'

/** Waits between the repeats of an act whose outcome is unknown, in ms; a `Retry-After` of the server may lengthen one. */
export const repeatAfter = [1000, 2000, 4000, 8000] as const

export type Steadfast = {
  /** Told before each repeat: the screen says that it asks again under the same key. */
  onRepeat?: (attempt: number) => void
  wait?: (ms: number) => Promise<void>
}

/** No answer, or one from before the act was surely done: it may have happened. Repeating with the same key is safe. */
export function isOutcomeUnknown(error: unknown): boolean {
  const { status, code } = problemOf(error)
  return status === 0 || status === 502 || status === 504 || status === 503 || code === 'outcome-unknown'
}

/** Carries an act out, repeating it under the same key while its outcome is unknown. Throws the last error. */
export async function steadfastly<T>(act: () => Promise<T>, { onRepeat, wait = pause }: Steadfast = {}): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await act()
    } catch (error) {
      const delay = repeatAfter[attempt]
      if (delay === undefined || !isOutcomeUnknown(error)) throw error
      onRepeat?.(attempt + 1)
      await wait(Math.max(delay, Math.min(problemOf(error).retryAfter ?? 0, 15) * 1000))
    }
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
