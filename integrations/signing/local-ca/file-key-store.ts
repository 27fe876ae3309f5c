import { randomUUID } from 'node:crypto'
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { KeyRecord, KeyStore } from './key-store.ts'

/** A file a key, readable by its owner alone. A file is either whole or not there. */
export function fileKeyStore(folder: string): KeyStore {
  const pathOf = (id: string) => join(folder, `${encodeURIComponent(id)}.json`)

  async function load(id: string): Promise<KeyRecord | undefined> {
    try {
      return JSON.parse(await readFile(pathOf(id), 'utf8'))
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return undefined
      throw error
    }
  }

  async function write(record: KeyRecord): Promise<string> {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const draft = join(folder, `${randomUUID()}.draft`)
    await writeFile(draft, JSON.stringify(record), { mode: 0o600, flush: true })
    return draft
  }

  return {
    load,
    async save(id, record) {
      const draft = await write(record)
      try {
        await link(draft, pathOf(id))
        return record
      } catch (error) {
        const kept = hasCode(error, 'EEXIST') ? await load(id) : undefined
        if (kept) return kept
        throw error
      } finally {
        await rm(draft, { force: true })
      }
    },
    async replace(id, record) {
      await rename(await write(record), pathOf(id))
    },
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
