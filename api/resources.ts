import type { ApiResource } from './resource.ts'

/** Every resource of the API: one line a folder. */
export const resources: readonly ApiResource[] = []
