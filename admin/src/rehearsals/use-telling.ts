import type { RehearsalRow } from '../../../contracts/rehearsals.ts'
import { type Behaviour, behaviours, usualBehaviour } from '../../../domain/rehearsal.ts'
import { useFormats, useWords } from '../i18n/hooks.ts'
import { capital } from './capital.ts'

/** Most services have no part for them: they are told only where they do not behave as usual. */
const rare = { payer: true, systems: true }

/** A rehearsal in a few words: what is played, how people behave, from when on. */
export function useTelling() {
  const words = useWords('rehearsals')
  const { plainDate } = useFormats()
  return ({ source, behaviour, day }: Pick<RehearsalRow, 'source' | 'behaviour' | 'day'>) => {
    const what =
      source.kind === 'draft'
        ? words('draft', { revision: source.revision })
        : words('version', { version: source.version })
    const said = (Object.keys(behaviours) as (keyof Behaviour)[]).filter(
      (who) => !(who in rare) || behaviour[who] !== usualBehaviour[who],
    )
    const people = said.map(
      (who) => `${words(`${who}.label`).toLowerCase()} ${words(`${who}.${behaviour[who]}`).toLowerCase()}`,
    )
    return { what, how: capital([...people, ...(day ? [words('filed', { day: plainDate(day) })] : [])].join(', ')) }
  }
}
