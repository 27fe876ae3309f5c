/** Just enough of the OpenType container to make a font quick to read, and to know what it can show. */

type Table = { tag: string; record: Buffer; body: Buffer }

/**
 * The font without what a letter does not need: GPOS (kerning; reading it costs 60 ms a document, and office letters are set
 * without it) and glyph names.
 */
export function leanFont(font: Buffer): Buffer {
  const tables = tablesOf(font)
    .filter((table) => table.tag !== 'GPOS')
    .map((table) => (table.tag === 'post' ? { ...table, body: namelessPost(table.body) } : table))
  const head = Buffer.alloc(12 + 16 * tables.length)
  font.copy(head, 0, 0, 12)
  head.writeUInt16BE(tables.length, 4)
  const parts: Buffer[] = [head]
  let offset = head.length
  for (const [index, { record, body }] of tables.entries()) {
    const at = 12 + 16 * index
    record.copy(head, at)
    head.writeUInt32BE(offset, at + 8)
    head.writeUInt32BE(body.length, at + 12)
    const padding = Buffer.alloc((4 - (body.length % 4)) % 4)
    parts.push(body, padding)
    offset += body.length + padding.length
  }
  return Buffer.concat(parts)
}

/** Code points of the basic plane that the font has a glyph for (cmap format 4). */
export function coverageOf(font: Buffer): Set<number> {
  const cmap = tablesOf(font).find((table) => table.tag === 'cmap')?.body
  if (!cmap) throw new Error('The font has no cmap table')
  for (let index = 0; index < cmap.readUInt16BE(2); index += 1) {
    const subtable = cmap.subarray(cmap.readUInt32BE(4 + 8 * index + 4))
    if (subtable.readUInt16BE(0) === 4) return codePointsOf(subtable)
  }
  throw new Error('The font has no cmap of format 4')
}

function tablesOf(font: Buffer): Table[] {
  return Array.from({ length: font.readUInt16BE(4) }, (_, index) => {
    const record = font.subarray(12 + 16 * index, 28 + 16 * index)
    const offset = record.readUInt32BE(8)
    return {
      tag: record.toString('latin1', 0, 4),
      record,
      body: font.subarray(offset, offset + record.readUInt32BE(12)),
    }
  })
}

/** Version 3 of the table keeps the italic angle and drops the names. */
function namelessPost(body: Buffer): Buffer {
  const short = Buffer.from(body.subarray(0, 32))
  short.writeUInt32BE(0x00030000, 0)
  return short
}

function codePointsOf(subtable: Buffer): Set<number> {
  const doubled = subtable.readUInt16BE(6)
  const ends = 14
  const starts = ends + doubled + 2
  const deltas = starts + doubled
  const offsets = deltas + doubled
  const covered = new Set<number>()
  for (let at = 0; at < doubled; at += 2) {
    const start = subtable.readUInt16BE(starts + at)
    const end = subtable.readUInt16BE(ends + at)
    const offset = subtable.readUInt16BE(offsets + at)
    for (let code = start; code <= end && code !== 0xffff; code += 1) {
      const glyph =
        offset === 0
          ? code + subtable.readUInt16BE(deltas + at)
          : subtable.readUInt16BE(offsets + at + offset + 2 * (code - start))
      if ((glyph & 0xffff) !== 0) covered.add(code)
    }
  }
  return covered
}
