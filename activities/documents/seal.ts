import { inRegency } from '../../models/tenancy.ts'
import type { SealRequest, Signed } from '../../workflows/activities.ts'
import type { CaseDeps } from '../deps.ts'
import { keepSigned, openPrepared } from './keep-signed.ts'

/** Seals a prepared document for its agency; the only signature that needs nobody (design rule 5). */
export function documentSealer({ signing, catalogue }: CaseDeps): (request: SealRequest) => Promise<Signed> {
  return ({ regency, document: id }) =>
    inRegency(regency, async () => {
      const opened = await openPrepared(id)
      if ('already' in opened) return opened.already
      const { document } = opened
      const office = await catalogue.office(document.agency)
      const sealed = await signing.seal({
        idempotencyKey: document.key,
        pdf: document.prepared,
        agency: { id: `${regency}/${office.code}`, name: office.name },
        reason: document.title.id,
        location: office.place,
      })
      return keepSigned(document, sealed, { by: office.name, position: null, provider: signing })
    })
}
