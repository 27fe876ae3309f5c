export { workedBetween } from './between.ts'
export * from './calendar.ts'
export { capReachedAt } from './cap.ts'
export { type CalendarProblem, checkCalendar } from './check-calendar.ts'
export { dueAt, measure, rungAt, spent } from './clock.ts'
export { type CompiledCalendar, compileCalendar } from './compile-calendar.ts'
export { type DayPlan, dayPlanner } from './day-plan.ts'
export {
  type CalendarLayer,
  checkLayer,
  isLayer,
  layOver,
  lostDays,
  type WorkedThrough,
  type WrittenCalendar,
} from './layer.ts'
export { type LongHoliday, longHolidays } from './long-holidays.ts'
export { closeOfDay, isWorkingTime } from './office-hours.ts'
export { type OpeningDay, openingDays } from './opening.ts'
export { dayOfReceipt, startOfCounting } from './receipt.ts'
