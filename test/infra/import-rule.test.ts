import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '../../infra/env.ts'

/** Folders that may import whatever there is: entry points, tests, benches, and what reaches the servers for all. */
const free = ['bin', 'test', 'bench', 'infra']

type Override = { includes: string[]; linter: { rules: { style?: { noRestrictedImports?: { level: string } } } } }

async function foldersOfSource(): Promise<string[]> {
  const entries = await readdir(projectRoot, { withFileTypes: true })
  const folders = entries.filter((entry) => entry.isDirectory() && !/^\.|^(node_modules|dist)$/.test(entry.name))
  const found = await Promise.all(
    folders.map(async ({ name }) => {
      const files = await readdir(join(projectRoot, name), { recursive: true })
      return files.some((file) => /\.tsx?$/.test(file)) ? [name] : []
    }),
  )
  return found.flat()
}

test('every folder of source stands under the import rule', async () => {
  const { overrides } = JSON.parse(await readFile(join(projectRoot, 'biome.json'), 'utf8')) as { overrides: Override[] }
  const held = overrides
    .filter(({ linter }) => linter.rules.style?.noRestrictedImports?.level === 'error')
    .flatMap(({ includes }) => includes.map((pattern) => pattern.replace('/**', '')))
  expect([...held, ...free].sort()).toEqual((await foldersOfSource()).sort())
})
