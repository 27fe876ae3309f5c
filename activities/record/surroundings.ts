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
    calendar: (code, how) => catalogue.calendar(code, how),
    changedBy: ({ code, version }) => catalogue.calendarBy(code, version),
    async conditions(act) {
      const { definition } = await catalogue.service(application.service, application.serviceVersion)
      const answers = act ? await answersOf(act, session) : null
      return evaluateConditions(definition, answers ?? application.answers)
    },
    async validUntil(document) {
      const found = await IssuedDocument.findOne({ _id: document }).session(session).lean()
      return found?.validUntil?.getTime() ?? null
    },
  }
}

/** The answers that an act brings: a correction's always, a reopening's where it puts the document right. */
async function answersOf(id: string, session: ClientSession): Promise<Record<string, unknown> | null> {
  const act = await Act.findOne({ _id: id }).session(session).lean()
  if (act?.kind === 'correction') return act.content.answers
  if (act?.kind === 'reopening') return act.content.answers ?? null
  throw new RangeError(`act ${id} brings no answers`)
}
