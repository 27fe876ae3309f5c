import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { messagesOf } from '../../admin/src/i18n/i18n-provider.ts'

const root = join(import.meta.dirname, '../../admin/src')

function has(key: string): boolean {
  const found = key
    .split('.')
    .reduce<unknown>((part, name) => (part as Record<string, unknown>)?.[name], messagesOf('id'))
  return found !== undefined
}

describe('every word a screen asks for', () => {
  it('exists', () => {
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file))
    const unknown = files.flatMap((file) => {
      const source = readFileSync(join(root, file), 'utf8')
      const areas = [...source.matchAll(/const (\w+) = useWords\('(\w+)'\)/g)]
      const asked = areas.flatMap(([, name, area]) =>
        [...source.matchAll(new RegExp(`\\b${name}\\('([\\w.-]+)'`, 'g'))].map(([, key]) => `lontar.${area}.${key}`),
      )
      const named = [...source.matchAll(/'(lontar\.[\w.-]+)'/g)].map(([, key]) => String(key))
      return [...asked, ...named].filter((key) => !has(key)).map((key) => `${file}: ${key}`)
    })
    expect(unknown).toEqual([])
  })
})
