import { open } from 'node:fs/promises'
import { inflateRawSync } from 'node:zlib'

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50

/**
 * Reads one file out of a zip archive by its exact name, through the central directory.
 * Archives over 4 GB (zip64) are not needed here. Throws when the name or the format is not found.
 */
export async function readZipEntry(archive: string, name: string): Promise<Buffer> {
  const file = await open(archive)
  try {
    const { size } = await file.stat()
    const tail = await readAt(Math.max(0, size - 65_557), Math.min(size, 65_557))
    const end = findSignatureBackwards(tail, endOfDirectory)
    const directory = await readAt(tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12))
    for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === directoryEntry; ) {
      const nameLength = directory.readUInt16LE(at + 28)
      if (directory.toString('utf8', at + 46, at + 46 + nameLength) === name) {
        return await readContent(directory.subarray(at, at + 46))
      }
      at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
    }
    throw new Error(`${archive} does not contain ${name}`)

    async function readContent(entry: Buffer): Promise<Buffer> {
      const headerAt = entry.readUInt32LE(42)
      const header = await readAt(headerAt, 30)
      const contentAt = headerAt + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
      const content = await readAt(contentAt, entry.readUInt32LE(20))
      const method = entry.readUInt16LE(10)
      if (method === 0) return content
      if (method === 8) return inflateRawSync(content)
      throw new Error(`${archive}: ${name} is compressed by an unknown method (${method})`)
    }
  } finally {
    await file.close()
  }

  async function readAt(position: number, length: number): Promise<Buffer> {
    const buffer = Buffer.alloc(length)
    let done = 0
    while (done < length) {
      const { bytesRead } = await file.read(buffer, done, length - done, position + done)
      if (bytesRead === 0) throw new Error(`${archive} is cut short`)
      done += bytesRead
    }
    return buffer
  }

  function findSignatureBackwards(buffer: Buffer, signature: number): number {
    for (let at = buffer.length - 22; at >= 0; at -= 1) if (buffer.readUInt32LE(at) === signature) return at
    throw new Error(`${archive} is not a zip archive`)
  }
}
