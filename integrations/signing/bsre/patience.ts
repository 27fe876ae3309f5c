import { createHash } from 'node:crypto'
import { type SignedPdf, SigningError } from '../signing.ts'

type Asked = {
  idempotencyKey: string
  pdf: Uint8Array
  by: string
  late: ((signed: SignedPdf) => Promise<void>) | undefined
}

/**
 * Waits for a signature as long as its signer can be kept waiting, and goes on listening after that: an answer that comes
 * late is handed over, and whoever asks for the same signature meanwhile joins the one that is under way (design rule 5).
 */
export class Patience {
  readonly #withinMs: number
  readonly #underWay = new Map<string, Promise<SignedPdf>>()

  constructor(withinMs: number) {
    this.#withinMs = withinMs
  }

  /** Throws SigningError, `unknown-outcome` where patience ended first. */
  async signedOnce(asked: Asked, sign: () => Promise<SignedPdf>): Promise<SignedPdf> {
    const key = keyOf(asked)
    const answer = this.#underWay.get(key) ?? this.#begin(key, sign)
    const silence = Symbol('silence')
    let timer: NodeJS.Timeout | undefined
    const ended = new Promise<typeof silence>((resolve) => {
      timer = setTimeout(() => resolve(silence), this.#withinMs)
    })
    const first = await Promise.race([answer, ended]).finally(() => clearTimeout(timer))
    if (first !== silence) return first
    // A late refusal changes nothing: the task was given back already.
    if (asked.late) answer.then(asked.late, () => undefined)
    throw new SigningError('unknown-outcome')
  }

  #begin(key: string, sign: () => Promise<SignedPdf>): Promise<SignedPdf> {
    const answer = sign()
    this.#underWay.set(key, answer)
    const forget = () => this.#underWay.delete(key)
    answer.then(forget, forget)
    return answer
  }
}

function keyOf({ idempotencyKey, pdf, by }: Asked): string {
  return [idempotencyKey, by, createHash('sha256').update(pdf).digest('hex')].join('\n')
}
