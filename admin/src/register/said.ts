/** What an office says to a licence, before it is sent. */
export const officeActs = ['suspend', 'reinstate', 'revoke', 'report'] as const
export type OfficeAct = (typeof officeActs)[number]

export type Said = { reason: string; basis: string; until: string; passphrase: string }
export const nothingSaid: Said = { reason: '', basis: '', until: '', passphrase: '' }

export const asksBasis = (act: OfficeAct) => act === 'suspend' || act === 'revoke'

/** What is still missing, by field, as keys of `lontar.register`. Empty where it can be sent. */
export function missingIn(act: OfficeAct, { reason, basis, passphrase }: Said): Partial<Record<keyof Said, string>> {
  return {
    ...(reason.trim().length < 10 && { reason: 'need_reason' }),
    ...(asksBasis(act) && basis.trim().length < 5 && { basis: 'need_basis' }),
    ...(act === 'revoke' && !passphrase && { passphrase: 'need_passphrase' }),
  }
}

/** The body of `POST /api/register/{entry}/{act}`: only what belongs to this act. */
export function bodyOf(act: OfficeAct, { reason, basis, until, passphrase }: Said): object {
  if (act === 'report') return { text: reason.trim() }
  return {
    reason: reason.trim(),
    ...(asksBasis(act) && { basis: basis.trim() }),
    ...(act === 'suspend' && until && { until }),
    ...(act === 'revoke' && { signing: { passphrase } }),
  }
}

/** The act with all it says but the passphrase, which is kept nowhere: what its key is remembered under. */
export function intentionOf(entry: string, act: OfficeAct, said: Said): string {
  return `register:${entry}:${act}:${JSON.stringify(bodyOf(act, { ...said, passphrase: '' }))}`
}
