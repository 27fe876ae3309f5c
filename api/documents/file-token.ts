import { createHmac, timingSafeEqual } from 'node:crypto'

/** How long a link from the tracking page opens a document. */
export const linkMs = 15 * 60_000

type Link = { secret: string; regency: string; document: string }

/** A token that opens one document's file until it expires; it holds no personal data, so it may stand in a path. */
export function fileToken(link: Link, now = Date.now()): string {
  const expires = (now + linkMs).toString(36)
  return `${expires}.${sealOf(link, expires)}`
}

export function opensFile(token: string, link: Link, now = Date.now()): boolean {
  const [expires = '', seal = ''] = token.split('.')
  const [given, made] = [Buffer.from(seal), Buffer.from(sealOf(link, expires))]
  return given.length === made.length && timingSafeEqual(given, made) && Number.parseInt(expires, 36) > now
}

function sealOf({ secret, regency, document }: Link, expires: string): string {
  return createHmac('sha256', secret).update(`document-file\n${regency}\n${document}\n${expires}`).digest('base64url')
}
