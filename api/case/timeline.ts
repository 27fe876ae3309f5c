import type { Deficiency, TimelineEntry } from '../../contracts/applications.ts'
import type { LocalText } from '../../contracts/common.ts'
import type { TimelineEvent } from '../../domain/case/events.ts'
import type { AnyAct } from '../../models/case/acts.ts'
import type { Language } from '../request.ts'
import { iso } from './clock.ts'
import { actorWords } from './clocks.ts'
import { sentenceOf } from './sentences.ts'
import type { CaseWords } from './words.ts'

type Around = {
  words: CaseWords
  acts: Map<string, AnyAct>
  /** Names by account, of those whom the reader may know by name. */
  names: Map<string, string>
  language: Language
  /** Officers see every note; the applicant those that are meant for them. */
  inside: boolean
}

/** A line of the story with the note and the names that lie beside it. */
export function presentTimelineEntry(event: TimelineEvent, around: Around): TimelineEntry {
  const { words, names, language } = around
  const { note, deficiencies } = saidWith(event, around)
  return {
    seq: event.seq,
    at: iso(event.at),
    type: event.type,
    text: sentenceOf(event, words)[language],
    actor: { kind: event.by.kind, name: names.get(event.by.id) ?? actorWords[event.by.kind][language] },
    step: stepOf(event, words),
    decision: event.type === 'task-decided' ? event.data.decision : null,
    note,
    deficiencies,
    hash: event.hash,
  }
}

function stepOf({ data }: TimelineEvent, words: CaseWords): LocalText | null {
  if ('track' in data && 'step' in data && typeof data.step === 'string') return words.step(data.track, data.step)
  return 'task' in data && typeof data.task === 'string' ? words.stepOfTask(data.task) : null
}

/** What the person said with the act; a note on an approval stays among officers. */
function saidWith(event: TimelineEvent, { acts, inside }: Around): { note: string | null; deficiencies: Deficiency[] } {
  const act = acts.get(actOf(event) ?? '')
  switch (act?.kind) {
    case 'decision': {
      const { decision, note, deficiencies } = act.content
      const forApplicant = decision === 'return' || decision === 'reject'
      return { note: inside || forApplicant ? note : null, deficiencies }
    }
    case 'correction':
      return { note: act.content.note, deficiencies: [] }
    case 'withdrawal':
      return { note: act.content.reason, deficiencies: [] }
    default:
      return { note: null, deficiencies: [] }
  }
}

function actOf(event: TimelineEvent): string | null {
  switch (event.type) {
    case 'task-decided':
      return event.data.decisionId
    case 'corrected':
      return event.data.correctionId
    case 'withdrawn':
      return event.data.withdrawalId
    default:
      return null
  }
}
