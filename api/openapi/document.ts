import { createDocument } from 'zod-openapi'
import type { ApiResource } from '../resource.ts'
import { sharedPaths } from './shared-paths.ts'

/** The API's description, from the contracts that also check its requests. */
export function openApiDocument(resources: readonly ApiResource[], publicUrl: string) {
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Lontar',
      version: '1',
      description:
        'Permit and registry services of a regency. Lists speak react-admin’s simple-rest dialect; errors are RFC 9457 ' +
        'problems in Indonesian or English (`Accept-Language`).',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: publicUrl }],
    paths: Object.assign({}, sharedPaths, ...resources.map((resource) => resource.paths)),
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'The header `set-auth-token` of a sign-in.' },
        cookie: { type: 'apiKey', in: 'cookie', name: 'lontar.session_token' },
      },
    },
  })
}
