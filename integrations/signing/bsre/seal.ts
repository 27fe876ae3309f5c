import { SigningError } from '../signing.ts'
import type { BsreConnection } from './connection.ts'
import type { SealCode, SealCodeStore } from './seal-codes.ts'
import { invisible, signedFile } from './v2.ts'
import { paths, SealCode as SealCodeAnswer } from './wire.ts'

export type SealSubscription = {
  subscriber: string
  /** The code that BSrE gave out when the seal was activated; the first is asked for with it. */
  activationCode: string
  codes: SealCodeStore
}

export type SealWork = { pdf: Uint8Array; reason: string; location: string }

/** A code is asked for anew this long before it ends. */
const marginMs = 60_000

/** The agency's electronic seal: version 2 alone has it, whatever version people sign with. Throws SigningError. */
export function sealing(connection: BsreConnection, subscription: SealSubscription, withinMs: number) {
  const { subscriber: idSubscriber, codes } = subscription

  async function currentCode(): Promise<string> {
    const kept = await codes.load()
    if (kept && kept.expiresAt - marginMs > Date.now()) return kept.code
    return roll(kept)
  }

  async function roll(kept: SealCode | undefined): Promise<string> {
    const next = kept ? await ask(kept.code).catch(fromTheStart) : await ask(subscription.activationCode)
    if (await codes.replace(kept, next)) return next.code
    const theirs = await codes.load()
    return theirs?.code ?? next.code
  }

  /** A chain that has broken off begins anew where the activation still holds. */
  function fromTheStart(error: unknown): Promise<SealCode> {
    if (error instanceof SigningError && error.code === 'unknown-outcome') throw error
    return ask(subscription.activationCode)
  }

  async function ask(totp: string): Promise<SealCode> {
    const body = { idSubscriber, totp, data: '1' }
    const answer = SealCodeAnswer.safeParse(await connection.json(paths.v2.sealCode, { body, withinMs }))
    const expiresAt = answer.success ? Date.parse(answer.data.expires) : Number.NaN
    if (!answer.success || !answer.data.result || Number.isNaN(expiresAt)) throw new SigningError('unavailable')
    return { code: answer.data.totp, expiresAt }
  }

  async function sealWith(totp: string, { pdf, reason, location }: SealWork): Promise<Uint8Array> {
    const body = {
      idSubscriber,
      totp,
      signatureProperties: [invisible(reason, location)],
      file: [Buffer.from(pdf).toString('base64')],
    }
    return signedFile(await connection.json(paths.v2.seal, { body, withinMs }))
  }

  return async (work: SealWork): Promise<Uint8Array> => {
    try {
      return await sealWith(await currentCode(), work)
    } catch (error) {
      // A code refused has sealed nothing: once more with a new one.
      if (!(error instanceof SigningError && error.code === 'wrong-secret')) throw error
      return sealWith(await roll(await codes.load()), work)
    }
  }
}
