/** The timeline and the workflow tell different stories of the same line: never skipped, always an alarm (design rule 1). */
export class TimelineContradiction extends Error {
  override name = 'TimelineContradiction'
}
