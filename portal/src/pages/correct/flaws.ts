import type { ApplicationDetail, Deficiency } from '../../../../contracts/applications.ts'
import type { StoredFile } from '../../../../contracts/files.ts'
import type { Slots } from '../../draft/uploads.ts'
import { type FieldError, topField } from '../../form/check-answers.ts'

export type Flaws = {
  /** Top-level fields with something to mend, in the form's order. */
  fields: string[]
  /** The officer's words at each field. */
  remarks: FieldError[]
  documents: Deficiency[]
  others: Deficiency[]
}

/** What the officer named, put where it is mended. A field or paper nobody knows is told among the others. */
export function flawsOf({ correction, form, attachments }: ApplicationDetail, documentCodes: string[]): Flaws {
  const inForm = form.pages.flatMap((page) => page.fields)
  const known = new Set([...attachments.map(({ code }) => code), ...documentCodes])
  const flaws: Flaws = { fields: [], remarks: [], documents: [], others: [] }
  const flagged = new Set<string>()
  for (const flaw of correction?.deficiencies ?? []) {
    if (flaw.target === 'field' && inForm.includes(topField(flaw.name))) {
      flagged.add(topField(flaw.name))
      flaws.remarks.push({ field: flaw.name, message: flaw.message })
    } else if (flaw.target === 'document' && known.has(flaw.name)) flaws.documents.push(flaw)
    else flaws.others.push(flaw)
  }
  flaws.fields = inForm.filter((name) => flagged.has(name))
  return flaws
}

export const slotOf = (code: string) => `document:${code}`
export const paperId = (code: string) => `paper-${code}`

/** Every paper of the case, with the new files in place of the old. */
export function correctedDocuments(
  attachments: { code: string; file: StoredFile }[],
  slots: Slots,
): { code: string; file: string }[] {
  const documents = new Map(attachments.map(({ code, file }) => [code, file.id]))
  for (const [slot, state] of Object.entries(slots)) {
    const code = slot.startsWith('document:') ? slot.slice('document:'.length) : null
    if (code && state.phase === 'done' && state.file.stored) documents.set(code, state.file.stored.id)
  }
  return [...documents].map(([code, file]) => ({ code, file }))
}
