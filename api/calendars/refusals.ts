import type { ChangePlan } from '../../catalogue/calendar-change.ts'
import { ApiProblem, conflict } from '../errors/problems.ts'

export const calendarChanged = (version: number) =>
  conflict('calendar-changed', {
    id: `Kalender ini sudah berubah: versi ${version} yang berlaku. Muat ulang, lalu periksa perubahan Anda.`,
    en: `This calendar has changed: version ${version} is in force. Reload it, then check your change.`,
  })

export const nothingNew = () =>
  conflict('nothing-new', {
    id: 'Perubahan ini sama dengan kalender yang berlaku.',
    en: 'This change says the same as the calendar in force.',
  })

/** 422 with everything that keeps the calendar from being counted with, each by its place. */
export const calendarWrong = (problems: ChangePlan['problems'], code: string) =>
  new ApiProblem({
    status: 422,
    code: 'calendar-wrong',
    title: { id: 'Kalender belum dapat diterbitkan', en: 'The calendar cannot be published yet' },
    errors: problems.map((problem) => {
      const where = problem.code === code ? '' : `${problem.code}: `
      const told = `${where}${problem.message}`
      return { field: String(problem.path[0] ?? ''), code: 'wrong', message: { id: told, en: told } }
    }),
  })
