import { SigningError } from '../signing.ts'
import { failureOf, refusalOf } from './failures.ts'

export type BsreAccount = { url: string; username: string; password: string }

export type BsreAnswer = { headers: Headers; contentType: string; body: Response }

type Call = { method?: 'GET' | 'POST'; body?: FormData | object; withinMs: number }

/** One client account at BSrE over HTTP. Errors carry codes only: bodies hold passphrases, NIK and documents. */
export class BsreConnection {
  readonly #base: string
  readonly #authorization: string

  constructor({ url, username, password }: BsreAccount) {
    this.#base = url.replace(/\/$/, '')
    this.#authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
  }

  /** The head of a good answer; its body may still fail. Throws SigningError. */
  async call(path: string, { method = 'POST', body, withinMs }: Call): Promise<BsreAnswer> {
    try {
      const isForm = body instanceof FormData
      const response = await fetch(`${this.#base}${path}`, {
        method,
        headers: {
          Authorization: this.#authorization,
          ...(body && !isForm ? { 'Content-Type': 'application/json' } : {}),
        },
        ...(body ? { body: isForm ? body : JSON.stringify(body) } : {}),
        signal: AbortSignal.timeout(withinMs),
        redirect: 'error',
      })
      const contentType = response.headers.get('content-type') ?? ''
      const isGood = response.ok && !contentType.includes('text/html')
      if (!isGood) throw new SigningError(refusalOf(response.status, contentType, await response.text()))
      return { headers: response.headers, contentType, body: response }
    } catch (error) {
      throw failureOf(error)
    }
  }

  /** The JSON of a good answer, or of one that says in a good answer what was refused. Throws SigningError. */
  async json(path: string, call: Call): Promise<unknown> {
    const { body, contentType } = await this.call(path, call)
    try {
      const text = await body.text()
      const answer: unknown = JSON.parse(text)
      const refused = typeof answer === 'object' && answer !== null && 'status_code' in answer && !('file' in answer)
      if (refused && !('status' in answer)) throw new SigningError(refusalOf(200, contentType, text))
      return answer
    } catch (error) {
      throw failureOf(error)
    }
  }
}
