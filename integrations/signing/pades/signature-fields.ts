/** A signature dictionary found in a PDF. `content` is what it covers, `cms` the signature with its padding. */
export type SignatureField = {
  subFilter: string | null
  /** The dictionary's M, epoch milliseconds. */
  signedAt: number | null
  content: Buffer
  cms: Buffer
  coversWholeFile: boolean
}

/**
 * Signatures in the order they were made. A ByteRange that does not start at the file's first byte, or whose gap is not
 * exactly the signature's own string, covers nothing: its field comes back with no content and so cannot hold.
 */
export function signatureFields(pdf: Buffer): SignatureField[] {
  const text = pdf.toString('latin1')
  return [...text.matchAll(/\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g)]
    .map((match) => fieldAt(pdf, text, match.index, match.slice(1, 5).map(Number)))
    .sort((one, other) => one.content.length - other.content.length)
}

function fieldAt(pdf: Buffer, text: string, at: number, range: number[]): SignatureField {
  const [start = -1, before = 0, after = 0, rest = 0] = range
  const end = after + rest
  const gap = /^<([0-9A-Fa-f]*)>$/.exec(text.slice(before, after))?.[1]
  const whole = start === 0 && gap !== undefined && before < after && end <= pdf.length
  const dictionary =
    text.slice(text.lastIndexOf(' obj', at), at) +
    text.slice(at, at + 200) +
    text.slice(after, text.indexOf('endobj', after))
  return {
    subFilter: /\/SubFilter\s*\/([A-Za-z0-9.]+)/.exec(dictionary)?.[1] ?? null,
    signedAt: parseDate(/\/M\s*\(D:([^)]*)\)/.exec(dictionary)?.[1]),
    content: whole ? Buffer.concat([pdf.subarray(0, before), pdf.subarray(after, end)]) : Buffer.alloc(0),
    cms: Buffer.from(gap ?? '', 'hex'),
    coversWholeFile: whole && /^\s*$/.test(text.slice(end)),
  }
}

/** A PDF date, `20261122083000+07'00'`. */
function parseDate(value: string | undefined): number | null {
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-]\d\d)'?(\d\d)'?)?/.exec(value ?? '')
  if (!match) return null
  const [, year, month, day, hour, minute, second, offsetHours = '+00', offsetMinutes = '00'] = match
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${offsetHours}:${offsetMinutes}`)
  return Number.isNaN(time) ? null : time
}
