import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { tell } from '../../catalogue/pack/problem.ts'
import { checkPack } from '../../catalogue/pack/read-pack.ts'
import { change, withCopy } from './broken-pack.ts'

const page = fileURLToPath(new URL('../../docs/how-to/add-a-service.md', import.meta.url))

/** Puts every file that the page writes out into a copy of the pack. */
async function follow(dir: string): Promise<string[]> {
  const text = await readFile(page, 'utf8')
  const files = [...text.matchAll(/^```json packs\/banyuwangi\/(\S+)\n([\s\S]*?)^```/gm)]
  for (const [, name = '', content = ''] of files) await writeFile(join(dir, name), content)
  return files.map(([, name = '']) => name)
}

describe('how to add a service', () => {
  it('works to the letter', () =>
    withCopy(async (dir) => {
      expect(await follow(dir)).toEqual(['letters/sku.json', 'services/sku.json'])
      const { pack, problems } = await checkPack(dir)
      expect(problems.map(tell)).toEqual([])
      expect(pack?.services.map(({ code }) => code)).toContain('sku')
    }))

  it('shows the message that its mistake really gets', () =>
    withCopy(async (dir) => {
      await follow(dir)
      await change(dir, 'services/sku.json', (service) => {
        service.term.calendar = 'dessa'
      })
      const { problems } = await checkPack(dir)
      expect(problems).toHaveLength(1)
      expect(await readFile(page, 'utf8')).toContain(problems.map(tell).join(''))
    }))
})
