import { useQuery } from '@tanstack/react-query'
import { useDataProvider } from 'react-admin'
import type { OfficerRow } from '../../../contracts/mandates.ts'
import type { MandatedRole } from '../../../domain/authority/mandate.ts'
import { mandatedRoles } from '../../../domain/authority/mandate.ts'
import { useWords } from '../i18n/hooks.ts'
import type { OfficeProvider } from '../providers/data-provider.ts'
import type { Option } from './OfficerField.tsx'

export type OfficerOption = Option & { officer: OfficerRow }
export type SeatOption = Option & {
  account: string
  role: MandatedRole
  agency: string | null
  village: string | null
}

/** The officers one may see, and the seats they hold, as choices. */
export function useOfficers() {
  const terms = useWords('terms')
  const provider = useDataProvider<OfficeProvider>()
  const { data = [], isPending } = useQuery({ queryKey: ['officers'], queryFn: () => provider.officers() })
  const officers: OfficerOption[] = data.map((officer) => ({
    id: officer.id,
    label: `${officer.name} – ${officer.seats[0]?.office ?? ''}`,
    officer,
  }))
  const seats: SeatOption[] = data.flatMap(({ id, name, seats: held }) =>
    held.flatMap(({ role, agency, village, office }) => {
      const mandated = mandatedRoles.find((each) => each === role)
      if (!mandated) return []
      const label = `${name} – ${terms(`role.${role}`)}, ${office}`
      return { id: `${id} ${role} ${agency ?? village}`, label, account: id, role: mandated, agency, village }
    }),
  )
  return { officers, seats, isPending }
}
