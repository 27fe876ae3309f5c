import type { CaseDeps } from '../activities/deps.ts'
import type { ServiceDefinition } from '../catalogue/service-schema.ts'
import type { Engine } from '../engine/start-case.ts'
import type { WorldSource } from './world.ts'

/** What taking over stands on; everything runs inside the regency's context. */
export type ImportHouse = {
  regency: string
  deps: CaseDeps
  engine: Engine
  source: WorldSource
  /** As for a case that is filed today. */
  accepting: {
    agencies(definition: ServiceDefinition): string[]
    trackingCode(): string
  }
}
