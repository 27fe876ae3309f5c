/** What figures are told apart by; an office is an agency, or a village by its region code. */
export const dimensions = ['office', 'service', 'step', 'officer'] as const
export type Dimension = (typeof dimensions)[number]

/** Fields that name a group of a dimension: a step's code says little without its service. */
export const fieldsOf = {
  office: ['office'],
  service: ['service'],
  step: ['service', 'step'],
  officer: ['officer'],
} as const satisfies Record<Dimension, readonly Dimension[]>

/** Chosen values, any of them left open. `officer` null: nobody has taken it up. */
export type Slice = { office?: string; service?: string; step?: string; officer?: string | null }

/** A task's or case's office: its agency, else the village whose desk it lies on; empty where it has neither. */
export const officeOf = ({ agency, village }: { agency: string | null; village: string | null }): string =>
  agency ?? village ?? ''
