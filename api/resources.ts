import { demo } from './demo/routes.ts'
import { files } from './files/routes.ts'
import { me } from './me/routes.ts'
import { regency } from './regency/routes.ts'
import { regions } from './regions/routes.ts'
import type { ApiResource } from './resource.ts'
import { services } from './services/routes.ts'

/** Every resource of the API: one line a folder. */
export const resources: readonly ApiResource[] = [me, regency, regions, services, files, demo]
