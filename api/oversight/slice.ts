import { subject } from '@casl/ability'
import type { Request } from 'express'
import type { Slice } from '../../domain/oversight/dimensions.ts'
import { authorise, signedIn } from '../middleware/ability.ts'
import type { Place } from './book/columns.ts'

type Asked = { [name in keyof Slice]: string | undefined }

/** The part that is asked for; `nobody` is what no officer has taken up. */
export function sliceOf({ office, service, step, officer }: Asked): Slice {
  return {
    ...(office === undefined ? {} : { office }),
    ...(service === undefined ? {} : { service }),
    ...(step === undefined ? {} : { step }),
    ...(officer === undefined ? {} : { officer: officer === 'nobody' ? null : officer }),
  }
}

/** Whose figures the person may see, by the permission table, each office asked once. Throws 401 or 403. */
export function placesSeenBy(request: Request): (place: Pick<Place, 'agency' | 'village'>) => boolean {
  authorise(request, 'read', 'oversight')
  const { ability } = signedIn(request)
  const known = new Map<string, boolean>()
  return ({ agency, village }) => {
    const key = `${agency}/${village}`
    const may = known.get(key) ?? ability.can('read', subject('oversight', { agency, village }))
    known.set(key, may)
    return may
  }
}
