import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** What a simulator remembers: in memory, and in a file where it is to outlive the process. */
export type Shelf<Content> = { content: Content; save(): void }

export function openShelf<Content>(empty: Content, path?: string): Shelf<Content> {
  const content = path && existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Content) : empty
  return {
    content,
    save() {
      if (!path) return
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
      writeFileSync(`${path}.new`, JSON.stringify(content), { mode: 0o600 })
      renameSync(`${path}.new`, path)
    },
  }
}
