import { digestOf } from '../../catalogue/digest.ts'
import type { CorrectionContent, DecisionContent } from '../../models/case/acts.ts'
import { stableId } from './stable-id.ts'
import { type Stored, type Told, type ToldAct, type ToldDocument, unnamed } from './told.ts'

type Of<Kind extends ToldAct['kind']> = Extract<ToldAct, { kind: Kind }>

/** What people said with their acts, as it lies beside the timeline under its id. */
export function actRecords(told: Told) {
  const all: Stored[] = []
  const { application, filed } = told
  const idOf = (index: number) => stableId(application, 'act', String(index))
  const common = (index: number, by: string, at: number) => {
    const id = idOf(index)
    return { _id: id, application, by, key: id, at: new Date(at) }
  }
  return {
    all,

    decision(act: Of<'decide'>, index: number, task: string, brings: ToldDocument | null) {
      const content: DecisionContent = {
        task,
        decision: act.decision,
        note: act.note,
        deficiencies: act.deficiencies,
        data: brings && { number: brings.number, file: brings.file ?? '' },
      }
      const digest = digestOf(content)
      all.push({ ...common(index, act.officer ?? unnamed, act.at), kind: 'decision', digest, content })
      return { id: idOf(index), digest }
    },

    correction(act: Of<'correct'>, index: number) {
      const answers = act.answers ?? told.answers
      const content: CorrectionContent = { answers, attachments: told.attachments, note: act.note }
      const digest = digestOf(content)
      all.push({ ...common(index, filed.by.id, act.at), kind: 'correction', digest, content })
      return { id: idOf(index), digest, answers, by: filed.by }
    },

    withdrawal(act: Of<'withdraw'>, index: number) {
      const content = { reason: act.reason }
      all.push({ ...common(index, filed.by.id, act.at), kind: 'withdrawal', digest: digestOf(content), content })
      return { id: idOf(index), by: filed.by }
    },
  }
}
