/** What the local authority keeps of a key: nothing here is secret without the passphrase. Dates are ISO 8601. */
export type KeyRecord = {
  /** PKCS#12, base64. */
  keyFile: string
  /** PEM; also readable without the passphrase. */
  certificate: string
  revokedAt: string | null
}

/** Ids are `authority`, `signer/{id}` and `seal/{id}`. */
export interface KeyStore {
  load(id: string): Promise<KeyRecord | undefined>
  /** First stored wins: when two processes make the same key at once, both get the record that is kept. */
  save(id: string, record: KeyRecord): Promise<KeyRecord>
  /** Takes the place of what is there; for renewal and revocation. */
  replace(id: string, record: KeyRecord): Promise<void>
}
