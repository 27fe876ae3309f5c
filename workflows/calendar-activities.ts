/** The activities that carry a new version of a calendar to the open cases, as types. */

export type ReprojectRequest = {
  regency: string
  calendar: string
  /** Cases after this one, in the order of their ids; null from the first. */
  after: string | null
  /** The workflow's clock (UTC epoch ms). */
  at: number
}

export type Reprojected = {
  /** Cases counted anew, and of them those in which the end of a clock moved. */
  cases: number
  moved: number
  /** Cases that the calendar's days do not reach. */
  stuck: number
  /** Where to go on; null when the last case has been seen. */
  after: string | null
}

export type SpreadRequest = { regency: string; calendar: string; version: number } & Omit<Reprojected, 'after'> & {
    at: number
  }

export type CalendarActivities = {
  /** Counts the next open cases anew whose clocks an older version counts; tells those that are due sooner. Idempotent. */
  reprojectCases(request: ReprojectRequest): Promise<Reprojected>
  /** No open case is left to an older version. */
  finishSpread(request: SpreadRequest): Promise<void>
}
