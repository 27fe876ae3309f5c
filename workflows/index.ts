/** Every workflow type the worker runs. */
export { application } from './application.ts'
export { registerEntry } from './register/entry.ts'
