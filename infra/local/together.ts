/**
 * Does several things at once and waits for all of them, so that nothing is still starting when one has failed.
 * Throws the first failure, after `undo` of what succeeded.
 */
export async function together<T extends ReadonlyArray<() => Promise<unknown>>>(
  works: readonly [...T],
  undo: (result: Awaited<ReturnType<T[number]>>) => Promise<void> = async () => {},
): Promise<{ [K in keyof T]: Awaited<ReturnType<T[K]>> }> {
  const outcomes = await Promise.allSettled(works.map((work) => work()))
  const failure = outcomes.find((outcome) => outcome.status === 'rejected')
  const results = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []))
  if (!failure) return results as { [K in keyof T]: Awaited<ReturnType<T[K]>> }
  for (const result of results) await undo(result as Awaited<ReturnType<T[number]>>)
  throw failure.reason
}
