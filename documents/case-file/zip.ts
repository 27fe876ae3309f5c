import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'

/** A file of the archive. A stream is opened when its turn comes; `packed`: its bytes are compressed already. */
export type ZipFile = { path: string; content: Uint8Array | (() => Readable); packed?: boolean }

/** What went into the archive; `sha256` in hex. */
export type Listed = { path: string; size: number; sha256: string }

/**
 * Streams files into a ZIP, each read only as fast as the archive is taken. `closing` makes the last files out of the list of
 * those before. Not for archives over 4 GB.
 */
export async function* zip(
  files: Iterable<ZipFile>,
  { at, closing }: { at: Date; closing: (listed: Listed[]) => Promise<ZipFile[]> },
): AsyncGenerator<Uint8Array> {
  const made: Uint8Array[] = []
  const archive = new Zip((error, bytes) => {
    if (error) throw error
    made.push(bytes)
  })
  const listed: Listed[] = []
  for (const file of files) yield* add(file)
  for (const file of await closing(listed)) yield* add(file)
  archive.end()
  yield* made.splice(0)

  async function* add({ path, content, packed }: ZipFile): AsyncGenerator<Uint8Array> {
    const entry = packed ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 6 })
    entry.mtime = at
    archive.add(entry)
    const hash = createHash('sha256')
    let size = 0
    for await (const chunk of content instanceof Uint8Array ? [content] : content()) {
      const bytes = new Uint8Array(chunk)
      hash.update(bytes)
      size += bytes.length
      entry.push(bytes)
      yield* made.splice(0)
    }
    entry.push(new Uint8Array(0), true)
    listed.push({ path, size, sha256: hash.digest('hex') })
    yield* made.splice(0)
  }
}
