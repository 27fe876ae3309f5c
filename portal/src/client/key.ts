/** A new idempotency key. Not `crypto.randomUUID`: kiosks may be served over plain http inside the office. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
