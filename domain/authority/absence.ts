export const absenceReasons = ['leave', 'sick', 'travel', 'training', 'other'] as const
export type AbsenceReason = (typeof absenceReasons)[number]

/** Longer than this nobody is away: somebody else holds the office by then. */
export const longestAbsenceDays = 366
