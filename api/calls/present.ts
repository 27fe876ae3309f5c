import type { Request } from 'express'
import type { CallRow } from '../../contracts/calls.ts'
import { Application, type ApplicationRecord } from '../../models/case/application.ts'
import type { CallRecord } from '../../models/case/call.ts'
import { officeOf } from '../../models/catalogue/catalogue.ts'
import { readerOf } from '../case/reader.ts'

/** Rows of what waits, each with the words of the case's own version. */
export async function presentCalls(
  request: Pick<Request, 'person' | 'language'>,
  calls: CallRecord[],
): Promise<CallRow[]> {
  const reader = readerOf(request)
  const ids = [...new Set(calls.map(({ application }) => application))]
  const cases = await Application.find({ _id: { $in: ids } }).lean<ApplicationRecord[]>()
  const known = new Map(cases.map((each) => [each._id, each]))
  return Promise.all(
    calls.flatMap((call) => {
      const application = known.get(call.application)
      return application ? [present(call, application)] : []
    }),
  )

  async function present(call: CallRecord, application: ApplicationRecord): Promise<CallRow> {
    const words = await reader.words(application)
    return {
      id: call.call,
      application: call.application,
      number: call.number,
      service: call.service,
      serviceName: words.definition.name,
      stepName: words.step('main', call.step),
      system: call.system,
      agency: (await officeOf(call.agency)).name,
      since: call.since.toISOString(),
      reference: call.reference,
      attempts: call.attempts,
      lastTriedAt: call.lastTriedAt?.toISOString() ?? null,
      lastError: call.lastError,
    }
  }
}
