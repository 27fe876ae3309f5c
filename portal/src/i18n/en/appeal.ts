import type { Phrases } from '../keys.ts'

export const appeal: Phrases['appeal'] = {
  title: 'Objection to a decision',
  about: 'Objection concerning application %{number}',
  concerns: 'An objection concerning application',
  filed: 'Your objection',
  offer: 'Do you not agree with this decision?',
  offerText: 'You can object until %{until}. It is free of charge.',
  start: 'File an objection',
  onlyFromDecision: 'This service is filed from the page of your application that was decided.',
}
