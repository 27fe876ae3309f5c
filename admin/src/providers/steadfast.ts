import { problemOf } from './http.ts'

/** Waits between the repeats of an act that got no sure answer, in ms; a `Retry-After` of the server may lengthen one. */
export const repeatAfter = [1000, 2000, 4000, 8000] as const

export type Steadfast = {
  /** Which errors are worth asking again under the same key; all without a sure answer unless told. */
  repeatIf?: (error: unknown) => boolean
  /** Told before each repeat: the screen says that it asks again under the same key. */
  onRepeat?: (attempt: number) => void
  wait?: (ms: number) => Promise<void>
}

/** No answer, or one that does not know: it may have happened, and only the same key tells (design rule 6). */
export function isOutcomeUnknown(error: unknown): boolean {
  const { status, code } = problemOf(error)
  return code === 'outcome-unknown' || [0, 408, 500, 502, 504].includes(status)
}

/** The server is away or does not know: asking again may bring the answer. */
export function isUnanswered(error: unknown): boolean {
  const { status } = problemOf(error)
  return status === 503 || (status !== 500 && isOutcomeUnknown(error))
}

/** Carries an act out, repeating it under the same key while there is no sure answer. Throws the last error. */
export async function steadfastly<T>(act: () => Promise<T>, options: Steadfast = {}): Promise<T> {
  const { repeatIf = isUnanswered, onRepeat, wait = pause } = options
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await act()
    } catch (error) {
      const delay = repeatAfter[attempt]
      if (delay === undefined || !repeatIf(error)) throw error
      onRepeat?.(attempt + 1)
      await wait(Math.max(delay, Math.min(problemOf(error).retryAfter ?? 0, 15) * 1000))
    }
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
