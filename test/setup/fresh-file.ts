import { afterAll, vi } from 'vitest'
import { forgetCatalogue } from '../../models/catalogue/cache.ts'

/** Files of one process share its modules: what one has read, changed or stubbed is not the next one's. */
afterAll(() => {
  forgetCatalogue()
  vi.useRealTimers()
  vi.unstubAllEnvs()
})
