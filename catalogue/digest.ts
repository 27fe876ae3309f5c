import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'

/** SHA-256 (hex) over RFC 8785 canonical JSON: the same content has the same digest, whatever the order of its keys. */
export function digestOf(content: unknown): string {
  return createHash('sha256')
    .update(canonicalize(content) ?? 'null')
    .digest('hex')
}
