import { askedForm } from '../../catalogue/compile/asked-form.ts'
import type { DecideTask } from '../../contracts/tasks.ts'
import { checkAnswers } from '../applications/answers.ts'
import type { Checks } from '../applications/content.ts'
import { type FieldError, invalidField } from '../errors/problems.ts'
import type { HumanStep } from './step.ts'

/**
 * What the officer answered, as it is to be kept, with every error naming its field; a return answers nothing yet. Throws
 * 422 for answers that nobody asked for.
 */
export function checkAsked(
  step: HumanStep,
  seat: string | undefined,
  { decision, answers }: DecideTask,
  checks: Pick<Checks, 'today' | 'regions'>,
): { answers: Record<string, unknown> | undefined; errors: FieldError[] } {
  const form = decision === 'return' ? null : askedForm(step, seat)
  if (!form && answers) throw invalidField('answers', 'not-for-this-decision', notAsked)
  return form ? checkAnswers(form, answers ?? {}, checks) : { answers: undefined, errors: [] }
}

const notAsked = { id: 'Keputusan ini tidak membawa isian.', en: 'This decision brings no answers.' }
