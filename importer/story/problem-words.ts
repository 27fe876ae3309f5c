import type { Complaint } from '../rows/problem.ts'
import type { StoryProblem } from './told.ts'

/** Why a story cannot have happened, by the row's columns. */
export function complaintOfStory(
  { code, act, detail }: StoryProblem,
  { stepsTold, utcOffsetMinutes }: { stepsTold: boolean; utcOffsetMinutes: number },
): Complaint {
  const field = act === null ? '' : stepsTold ? `steps.${act}` : 'atStep'
  switch (code) {
    case 'refused':
      return { field, what: refusalWords(String(detail.refusal), String(detail.standsAt)), mend: null }
    case 'no-document-number':
      return { field: 'document.number', what: 'is missing', mend: 'write the number of the document that was issued' }
    case 'deemed-by-calendar':
      return {
        field: 'overdue',
        what: `the term ran out on ${day(Number(detail.at), utcOffsetMinutes)}: by the calendar silence has approved this case`,
        mend: 'write "deem" to have the document issued, or "hold" to leave the case to its officers',
      }
    case 'calendar-too-short':
      return {
        field: 'filedAt',
        what: `the calendar ${detail.calendar} covers ${detail.from} to ${detail.until}`,
        mend: 'extend the calendar in the pack, and load the pack again',
      }
    case 'out-of-order':
      return { field: field || 'steps', what: 'lies before what came before it', mend: 'put the steps in their order' }
  }
}

function refusalWords(refusal: string, standsAt: string): string {
  switch (refusal) {
    case 'case-closed':
      return 'the case is closed by then'
    case 'decision-not-offered':
      return 'this decision is not offered at this step'
    case 'task-assigned-to-other':
      return 'somebody else has claimed the task by then'
    case 'not-returned':
      return 'nothing was returned to the applicant by then'
    default:
      return `the case stands at "${standsAt}" then`
  }
}

function day(at: number, utcOffsetMinutes: number): string {
  return new Date(at + utcOffsetMinutes * 60_000).toISOString().slice(0, 10)
}
