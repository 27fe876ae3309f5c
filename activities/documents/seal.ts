import { inRegency } from '../../models/tenancy.ts'
import type { SealRequest, Signed } from '../../workflows/activities.ts'
import type { CaseDeps } from '../deps.ts'
import { keepingLate, keepSigned, openPrepared } from './keep-signed.ts'

/** Seals a prepared document for its agency; the only signature that needs nobody (design rule 5). */
export function documentSealer({ signing, catalogue, log }: CaseDeps): (request: SealRequest) => Promise<Signed> {
  return ({ regency, document: id }) =>
    inRegency(regency, async () => {
      const opened = await openPrepared(id)
      if ('already' in opened) return opened.already
      const { document } = opened
      const office = await catalogue.office(document.agency)
      const by = { by: office.name, position: null, provider: signing }
      const sealed = await signing.seal({
        idempotencyKey: document.key,
        pdf: document.prepared,
        agency: { id: `${regency}/${office.code}`, name: office.name },
        reason: document.title.id,
        location: office.place,
        late: keepingLate(log, document, by),
      })
      return keepSigned(document, sealed, by)
    })
}
