import type { ClientSession } from '../../models/database.ts'
import { claimFiles, type FileRecord, FilesNotClaimable, filesById } from '../../models/file.ts'
import { invalidField } from '../errors/problems.ts'
import type { SignedIn } from '../request.ts'

/** The files among these ids that the person may use for a case: their own unclaimed uploads, and what the case has. */
export async function usableFiles(
  { account }: SignedIn,
  application: string | null,
  ids: string[],
): Promise<Map<string, FileRecord>> {
  const files = await filesById(ids)
  const usable = [...files].filter(([, file]) =>
    file.application === null ? file.owner === account : file.application === application,
  )
  return new Map(usable)
}

/** Puts the person's uploads into the case, leaving those it has. Throws 422 where another case was quicker. */
export async function claimFor(
  application: string,
  ids: string[],
  { account }: SignedIn,
  session: ClientSession,
): Promise<void> {
  const files = await filesById(ids)
  const fresh = ids.filter((id) => files.get(id)?.application !== application)
  try {
    await claimFiles(fresh, application, account, session)
  } catch (error) {
    if (!(error instanceof FilesNotClaimable)) throw error
    throw invalidField('documents', 'file-unknown', {
      id: 'Sebuah berkas baru saja dipakai permohonan lain.',
      en: 'A file has just been taken by another application.',
    })
  }
}
