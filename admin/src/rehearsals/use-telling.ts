import type { RehearsalRow } from '../../../contracts/rehearsals.ts'
import { useFormats, useWords } from '../i18n/hooks.ts'
import { capital } from './capital.ts'

/** A rehearsal in a few words: what is played, how people behave, from when on. */
export function useTelling() {
  const words = useWords('rehearsals')
  const { plainDate } = useFormats()
  return ({ source, behaviour, day }: Pick<RehearsalRow, 'source' | 'behaviour' | 'day'>) => {
    const { officers, citizen, signer } = behaviour
    const what =
      source.kind === 'draft'
        ? words('draft', { revision: source.revision })
        : words('version', { version: source.version })
    const people = Object.entries({ officers, citizen, signer }).map(
      ([who, how]) => `${words(`${who}.label`).toLowerCase()} ${words(`${who}.${how}`).toLowerCase()}`,
    )
    return { what, how: capital([...people, ...(day ? [words('filed', { day: plainDate(day) })] : [])].join(', ')) }
  }
}
