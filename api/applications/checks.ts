import { loadRegions } from '../../catalogue/regions.ts'
import { dateParts } from '../../domain/indonesian-time.ts'
import type { ApplicationRecord } from '../../models/case/application.ts'
import type { ClientSession } from '../../models/database.ts'
import { claimFiles, FilesNotClaimable, filesById } from '../../models/file.ts'
import { invalidField } from '../errors/problems.ts'
import type { SignedIn } from '../request.ts'
import type { Checks } from './content.ts'

type Asked = {
  person: SignedIn
  /** null for a case that is only being filed. */
  application: Pick<ApplicationRecord, '_id'> | null
  regency: { utcOffsetMinutes: number }
  at: Date
}

/** What an application's content is checked against now. A file is usable when the person uploaded it for this, or the case has it. */
export async function contentChecks({ person, application, regency, at }: Asked): Promise<Checks> {
  return {
    regions: await loadRegions(),
    today: localDate(at, regency.utcOffsetMinutes),
    async usableFiles(ids) {
      const files = await filesById(ids)
      const usable = [...files].filter(([, file]) =>
        file.application === null ? file.owner === person.account : file.application === application?._id,
      )
      return new Map(usable)
    },
  }
}

function localDate(at: Date, utcOffsetMinutes: number): string {
  const { year, month, day } = dateParts(at.getTime(), utcOffsetMinutes)
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
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
