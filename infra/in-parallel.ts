/** Works through a list, so many at a time. Resolves when all are done; the first failure is thrown once the others rest. */
export async function inParallel<Item>(
  items: readonly Item[],
  width: number,
  work: (item: Item, index: number) => Promise<void>,
): Promise<void> {
  let next = 0
  let failed = false
  const lane = async () => {
    while (next < items.length && !failed) {
      const index = next
      next += 1
      try {
        await work(items[index] as Item, index)
      } catch (error) {
        failed = true
        throw error
      }
    }
  }
  const lanes = await Promise.allSettled(Array.from({ length: Math.min(width, items.length) }, lane))
  for (const result of lanes) if (result.status === 'rejected') throw result.reason
}
