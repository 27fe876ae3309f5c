import { Application, type ApplicationRecord } from '../../models/case/application.ts'
import { isSameCode, readTrackingCode } from '../case/tracking-code.ts'

/** Compared with where there is no such number, so that both answers take as long. */
const nobodys = '--------'

/** The case of this number, when the code is its own; null for an unknown number and for a wrong code alike. */
export async function findTracked({
  number,
  code,
}: {
  number: string
  code: string
}): Promise<ApplicationRecord | null> {
  const application = await Application.findOne({ number: number.toUpperCase() }).lean<ApplicationRecord>()
  const same = isSameCode(readTrackingCode(code), application?.trackingCode ?? nobodys)
  return same ? application : null
}
