import type { ApplicationDetail, Deficiency } from '../../../contracts/applications.ts'
import type { AnswerRow, AnswerSection } from './answers.ts'

/** What can be flagged for correction, with the words it is known by. */
export type Target = Pick<Deficiency, 'target' | 'name'> & { label: string }

export const targetKey = ({ target, name }: Pick<Target, 'target' | 'name'>) => `${target}:${name}`

/** Every field and document of the case, in the order in which it is read. */
export function targetsOf(
  sections: AnswerSection[],
  attachments: ApplicationDetail['attachments'],
  local: (text: { id: string; en: string }) => string,
): Target[] {
  const fields = sections.flatMap(({ rows }) => rows.flatMap((row) => fieldTargets(row)))
  const documents = attachments.map(({ code, name }) => ({
    target: 'document' as const,
    name: code,
    label: local(name),
  }))
  return [...fields, ...documents]
}

function fieldTargets({ name, label, shown }: AnswerRow, above = ''): Target[] {
  const own: Target = { target: 'field', name, label: above ? `${above}: ${label}` : label }
  if (shown.kind !== 'items') return [own]
  return [own, ...shown.items.flatMap(({ title, rows }) => rows.flatMap((row) => fieldTargets(row, title)))]
}
