export type CalendarInput = { regency: string; calendar: string; version: number }

export const calendarWorkflowId = ({ regency, calendar, version }: CalendarInput) =>
  `calendar/${regency}/${calendar}/${version}`
