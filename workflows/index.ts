/** Every workflow type the worker runs. */
export { application } from './application.ts'
export { bill } from './bill.ts'
export { calendarChange } from './calendar.ts'
export { registerEntry } from './register/entry.ts'
