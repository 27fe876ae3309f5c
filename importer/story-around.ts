import { evaluateConditions } from '../catalogue/compile/conditions.ts'
import type { CheckedRow } from './rows/check-row.ts'
import type { StoryAround } from './story/told.ts'
import type { ImportWorld } from './world.ts'

/** What a row's story looks up: the regency's calendars, and the service's conditions. */
export function storyAround({ service }: Pick<CheckedRow, 'service'>, { calendars }: ImportWorld): StoryAround {
  return {
    calendar(code) {
      const calendar = calendars.get(code)
      if (!calendar) throw new RangeError(`no calendar ${code} was read`)
      return calendar
    },
    conditions: (answers) => evaluateConditions(service.definition, answers),
  }
}
