import { loadRegions } from '../../catalogue/regions.ts'
import { plainDay } from '../../domain/indonesian-time.ts'
import type { ApplicationRecord } from '../../models/case/application.ts'
import { usableFiles } from '../case/case-files.ts'
import type { SignedIn } from '../request.ts'
import type { Checks } from './content.ts'

type Asked = {
  person: SignedIn
  /** null for a case that is only being filed. */
  application: Pick<ApplicationRecord, '_id'> | null
  regency: { utcOffsetMinutes: number }
  at: Date
}

/** What an application's content is checked against now. */
export async function contentChecks({ person, application, regency, at }: Asked): Promise<Checks> {
  return {
    regions: await loadRegions(),
    today: plainDay(at.getTime(), regency.utcOffsetMinutes),
    usableFiles: (ids) => usableFiles(person, application?._id ?? null, ids),
  }
}
