import type { ApplicationRecord } from '../../models/case/application.ts'
import type { CaseDeps } from '../deps.ts'
import { authorityFor } from './authority-for.ts'
import { letterOf, render } from './letter.ts'

/** Stands where the number will: a draft uses none up. */
const noNumberYet = '………'

/** The letter that signing would make, to be read before; no number is given and nothing is kept. */
export async function draftLetter(
  deps: CaseDeps,
  application: ApplicationRecord,
  code: string,
  signer: string,
): Promise<Uint8Array> {
  const at = Date.now() + application.shift
  const pinned = await deps.catalogue.service(application.service, application.serviceVersion)
  const letter = await letterOf(deps, pinned, application, code, at)
  const officer = await deps.officer(signer, authorityFor(pinned, application, letter), at)
  return render(deps, pinned, application, {
    letter,
    number: noNumberYet,
    at,
    signer: officer,
    verifyUrl: deps.publicUrl,
    decision: null,
  })
}
