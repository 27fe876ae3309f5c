import { OutsideError } from './outside-system.ts'

export type Asked = {
  method?: 'GET' | 'POST' | 'PUT'
  headers?: Record<string, string>
  body?: string | Uint8Array
  timeoutMs: number
}

/** One HTTP exchange; the answer whatever its status. Throws OutsideError where none came. Redirects are not followed. */
export async function exchange(url: string, { method = 'GET', headers, body, timeoutMs }: Asked): Promise<Response> {
  try {
    return await fetch(url, {
      method,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
      ...(headers ? { headers } : {}),
      ...(body === undefined ? {} : { body: body as BodyInit }),
    })
  } catch (error) {
    throw new OutsideError(wasNeverSent(error) ? 'down' : 'unknown-outcome', error)
  }
}

const beforeSending = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])

function wasNeverSent(error: unknown): boolean {
  const cause: unknown = error instanceof Error ? error.cause : undefined
  return cause instanceof Error && 'code' in cause && beforeSending.has(String(cause.code))
}

/** The error that a status stands for; null for one that is an answer. 404 and 409 are answers: whoever asks knows what of. */
export function errorOfStatus(status: number): OutsideError | null {
  if (status < 300 || status === 404 || status === 409) return null
  if (status === 401 || status === 403) return new OutsideError('wrong-key')
  if (status === 502 || status === 503) return new OutsideError('maintenance')
  if (status === 504) return new OutsideError('unknown-outcome')
  return new OutsideError(status >= 400 && status < 500 ? 'refused' : 'broken')
}

/** The JSON of an answer. A page of HTML is a notice of maintenance, whatever its status says. */
export async function jsonOf(response: Response): Promise<unknown> {
  if ((response.headers.get('content-type') ?? '').includes('html')) throw new OutsideError('maintenance')
  try {
    return await response.json()
  } catch (error) {
    throw new OutsideError('broken', error)
  }
}

export const mostFileBytes = 10 * 1024 * 1024

/** The PDF of an answer. Throws OutsideError `broken` for anything else, and for more than 10 MB. */
export async function pdfOf(response: Response): Promise<Uint8Array> {
  if (Number(response.headers.get('content-length') ?? 0) > mostFileBytes) throw new OutsideError('broken')
  const parts: Uint8Array[] = []
  let size = 0
  try {
    for await (const part of response.body ?? []) {
      size += part.length
      if (size > mostFileBytes) throw new OutsideError('broken')
      parts.push(part)
    }
  } catch (error) {
    throw error instanceof OutsideError ? error : new OutsideError('unknown-outcome', error)
  }
  const bytes = Buffer.concat(parts)
  if (!bytes.subarray(0, 5).equals(Buffer.from('%PDF-'))) throw new OutsideError('broken')
  return new Uint8Array(bytes)
}
