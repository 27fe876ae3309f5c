/** Groups smaller than this are not published: who they were could be told from them. */
export const smallestGroup = 10

/** What of a group's figures may be published: whole per cents of enough cases, or nothing. */
export function publicShare({
  timed,
  late,
}: {
  timed: number
  late: number
}): { cases: number; percent: number } | null {
  if (timed < smallestGroup) return null
  return { cases: timed, percent: Math.round(((timed - late) / timed) * 100) }
}
