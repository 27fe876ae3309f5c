import { inflateRawSync } from 'node:zlib'

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
const fileHeader = 0x04034b50
const [endLength, entryLength, headerLength] = [22, 46, 30]

/** What an entry may unpack to: what is larger was not made by Lontar. */
const mostBytes = 512 * 1024 * 1024

/**
 * The entries of a ZIP by their paths, each unpacked when asked for. Throws where it is no ZIP, ends early, says more than
 * its directory, or names a path twice: every program that opens the archive is to find what was checked here.
 * @param {Buffer} archive
 * @returns {Map<string, () => Buffer>}
 */
export function entriesOf(archive) {
  const end = archive.length - endLength
  if (end < 0 || archive.readUInt32LE(end) !== endOfDirectory) throw new Error('bukan arsip ZIP, atau terpotong')
  const entries = new Map()
  let at = archive.readUInt32LE(end + 16)
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (at + entryLength > end || archive.readUInt32LE(at) !== directoryEntry) throw new Error('daftar isi ZIP rusak')
    const nameLength = archive.readUInt16LE(at + 28)
    const path = archive.toString('utf8', at + entryLength, at + entryLength + nameLength)
    if (entries.has(path)) throw new Error(`${path} ada dua kali di dalam arsip`)
    const method = archive.readUInt16LE(at + 10)
    const [packed, start] = [archive.readUInt32LE(at + 20), archive.readUInt32LE(at + 42)]
    entries.set(path, () => unpack(archive, { path, method, packed, start }))
    at += entryLength + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
  }
  if (at !== end) throw new Error('daftar isi ZIP rusak')
  return entries
}

function unpack(archive, { path, method, packed, start }) {
  const isThere = start + headerLength <= archive.length && archive.readUInt32LE(start) === fileHeader
  if (!isThere) throw new Error('kepala berkas rusak')
  const named = start + headerLength + archive.readUInt16LE(start + 26)
  if (archive.toString('utf8', start + headerLength, named) !== path) throw new Error('namanya lain di daftar isi')
  const from = named + archive.readUInt16LE(start + 28)
  if (from + packed > archive.length) throw new Error('terpotong')
  const content = archive.subarray(from, from + packed)
  if (method === 0) return content
  if (method === 8) return inflateRawSync(content, { maxOutputLength: mostBytes })
  throw new Error(`cara pemampatan ${method} tidak dikenal`)
}
