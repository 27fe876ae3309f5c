import type { Phrases } from '../keys.ts'

export const compliance: Phrases['compliance'] = {
  title: 'How services keep their word',
  lead: 'How many applications of a hundred were decided before the promised time was over, by agency.',
  period: 'The last twelve whole months, from %{from} to the end of %{to}.',
  tooFew: 'Fewer than %{count} applications, so not published',
  percent: '%{percent} of 100 in time',
  cases: '%{count} application decided |||| %{count} applications decided',
  nothing: 'No figures yet',
  nothingText: 'There is no whole month yet in which an application was decided.',
  how: 'Time in which applicants mend their papers is not counted. These figures hold nobody’s data.',
}
