import { RegionalSigning } from '../../activities/documents/regional-signing.ts'
import type { KeyStore } from '../../integrations/signing/local-ca/key-store.ts'
import { LocalCa } from '../../integrations/signing/local-ca/local-ca.ts'
import { signingKeys } from '../../models/signing-key.ts'

export const sealPassphrase = 'segel-untuk-pengujian'

/** The local authority on the test's own database. */
export function newLocalCa(organisation = 'Kabupaten Contoh', store: KeyStore = signingKeys): LocalCa {
  return new LocalCa({ store, organisation, sealPassphrase, environment: 'test' })
}

export function localAuthority(): RegionalSigning {
  return new RegionalSigning({ code: 'local-ca', legallyBinding: false }, () => newLocalCa())
}
