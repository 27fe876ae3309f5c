import { BsreSigning } from './bsre-signing.ts'
import type { SealCodeStore } from './seal-codes.ts'

/** What the environment says of BSrE; `readEnv` has seen to it that nothing is missing. */
export type BsreSettings = {
  SIGNING: 'local-ca' | 'bsre-v1' | 'bsre-v2'
  NODE_ENV: string
  BSRE_URL?: string | undefined
  BSRE_USERNAME?: string | undefined
  BSRE_PASSWORD?: string | undefined
  BSRE_SEAL_SUBSCRIBER?: string | undefined
  BSRE_SEAL_CODE?: string | undefined
}

/** BSrE as the environment names it. Only production's signatures bind: elsewhere it is a trial service or the simulator. */
export function openBsre(env: BsreSettings, codes: SealCodeStore): BsreSigning {
  const { BSRE_URL: url, BSRE_USERNAME: username, BSRE_PASSWORD: password } = env
  if (!url || !username || !password) throw new Error('BSrE needs BSRE_URL, BSRE_USERNAME and BSRE_PASSWORD')
  const { BSRE_SEAL_SUBSCRIBER: subscriber, BSRE_SEAL_CODE: activationCode } = env
  return new BsreSigning({
    account: { url, username, password },
    version: env.SIGNING === 'bsre-v1' ? 'v1' : 'v2',
    legallyBinding: env.NODE_ENV === 'production',
    seal: subscriber && activationCode ? { subscriber, activationCode, codes } : undefined,
  })
}
