import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sharedPaths } from '../../api/openapi/shared-paths.ts'
import { resources } from '../../api/resources.ts'
import { type ApiHouse, openApiHouse } from './api-house.ts'

type Document = {
  openapi: string
  paths: Record<string, Record<string, { responses: Record<string, unknown>; parameters?: { name: string }[] }>>
  components: { schemas: Record<string, unknown> }
}

let house: ApiHouse
let document: Document
beforeAll(async () => {
  house = await openApiHouse({ people: false })
  document = (await house.get('/api/openapi.json')).json as Document
})
afterAll(() => house.close())

/** Every method and path that the resources' routers answer. */
function served(): string[] {
  const layers = resources.flatMap(
    (resource) =>
      resource.routes(house.api.deps).stack as { route?: { path: string; methods: Record<string, boolean> } }[],
  )
  return layers.flatMap(({ route }) =>
    route ? Object.keys(route.methods).map((method) => `${method} /api${route.path.replace(/:(\w+)/g, '{$1}')}`) : [],
  )
}

describe('the description', () => {
  it('is OpenAPI 3.1 made of the contracts', () => {
    expect(document.openapi).toMatch(/^3\.1/)
    expect(Object.keys(document.components.schemas)).toEqual(expect.arrayContaining(['Problem', 'Me', 'StoredFile']))
  })

  it('names exactly what is served', () => {
    const described = Object.entries(document.paths)
      .filter(([path]) => !(path in sharedPaths))
      .flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`))
    expect(described.sort()).toEqual(served().sort())
  })

  it('names of the rest only what is there', async () => {
    for (const path of Object.keys(sharedPaths)) {
      const answer = path.startsWith('/api/auth') ? await house.post(path, { body: {} }) : await house.get(path)
      expect(answer.status, path).not.toBe(404)
    }
  })

  it('asks for the key on every POST that changes something', () => {
    const readOnly = new Set(resources.flatMap((resource) => resource.readOnlyPosts ?? []))
    for (const [path, methods] of Object.entries(document.paths)) {
      if (!methods.post || path in sharedPaths) continue
      const keyed = (methods.post.parameters ?? []).some(({ name }) => name === 'Idempotency-Key')
      expect(keyed, path).toBe(!readOnly.has(path.replace(/^\/api/, '').replace(/\{(\w+)\}/g, ':$1')))
    }
  })

  it('refers only to schemas it has', () => {
    const text = JSON.stringify(document)
    const named = [...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map((match) => String(match[1]))
    for (const name of named) expect(document.components.schemas, name).toHaveProperty(name)
  })
})

describe('the page to read it', () => {
  it('loads only files of ours under the strict policy', async () => {
    const moved = await house.get('/api/docs')
    expect([moved.status, moved.headers.get('location')]).toEqual([302, 'docs/'])
    const page = await house.get('/api/docs/')
    const policy = page.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("script-src 'self';")
    expect(policy).not.toMatch(/unsafe-(inline|eval)/)
    const linked = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => String(match[1]))
    expect(linked).toHaveLength(4)
    for (const file of linked) expect((await house.get(`/api/docs/${file}`)).status, file).toBe(200)
    expect(page.text).not.toMatch(/<script>|\son\w+=/)
  })
})
