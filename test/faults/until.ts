import { expect, vi } from 'vitest'

/** Repeats until it gives something else than null, or fails with what it says it waits for. */
export async function until<Found>(what: string, look: () => Promise<Found | null>, withinMs = 60_000): Promise<Found> {
  return vi.waitFor(
    async () => {
      const found = await look()
      expect(found, what).not.toBeNull()
      return found as Found
    },
    { timeout: withinMs, interval: 100 },
  )
}
