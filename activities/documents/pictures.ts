import type { ApplicationRecord } from '../../models/case/application.ts'
import type { CaseDeps } from '../deps.ts'

/** Uploaded pictures by code of the required document, for letters that show one (a photo on a card). */
export async function picturesOf(
  deps: CaseDeps,
  { attachments }: ApplicationRecord,
): Promise<Record<string, Uint8Array>> {
  const pictures: Record<string, Uint8Array> = {}
  for (const { code, file } of attachments) {
    const found = await deps.file(file)
    if (found && (found.type === 'image/jpeg' || found.type === 'image/png')) pictures[code] = found.bytes
  }
  return pictures
}
