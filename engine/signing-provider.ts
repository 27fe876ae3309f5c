import { readFile } from 'node:fs/promises'
import { RegionalSigning } from '../activities/documents/regional-signing.ts'
import type { Env } from '../infra/env.ts'
import { openBsre } from '../integrations/signing/bsre/open-bsre.ts'
import { LocalCa } from '../integrations/signing/local-ca/local-ca.ts'
import { regencyHosts } from '../models/catalogue/regency.ts'
import { signingKeys } from '../models/signing-key.ts'
import { inRegency } from '../models/tenancy.ts'
import { sealCodeStore } from './seal-codes.ts'

/** Who signs and seals, as the environment says. */
export function signingOf(env: Env): RegionalSigning {
  if (env.SIGNING === 'local-ca') {
    return new RegionalSigning({ code: 'local-ca', legallyBinding: false }, (regency) => localCaOf(env, regency))
  }
  const legallyBinding = env.NODE_ENV === 'production'
  return new RegionalSigning({ code: 'bsre', legallyBinding }, () =>
    openBsre(env, sealCodeStore(env.SEAL_PASSPHRASE, env.BSRE_SEAL_CODE ?? '')),
  )
}

/** The local authority of the regency in context; refused in production, where BSrE is to be configured. */
export function localCaOf(env: Env, regency: string): LocalCa {
  return new LocalCa({
    store: signingKeys,
    organisation: regency,
    sealPassphrase: env.SEAL_PASSPHRASE,
    environment: env.NODE_ENV,
  })
}

/** PEM certificates of the authorities whose signatures count: those above BSrE's, and outside production the house's own. */
export async function trustedRoots(env: Env): Promise<readonly string[]> {
  const named = env.BSRE_ROOTS ? pemsOf(await readFile(env.BSRE_ROOTS, 'utf8')) : []
  if (env.NODE_ENV === 'production') return named
  const regencies = new Set((await regencyHosts()).values())
  const own = [...regencies].map((regency) => inRegency(regency, () => localCaOf(env, regency).rootCertificate()))
  return [...named, ...(await Promise.all(own))]
}

function pemsOf(text: string): string[] {
  return text.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? []
}
