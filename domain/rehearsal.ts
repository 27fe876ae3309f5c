/** How people behave in a rehearsal. */
export const behaviours = {
  /** prompt: after 30 % of their time. late: after 130 %. absent: the file is found complete, then nobody decides. */
  officers: ['prompt', 'late', 'absent'],
  /** content: nothing was missing. The others are returned once for correction; `withdraws` takes the case back then. */
  citizen: ['content', 'corrects', 'never-corrects', 'withdraws'],
  /** on-leave: signs on the seventh working day. */
  signer: ['present', 'on-leave'],
  /** pays: on the second working day. */
  payer: ['pays', 'never-pays'],
  /** Outside systems. answer: after 30 % of their time. maintenance: they are away until 130 % of it, and answer then. */
  systems: ['answer', 'maintenance'],
} as const

export type Behaviour = { [Who in keyof typeof behaviours]: (typeof behaviours)[Who][number] }

export const usualBehaviour: Behaviour = {
  officers: 'prompt',
  citizen: 'content',
  signer: 'present',
  payer: 'pays',
  systems: 'answer',
}

/** How a rehearsal stands: asked for, being played, told to its end, or ended without a story. */
export const rehearsalStates = ['waiting', 'running', 'told', 'failed'] as const
export type RehearsalState = (typeof rehearsalStates)[number]
