import { SigningError } from '../../integrations/signing/signing.ts'
import { inRegency } from '../../models/tenancy.ts'
import type { SigningActivities } from '../../workflows/activities.ts'
import type { CaseDeps } from '../deps.ts'
import { askedOf } from './authority-for.ts'
import { keepingLate, keepSigned, openPrepared } from './keep-signed.ts'

/** Where a signer's secret waits, and is taken from once. */
export type SecretDesk = { take(ticket: string): string | null }

/** Runs only in the process that took the signer's request: the secret never leaves it (design rule 5). */
export function createSigningActivities(deps: CaseDeps, desk: SecretDesk): SigningActivities {
  return {
    signDocument: ({ regency, document: id, request, signer: signerId, at = Date.now() }) =>
      inRegency(regency, async () => {
        const secret = desk.take(request)
        const opened = await openPrepared(id)
        if ('already' in opened) return opened.already
        if (secret === null) throw new SigningError('unknown-outcome')
        const { document } = opened
        const office = await deps.catalogue.office(document.agency)
        const { name, position, nip, nik, mandate } = await deps.officer(signerId, await askedOf(deps, document), at)
        const by = { by: name, position, ...(mandate ? { mandate: mandate.text } : {}), provider: deps.signing }
        const signed = await deps.signing.sign({
          idempotencyKey: document.key,
          pdf: document.prepared,
          signer: { id: `${regency}/${signerId}`, nik, name, position, ...(nip ? { nip } : {}) },
          secret,
          reason: document.title.id,
          location: office.place,
          late: keepingLate(deps.log, document, by),
        })
        return keepSigned(document, signed, by)
      }),
  }
}
