export * from './calendar.ts'
export { type CalendarProblem, checkCalendar } from './check-calendar.ts'
export { dueAt, measure, rungAt, spent } from './clock.ts'
export { type CompiledCalendar, compileCalendar } from './compile-calendar.ts'
export {
  type CalendarLayer,
  checkLayer,
  isLayer,
  layOver,
  type WorkedThrough,
  type WrittenCalendar,
} from './layer.ts'
export { closeOfDay, isWorkingTime } from './office-hours.ts'
export { dayOfReceipt, startOfCounting } from './receipt.ts'
