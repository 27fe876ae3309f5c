import { evaluateConditions } from '../../catalogue/compile/conditions.ts'
import { Act } from '../../models/case/acts.ts'
import type { ApplicationRecord } from '../../models/case/application.ts'
import { IssuedDocument } from '../../models/case/document.ts'
import type { ClientSession } from '../../models/database.ts'
import type { CaseDeps } from '../deps.ts'
import type { Surroundings } from './complete.ts'

/** Looked up only when an event asks for it. */
export function surroundingsOf(
  { catalogue }: CaseDeps,
  application: ApplicationRecord,
  session: ClientSession,
): Surroundings {
  return {
    calendar: (code) => catalogue.calendar(code),
    async conditions(correctionId) {
      const { definition } = await catalogue.service(application.service, application.serviceVersion)
      return evaluateConditions(
        definition,
        correctionId ? await correctedAnswers(correctionId, session) : application.answers,
      )
    },
    async validUntil(document) {
      const found = await IssuedDocument.findOne({ _id: document }).session(session).lean()
      return found?.validUntil?.getTime() ?? null
    },
  }
}

async function correctedAnswers(id: string, session: ClientSession): Promise<Record<string, unknown>> {
  const act = await Act.findOne({ _id: id }).session(session).lean()
  if (act?.kind !== 'correction') throw new RangeError(`correction ${id} is not there`)
  return act.content.answers
}
